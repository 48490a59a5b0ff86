"""From the corpus to Markdown: one template for each kind of page; templates only place text."""

from directive_atlas.outputs.pages.render import page_files

__all__ = ["page_files"]
