"""The sealed graph to data that the site's own scripts load."""

from directive_atlas.outputs.export import export

__all__ = ["export"]
