"""What changed between two states of the records: field by field, in values, then in words."""

from directive_atlas.changes.compare import compare

__all__ = ["compare"]
