"""The lineage of directives as a picture: which one implements, amends, follows up or cites which."""
