"""The labels that a text gives its own parts: 第三条, 一、, （三）, Sec. 2, 4.1, (a), (iv)."""

from directive_atlas.passages.labels.names import name, named, nearest_names
from directive_atlas.passages.labels.outline import outline

__all__ = ["name", "named", "nearest_names", "outline"]
