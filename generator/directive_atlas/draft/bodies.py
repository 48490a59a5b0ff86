"""Finding names of bodies in a text: those of the site and of the registries, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from directive_atlas.draft.model import Body
from directive_atlas.passages import Span


@dataclass(frozen=True)
class Names:
    """Names and aliases, each with the ids of the bodies that it may mean."""

    ids: Mapping[str, Sequence[str]]

    def __post_init__(self) -> None:
        """Build the automaton once."""
        object.__setattr__(self, "_names", list(self.ids))
        object.__setattr__(self, "_automaton", AhoCorasick(list(self.ids), MatchKind.LeftmostLongest))

    def within(self, text: str, span: Span) -> Iterable[Body]:
        """The bodies that a part of a text names, in order; without an id where a name is ambiguous."""
        piece = text[span.start : span.end]
        automaton: AhoCorasick = self._automaton  # type: ignore[attr-defined]
        names: list[str] = self._names  # type: ignore[attr-defined]
        for index, start, end in automaton.find_matches_as_indexes(piece):
            if _is_whole(piece, start, end):
                meant = self.ids[names[index]]
                where = Span(span.start + start, span.start + end)
                yield Body(names[index], meant[0] if len(meant) == 1 else None, where)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters does not begin or end within a word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_joins(before, text[start]) or _joins(text[end - 1], after))


def _joins(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
