"""Comparing a record with the annotations of its text, in six measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce

from directive_atlas.passages import Span
from directive_atlas.vocabulary.folding import name_key

from tests.benchmarks.draft.align import aligned
from tests.benchmarks.draft.bodies import Known, alike, is_body
from tests.benchmarks.draft.claims import Claim, Compared, Slip, agree, once
from tests.benchmarks.draft.gold import Row
from tests.benchmarks.draft.match import Item, Matched, match_items
from tests.benchmarks.draft.record import Drafted, Figure, Mention, Part
from tests.benchmarks.draft.times import time_line

MEASURES = ("items", "actor with role", "actor", "deadlines", "targets", "relations")
"""What is compared, in the order of the table."""

Scores = dict[str, Compared]
"""By the words of ``MEASURES``."""


def total(scores: Iterable[Scores]) -> Scores:
    """All of several documents, each annotation counted once."""
    listed = list(scores)
    return {name: reduce(Compared.__add__, (each[name] for each in listed), Compared()) for name in MEASURES}


def compare(rows: Sequence[Row], text: str, drafted: Drafted, limit: Span) -> Scores:
    """All measures for one document; ``text`` is the one that was annotated, within ``limit``."""
    moved = aligned(text, drafted.text)
    kept = _within(drafted, moved(Span(limit.start, min(limit.end, len(text)))))
    items = [Item(row.item, moved(row.span), row.words) for row in rows if row.kind == "item"]
    both = _Both(rows, kept, items, match_items(items, kept.parts, kept.text))
    return {
        "items": _items(both),
        "actor with role": _duties(both, with_role=True),
        "actor": _duties(both, with_role=False),
        "deadlines": _deadlines(both),
        "targets": _targets(both),
        "relations": _relations(both, moved),
    }


def _within(drafted: Drafted, limit: Span) -> Drafted:
    """A record without what lies outside the part of the text that was annotated."""
    parts = tuple(each for each in drafted.parts if not each.spans or _begins_in(each.start, limit))
    mentions = (each for each in drafted.mentions if not each.span or _begins_in(each.span.start, limit))
    figures = tuple(each for each in drafted.figures if each.start < 0 or _begins_in(each.start, limit))
    return Drafted(drafted.text, parts, tuple(mentions), figures)


def _begins_in(start: int, limit: Span) -> bool:
    return limit.start <= start < limit.end


@dataclass(frozen=True)
class _Both:
    """A record beside the annotations, item by item."""

    rows: Sequence[Row]
    drafted: Drafted
    items: Sequence[Item]
    matched: Matched

    def annotated(self, kind: str) -> Iterator[Row]:
        return (row for row in self.rows if row.kind == kind)

    @property
    def numbered(self) -> Iterator[tuple[int, Part]]:
        """Each part with the number of its item; with one of its own, below 0, where it has none."""
        return ((self._number(index), part) for index, part in enumerate(self.drafted.parts))

    def _number(self, part: int) -> int:
        item = self.matched.item_of(part)
        return -1 - part if item is None else self.items[item].number

    def item_at(self, position: int) -> int:
        """The number of the item that holds a position; below 0 if none does."""
        held = (each.number for each in self.items if each.span.start <= position < each.span.end)
        return next(held, -1)

    def name(self, task: str) -> str:
        """What the annotations call a task of the record."""
        return next((f"item {number}" for number, part in self.numbered if part.id == task), "item")


def _items(both: _Both) -> Compared:
    found = set(both.matched.pairs.values())
    missed = (Slip(True, item.span.start, item.words) for i, item in enumerate(both.items) if i not in found)
    extra = (Slip(False, part.start, part.words) for number, part in both.numbered if number < 0)
    return Compared(len(found), (*missed, *extra))


_Duty = tuple[Known, str]
"""A body of the record and its role."""


def _duties(both: _Both, *, with_role: bool) -> Compared:
    gold = (_claim(row, f"{row.words}: {'|'.join(row.roles)}") for row in both.annotated("duty"))
    drafted = (
        Claim(number, part.start, f"{min(body.names)}: {role}", (body, role))
        for number, part in both.numbered
        for body, role in part.duties
    )

    def same(one: _Duty, row: Row) -> float:
        body, role = one
        return is_body(body, row.id, row.words) and (not with_role or role in row.roles)

    return agree(
        once(gold, lambda row: (row.id or name_key(row.words), row.roles if with_role else ())),
        once(drafted, lambda duty: (duty[0].ids, duty[1] if with_role else "")),
        same,
    )


def _claim(row: Row, words: str) -> Claim[Row]:
    return Claim(row.item, row.span.start, words, row)


def _deadlines(both: _Both) -> Compared:
    gold = (_claim(row, "|".join(row.values)) for row in both.annotated("deadline"))
    drafted = (
        Claim(number, part.start, line, line)
        for number, part in both.numbered
        for line in (time_line(each, both.name) for each in part.times)
    )
    return agree(
        once(gold, lambda row: row.values), once(drafted, str), lambda line, row: float(line in row.values)
    )


def _targets(both: _Both) -> Compared:
    gold = (_claim(row, "|".join(row.values)) for row in both.annotated("target"))
    of_tasks = ((number, part.start, each) for number, part in both.numbered for each in part.figures)
    of_all = ((both.item_at(each.start), each.start, each) for each in both.drafted.figures)
    drafted = (
        Claim(number, start, f"{each.value} {each.units[0]}", each)
        for number, start, each in (*of_tasks, *of_all)
    )
    return agree(gold, drafted, _is_target)


def _is_target(figure: Figure, row: Row) -> float:
    """The same number, and a unit with the same words; any unit where none was annotated."""
    for number, _, wanted in (each.partition(" ") for each in row.values):
        if Decimal(number) == figure.value and any(_is_unit(unit, wanted) for unit in figure.units):
            return 1
    return 0


def _is_unit(unit: str, wanted: str) -> bool:
    return not wanted or name_key(unit) == name_key(wanted) or alike(unit, wanted)


def _relations(both: _Both, moved: Callable[[Span], Span]) -> Compared:
    rows = (replace(row, item=0) for row in both.annotated("relation"))  # a paper relates, not one item
    gold = (_claim(row, f"{'|'.join(row.values)}: {row.words}") for row in rows)
    drafted = (Claim(0, each.start, f"{each.kind}: {each.called}", each) for each in both.drafted.mentions)

    def same(mention: Mention, row: Row) -> float:
        """The same kind, and the same name; or at least a passage with the other paper's name."""
        if mention.kind not in row.values:
            return 0
        if any(alike(name, row.words) for name in mention.names):
            return 2
        span = moved(row.span)
        return bool(mention.span and mention.span.start < span.end and span.start < mention.span.end)

    return agree(gold, drafted, same)
