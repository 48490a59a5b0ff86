"""From the corpus to HTML: one template for each kind of page; templates only place text."""

from directive_atlas.outputs.pages.making import page_files

__all__ = ["page_files"]
