"""Problems: a kind from the catalogue, a place, and the words of the message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.problems.wording import Wording, one_line, printable, say


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; ``line`` and ``column`` count characters from 1.

    ``file`` is relative to the data folder's parent, with forward slashes; as text, it has no characters that
    control a terminal.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Kind:
    """One code of the catalogue: its severity, its message and its hint, both templates."""

    code: str
    severity: Severity
    message: str
    hint: str


def an_error(code: str, message: str, hint: str) -> Kind:
    """A kind that stops the build."""
    return Kind(code, Severity.ERROR, message, hint)


def a_warning(code: str, message: str, hint: str) -> Kind:
    """A kind that is only shown."""
    return Kind(code, Severity.WARNING, message, hint)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, its place, and what to write instead."""

    kind: Kind
    place: Place
    what: Wording
    instead: Wording

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.what)

    @property
    def hint(self) -> str:
        """What to write instead, in English."""
        return str(self.instead)

    @property
    def is_error(self) -> bool:
        """Whether this problem stops the build."""
        return self.kind.severity is Severity.ERROR


class Catalogue:
    """All kinds of problem by code; calling it with a code makes a problem."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.kinds = {kind.code: kind for kind in kinds}

    def __call__(self, code: str, place: Place, hint: Wording | None = None, /, **words: object) -> Problem:
        """The problem ``code`` at ``place``; ``words`` fill the message, ``hint`` replaces its hint.

        Raises:
            KeyError: the code or a word of its message is unknown (a mistake in our own code).

        """
        kind = self.kinds[code]
        shown = {name: one_line(value) for name, value in words.items()}
        found = Problem(
            kind, place, say(kind.message, **shown), hint.harmless if hint else say(kind.hint, **shown)
        )
        str(found.what), str(found.instead)  # a missing word is noticed here, not when they are printed
        return found
