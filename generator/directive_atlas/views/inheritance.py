"""What a body took over from others: the tasks of its predecessors, apart from its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Succession
from directive_atlas.views.work import SHOWN, Work, work_of
from directive_atlas.vocabulary.progress import WorkGroup

_GROUPS = tuple(WorkGroup)


@dataclass(frozen=True, slots=True)
class Inheritance:
    """One predecessor, at any depth: the successions on the way from it, and its tasks at the time.

    The text laid the tasks on the predecessor, so they are in no list and no count of its successor.
    ``rows`` are in the order of a work list.
    """

    older: str
    successions: tuple[Succession, ...]
    rows: tuple[Work, ...]
    left_out: int
    partly: bool
    """Whether on every way only a part went over, and so perhaps not each of the tasks."""


def inheritances(corpus: Corpus, actor: str) -> list[Inheritance]:
    """What has come to an actor from its predecessors and theirs; ``check`` has refused circles (E303)."""
    found: dict[str, list[Succession]] = {}
    waiting = _predecessors(corpus, actor)
    for succession in waiting:
        if succession.older not in found:
            waiting.extend(_predecessors(corpus, succession.older))
        found.setdefault(succession.older, []).append(succession)
    return [
        _inheritance(corpus, older, tuple(successions), partly=not _wholly(corpus, older, actor))
        for older, successions in found.items()
    ]


def _predecessors(corpus: Corpus, actor: str) -> list[Succession]:
    return [each for each in corpus.actors[actor].predecessors if each.past(corpus.as_of)]


def _wholly(corpus: Corpus, older: str, newer: str) -> bool:
    """Whether all of one body came to the other, if need be through others."""
    waiting, seen = [older], {older}
    while waiting:
        for succession in corpus.actors[waiting.pop()].successors:
            if succession.past(corpus.as_of) and not succession.part and succession.newer not in seen:
                seen.add(succession.newer)
                waiting.append(succession.newer)
    return newer in seen


def _inheritance(
    corpus: Corpus, older: str, successions: tuple[Succession, ...], *, partly: bool
) -> Inheritance:
    own = (row for row in work_of(corpus, older) if row.asks)
    there = [row for row in own if _went_over(corpus.directives[row.task.directive], successions)]
    rows = sorted(there, key=lambda row: _GROUPS.index(row.due))[:SHOWN]
    return Inheritance(older, successions, tuple(rows), len(there) - len(rows), partly)


def _went_over(directive: Directive, successions: Iterable[Succession]) -> bool:
    """Whether a directive may be older than a succession; what is younger did not go over."""
    dates = [succession.date for succession in successions]
    return not directive.date or any(not date or directive.date.first <= date.last for date in dates)
