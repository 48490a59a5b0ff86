"""What changed between two states of the records: field by field, in values, then in words."""

from directive_atlas.changes.compare import compare
from directive_atlas.changes.model import Because, FieldChange, Name, RecordChange, Value

__all__ = ["Because", "FieldChange", "Name", "RecordChange", "Value", "compare"]
