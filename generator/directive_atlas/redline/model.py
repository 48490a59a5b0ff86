"""What changed between two texts, and what it moves."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages import Span
from directive_atlas.vocabulary.editions import Fate


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence: in both editions, or only in the old (``gone``) or the new one (``come``)."""

    words: str
    gone: bool = False
    come: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """What only the old sentence names, and what only the new one does."""

    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.come)


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that is not as it was.

    ``times`` are the dates and durations that it names no longer or newly, ``bodies`` the ids of actors.
    ``before`` and ``after`` are the keys of the tasks and measures that rest on its old and its new words.
    """

    fate: Fate
    old: Span | None
    new: Span | None
    pieces: tuple[Piece, ...]
    times: Moved
    bodies: Moved
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """All changes from one text to another, in its order; ``kept`` counts the sentences that stayed."""

    changes: tuple[Change, ...]
    kept: int

    def of(self, fate: Fate) -> tuple[Change, ...]:
        """The sentences of one fate."""
        return tuple(change for change in self.changes if change.fate is fate)
