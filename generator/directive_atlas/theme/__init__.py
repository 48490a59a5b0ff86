"""The site's theme: Material for MkDocs, extended; found by the entry point ``mkdocs.themes``."""
