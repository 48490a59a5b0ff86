"""Changes as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from directive_atlas.api.v1 import Day, Words
from directive_atlas.changes.kinds import Changing, RecordKind, What
from directive_atlas.vocabulary.word import Word


@dataclass(frozen=True, slots=True)
class Name:
    """A record that a value names, and what it is called; it is the same one whatever it is called."""

    id: str
    called: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Texts:
    """A text by language, as a value that can be compared and be a key."""

    values: tuple[tuple[str, str], ...]

    @staticmethod
    def of(words: Words) -> Texts:
        """The text of a record."""
        return Texts(tuple(words.items()))


Value = Texts | Day | Name | Word | str
"""What a field has: a text, a date, a record, a fixed word, or plain characters."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why a day was moved: by which directive, or a note."""

    directive: Name | None
    note: Texts | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One change of one field; ``of`` is what it is a change of, where the record has several.

    Without ``before`` something was added, without ``after`` removed.
    """

    field: Changing
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()
    of: tuple[Value, ...] = ()
    because: Because | None = None

    @property
    def what(self) -> What:
        """Whether something was added, removed or changed."""
        if self.before and self.after:
            return What.CHANGED
        return What.ADDED if self.after else What.REMOVED


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record; a renamed one had the id ``former`` before."""

    what: What
    kind: RecordKind
    id: str
    title: Texts
    page: str
    fields: tuple[FieldChange, ...] = ()
    former: str | None = None
