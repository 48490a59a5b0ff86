"""Recorded changes: what changed of which record, when, and in which revision of the data."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import ID, DateField, Line, Whole, guessed_id, is_id, scalar
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.validate import did_you_mean
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.changes import RECORDED, Changing, RecordKind, What
from directive_atlas.vocabulary.word import Word

_REVISION = re.compile("[0-9a-f]{7,64}")
_HASH = {"type": "string", "pattern": f"^{_REVISION.pattern}$"}
_EVENT = re.compile("[a-z0-9_]+(?:-[a-z0-9_]+)*")

_NAME = {"type": "string", "pattern": f"^{_EVENT.pattern}$"}


def _revision(value: Any) -> str:
    return _of_form(value, _REVISION, say("a revision of git has 7 or more digits and letters from a to f"))


def _event(value: Any) -> str:
    return _of_form(value, _EVENT, say("an entry of a calendar is called as due-1 or figure-piers"))


def _of_form(value: Any, form: re.Pattern[str], why: Wording) -> str:
    text = scalar(value)
    if not form.fullmatch(text):
        raise PydanticCustomError("E203", "", {"why": why})
    return text


def _key(value: Any) -> str:
    text = scalar(value)
    parts = text.split("/")
    if len(parts) > 2 or not all(map(is_id, parts)):
        guess = "/".join(map(guessed_id, parts[:2]))
        raise PydanticCustomError("E207", "", {"value": text, "guess": guess})
    return text


def _word(value: Any) -> Word:
    text = scalar(value)
    if text not in RECORDED:
        hint = did_you_mean(text, list(RECORDED)) if "/" in text else None
        words = {"value": text, "allowed": ", ".join(RECORDED)} | ({"hint": hint} if hint else {})
        raise PydanticCustomError("E204", "", words)
    return RECORDED[text]


Key = Annotated[
    str,
    PlainValidator(_key),
    WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}(/{ID.pattern})?$", "maxLength": 161}),
]
"""The id of a record; of a task or measure with that of its directive before it: ``directive/id``."""


class ChangedValue(Record):
    """A value that a field had or has, by its kind."""

    one_of: ClassVar[tuple[str, ...]] = ("text", "date", "record", "word", "plain")

    text: Text | None = None
    """A text by language."""
    date: DateField | None = None
    """A date."""
    record: Key | None = None
    """The id of a record."""
    word: Annotated[Word, PlainValidator(_word), WithJsonSchema({"enum": list(RECORDED)})] | None = None
    """A fixed word, with the list that it is of: role/lead."""
    plain: Line | None = None
    """Characters in no language of the site: the words of a source, a number, a rule."""


class ChangeReason(Record):
    """Why a day was moved, as the record tells it."""

    directive: Key | None = None
    """The id of the directive that moved it."""
    note: Text | None = None
    """How we know of the change."""


class ChangedField(Record):
    """What changed of one field; without ``before`` it was added, without ``after`` removed."""

    field: Changing
    """What of the record changed."""
    of: tuple[ChangedValue, ...] = ()
    """Which one it is of several: the date of which kind, the figure of what."""
    event: Annotated[str, PlainValidator(_event), WithJsonSchema(_NAME)] | None = None
    """The entry in calendars that has this day: due-1 is that of the first time of a task."""
    before: tuple[ChangedValue, ...] = ()
    """What it was."""
    after: tuple[ChangedValue, ...] = ()
    """What it became."""
    because: ChangeReason | None = None
    """Why, if the record says so."""
    moves: Whole = 0
    """How often a removed day had been moved by then, as the record told it."""

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not (self.before or self.after or {"before", "after"} & self.unusable):
            raise conflict("nothing says what changed", "write before:, after: or both")
        return self


class RecordedChange(Record):
    """What happened to one record."""

    what: What
    """Whether it was added, changed, renamed or removed."""
    kind: RecordKind
    """The kind of the record."""
    id: Key
    """The id of the record; of a renamed one the new id."""
    former: Key | None = None
    """The id that a renamed record had before."""
    title: Text | None = None
    """What a removed record was called."""
    root: Key | None = None
    """The task that a removed or renamed measure was a part of."""
    fields: tuple[ChangedField, ...] = ()
    """What changed of it; of a removed record its days, its bodies, its topics."""

    @model_validator(mode="after")
    def _says_whence(self) -> Self:
        if (self.what is What.RENAMED) is not bool(self.former or "former" in self.unusable):
            raise conflict(
                "only a renamed record has a former id", "write what: renamed and former: together"
            )
        if self.former == self.id:
            raise conflict("a renamed record has a new id", "write the id that it had before under former:")
        if (self.kind is RecordKind.TASK) is not ("/" in self.id):
            raise conflict(
                "only the id of a task or measure has a slash", "write id: directive/id for kind: task"
            )
        return self


class Changeset(Record):
    """All changes that one revision of the data brought."""

    date: DateField
    """The day on which they came."""
    revision: Annotated[str, PlainValidator(_revision), WithJsonSchema(_HASH)] | None = None
    """The revision of git, if there is one."""
    reason: Text | None = None
    """Why they were made, for readers."""
    records: tuple[RecordedChange, ...] = Field(min_length=1)
    """What happened to each record."""

    @model_validator(mode="after")
    def _came_on_a_day(self) -> Self:
        if not self.date.is_day:
            raise conflict("a change has one day", "write year, month and day: 2020-12-31")
        return self
