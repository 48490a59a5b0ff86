"""Does a passage that several records quote say by how many?

A quote by position that slips to a passage of others leaves nothing unread if the one that it left is quoted
by others, too. So a shared passage says how many records share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.check.slips.placed import Found, Placed, named
from directive_atlas.load import schema
from directive_atlas.passages import Span
from directive_atlas.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class _Use:
    """A quote of a task or measure, where its words stand, and its number in the record of the directive."""

    number: int
    quote: schema.Quote
    span: Span
    by: Placed

    def shares(self, other: _Use) -> bool:
        """Whether two quotes that overlap share a passage: a part of one's own passage is not shared."""
        return self.span == other.span or not (self.is_above(other) or other.is_above(self))

    def is_above(self, other: _Use) -> bool:
        """Whether the other is a quote of a part of this one's record."""
        return any(self.by.measure is each for each in other.by.above)


def shared_passages(found: Found) -> Iterator[Problem]:
    """W440: a quote by position has words of another, and does not say so; W441: it says another number.

    Words that are written out cannot slip, so they need not say it.
    """
    for every in found:
        uses = _uses(every)
        sharing = _sharing(uses)
        for use in uses:
            others = [uses[number] for number in sorted(sharing.get(use.number, ()))]
            yield from _problems(use, [o for o in others if not any(each.is_above(o) for each in others)])


def _uses(records: Sequence[Placed]) -> list[_Use]:
    quotes = [(q, span, by) for by in records for q, span in zip(by.measure.quotes, by.own, strict=True)]
    return [_Use(number, quote, span, by) for number, (quote, span, by) in enumerate(quotes)]


def _sharing(uses: Sequence[_Use]) -> Mapping[int, set[int]]:
    """For each quote by number, those that share its passage."""
    found: dict[int, set[int]] = {}
    before: list[_Use] = []
    for use in sorted(uses, key=lambda each: each.span):
        before = [each for each in before if each.span.end > use.span.start]
        for each in before:
            if use.shares(each):
                found.setdefault(use.number, set()).add(each.number)
                found.setdefault(each.number, set()).add(use.number)
        before.append(use)
    return found


def _problems(use: _Use, others: Sequence[_Use]) -> Iterator[Problem]:
    given, count = use.quote.shared_by, 1 + len(others)
    if given and given != count:
        yield problem("W441", use.quote.at("shared_by"), given=given, count=count)
    if given or use.quote.exact:
        return
    # Of two that both say nothing, only the later one is a problem: one mistake is one problem.
    heard = (each for each in others if each.quote.shared_by or each.number < use.number)
    if other := next((each for each in heard if not _is_twice(use, each)), None):
        yield problem("W440", use.quote.place, other=named(other.by.measure), count=count)


def _is_twice(use: _Use, other: _Use) -> bool:
    """Whether E438 says it already: two tasks with just the same quotes."""
    return use.by.own == other.by.own and use.by.task is not other.by.task
