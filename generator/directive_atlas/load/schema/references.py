"""References: web pages and publications where a fact can be read."""

from __future__ import annotations

from directive_atlas.load.fields import Address, DateField
from directive_atlas.load.record import Record, Text
from directive_atlas.vocabulary.progress import Grade


class Reference(Record):
    """A web page or publication where a fact can be read; one of grade C is named, never linked.

    ``speaker`` said it, ``publisher`` published it on ``date``; ``archived`` is an archived copy.
    """

    title: Text
    publisher: Text | None = None
    speaker: Text | None = None
    date: DateField | None = None
    grade: Grade
    url: Address | None = None
    archived: Address | None = None
    note: Text | None = None
