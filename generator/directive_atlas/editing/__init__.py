"""A page on the maintainer's own machine in which a record is made from its source."""
