"""A page in HTML: the document on it, without what the site puts around it."""

from directive_atlas.intake.html.page import read_page

__all__ = ["read_page"]
