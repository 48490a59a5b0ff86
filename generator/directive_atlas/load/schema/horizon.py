"""The horizon of a directive or task: how long work on it can be expected."""

from __future__ import annotations

from directive_atlas.load.fields import DateField
from directive_atlas.load.record import Record, Text
from directive_atlas.load.schema.references import ReferenceField


class Horizon(Record):
    """The last day on which work can be expected, where the text states no day, and why we think so.

    It sets nobody a deadline: past it a task is neither open nor overdue.
    """

    date: DateField
    """The last day, or the month or year that it ends with."""
    reason: Text
    """Why work is not expected after it."""
    reference: ReferenceField | None = None
    """Where that can be read."""
