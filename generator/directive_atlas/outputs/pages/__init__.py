"""The sealed graph to Markdown: one template per kind of page; templates only place text."""

from directive_atlas.outputs.pages.render import render

__all__ = ["render"]
