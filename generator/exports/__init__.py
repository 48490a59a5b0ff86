"""The sealed graph to data that the site's own scripts load."""

from generator.exports.export import export

__all__ = ["export"]
