"""A made-up library of directives, much like a ministry's, the same for the same size."""
