"""The columns of a body's sheet: what each is called, what it holds, and where it goes in a report."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class Form(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DATE = "date"
    PERCENT = "percent"
    STATUS = "status"


class Field(Word):
    """A column of the sheet.

    ``key`` is the column of ``progress.csv`` that it becomes; only those that have one may be filled in.
    ``width`` is in characters; a column without one is hidden. A report must ``tell`` at least one thing.
    """

    key: str
    width: int
    form: Form
    tells: bool

    def __new__(
        cls, value: str, label: str, width: int, key: str = "", form: Form = Form.TEXT, tells: bool = False
    ) -> Self:
        """A column with its heading, its width, and its part in a report."""
        field = new_word(cls, value, label)
        field.width, field.key, field.form, field.tells = width, key, form, tells
        return field

    ID = "id", N_("Task ID"), 0
    MARK = "mark", N_("Check mark"), 0
    DIRECTIVE = "directive", N_("Directive"), 18
    TASK = "task", N_("Task"), 28
    TEXT = "text", N_("Text of the directive"), 40
    ROLE = "role", N_("Role"), 10
    DUE = "due", N_("Time limit"), 16
    NOTE = "note", N_("Progress made"), 36, "note", Form.TEXT, True
    OBSTACLE = "obstacle", N_("Obstacles"), 26, "obstacle", Form.TEXT, True
    NEXT = "next", N_("Next steps"), 26, "next", Form.TEXT, True
    STATUS = "status", N_("Completion status"), 12, "status", Form.STATUS, True
    PERCENT = "percent", N_("Percent done"), 9, "percent", Form.PERCENT, True
    EXPECTED = "expected", N_("Expected by"), 13, "expected", Form.DATE, True
    OCCURRENCE = "occurrence", N_("Occurrence"), 13, "occurrence", Form.DATE
    EVIDENCE = "evidence", N_("Evidence: title"), 24, "evidence.title"
    ADDRESS = "address", N_("Evidence: web address"), 24, "evidence.url"


FILLED = tuple(field for field in Field if field.key)
"""The columns that the body fills in."""
