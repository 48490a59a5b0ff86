"""A table of tasks as a draft of its record: one task a row, with the bodies and the time of its cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.marks import walk
from directive_atlas.draft.model import (
    Aside,
    Body,
    Certainty,
    Draft,
    DraftDuty,
    DraftRule,
    DraftTime,
    Head,
    Part,
    PartKind,
    Question,
    Why,
)
from directive_atlas.draft.quoting import words_of
from directive_atlas.expand.titles import head
from directive_atlas.load.pasted import usual
from directive_atlas.passages import Span, overlaps
from directive_atlas.problems import Wording, say
from directive_atlas.tables.cells import Cell
from directive_atlas.tables.columns import Column
from directive_atlas.tables.layout import Heading
from directive_atlas.tables.rows import Chapter, Entry, Group
from directive_atlas.tables.source import TableText
from directive_atlas.tables.table import Table
from directive_atlas.tables.times import time_in
from directive_atlas.tables.units import Unit, units_in
from directive_atlas.vocabulary.languages import is_chinese, main_language
from directive_atlas.vocabulary.tasks import Role, RuleKind

_FIRST_LEADS = re.compile(
    r"(?:列|排|居|名列)?(?:在)?(?:第一|首)(?:位|个|名)?的?(?:单位|部门)?[，,]?(?:均)?(?:为|是|系)(?:牵头|主办)"
    r"|first\s+(?:named\s+|listed\s+)?(?:\w+\s+)?(?:named\s+|listed\s+)?(?:is the lead|leads)",
    re.IGNORECASE,
)
"""How a table says that the first of several bodies leads."""


_INFERRED = re.compile(r"[*＊]\s*(?:.*\binferred\b|.*推[断定])", re.IGNORECASE)
"""How a table says that an asterisk marks a body that the editors infer."""


def draft_of(table: Table, own: Head, names: Names, first_leads: bool | None) -> Draft:
    """The draft of a table; ``own`` is what is known of the paper, which the table need not say.

    ``first_leads`` is whether of several responsible bodies the first leads, if we were told.
    """
    text = table.text
    rules = tuple(_rules(text)) if first_leads is not False else ()
    marks = any(_INFERRED.match(text.words(span)) for span in text.around)
    rows = _Rows(text, names, _First.of(rules, first_leads), marks)
    chapters = (rows.chapter(chapter) for chapter in table.contents.chapters)
    parts = (*(rows.group(group) for group in table.contents.groups), *chapters)
    asides = tuple(_asides(text, own.title, parts, {rule.span for rule in rules}))
    language = main_language(text.source.text, ("zh", "en"))
    return Draft(language, own, parts, asides=asides, rules=rules)


def _rules(text: TableText) -> Iterator[DraftRule]:
    """What a heading or a line above or below the table says of all bodies."""
    for span in (*text.headings.values(), *text.around):
        if _FIRST_LEADS.search(text.words(span)):
            why = Why(say("the table says that the first body leads"), Certainty.CERTAIN, span)
            yield DraftRule(RuleKind.FIRST_LEADS, span, why)
            return


def _asides(text: TableText, title: str, parts: Sequence[Part], ruled: Collection[Span]) -> Iterator[Aside]:
    """The lines around the table, its headings, and a number that stands apart from its task."""
    for span in text.around:
        if span not in ruled:
            is_title = text.words(span) == title
            yield _aside(span, say("the title of the table") if is_title else say("a remark on the table"))
    headings = [span for span in text.headings.values() if span not in ruled]
    for span in text.joined(headings):
        yield _aside(span, say("headings of the table"))
    quoted = set(
        overlaps(text.cells.values(), (q for part in parts for each in walk(part) for q in each.quotes))
    )
    for span in text.cells.values():
        if span not in quoted:
            yield _aside(span, say("a cell without words of a task"))


def _aside(span: Span, reason: Wording) -> Aside:
    return Aside(span, reason, Why(reason, Certainty.CERTAIN, span))


class _First(Enum):
    """Who says whether the first of several bodies leads."""

    STATED = auto()
    """The table: it does."""
    TOLD = auto()
    """Whoever gave the command: it does."""
    DENIED = auto()
    """The same: it does not."""
    UNSAID = auto()
    """Nobody."""

    @classmethod
    def of(cls, rules: Sequence[DraftRule], told: bool | None) -> _First:
        """What holds: the table itself goes before what we were told, unless that denies it."""
        if told is False:
            return cls.DENIED
        if rules:
            return cls.STATED
        return cls.TOLD if told else cls.UNSAID


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the parts of the draft from the rows of one table."""

    text: TableText
    names: Names
    first: _First
    marks: bool
    """Whether an asterisk says that a body is inferred."""

    def chapter(self, chapter: Chapter) -> Part:
        span = self._span(chapter.heading)
        inner = (*(self.group(group) for group in chapter.groups), *map(self.chapter, chapter.chapters))
        why = Why(say("a heading over several rows"), Certainty.CERTAIN, span)
        return Part(PartKind.SECTION, (span,), why, title=chapter.heading.line.rstrip(":："), parts=inner)

    def group(self, group: Group) -> Part:
        """A task of one row, or of several with a measure for each."""
        if len(group.entries) == 1:
            [entry] = group.entries
            return self._part(PartKind.TASK, entry, entry.task or entry.words, frozenset())
        shared = group.shared
        measures = tuple(self._part(PartKind.MEASURE, entry, entry.words, shared) for entry in group.entries)
        whole = self._part(PartKind.TASK, group.entries[0].only(shared), group.words, frozenset())
        return replace(whole, parts=measures)

    def _part(self, kind: PartKind, entry: Entry, words: Cell, above: frozenset[Cell]) -> Part:
        """A task or measure; the cells ``above`` belong to what it is a part of."""
        own = entry.without(above)
        quotes = tuple(self._quotes(own))
        adds = any(heading.column and heading.column.role for heading, cell in entry.bodies if cell in above)
        duties, asked = self._duties(own, adds=adds)
        times, doubts = self._times(own)
        why = Why(say("a row of the table"), Certainty.CERTAIN, self._span(words))
        return Part(
            kind,
            quotes,
            why,
            label=next((usual(cell.line) for cell in own.labels), None),
            title=head(words_of(self.text.source, self._span(words))),
            duties=duties,
            adds=adds and bool(duties),
            times=times,
            questions=(*asked, *doubts),
            note="\n".join(_kept(heading, cell) for heading, cell in own.others if cell),
        )

    def _span(self, cell: Cell) -> Span:
        return self.text.span(cell) or Span(0, 0)

    def _quotes(self, entry: Entry) -> Iterator[Span]:
        """The passages of a row: neighbouring cells together, but no number alone."""
        numbers = {self._span(cell) for cell in entry.labels}
        spans = self.text.joined([self._span(cell) for cell in entry.in_order])
        yield from (span for span in spans if span not in numbers)

    def _duties(self, entry: Entry, *, adds: bool) -> tuple[tuple[DraftDuty, ...], tuple[Question, ...]]:
        duties, questions = list[DraftDuty](), list[Question]()
        for heading, cell in entry.bodies:
            role = (heading.column and heading.column.role) or Role.RESPONSIBLE
            units = units_in(cell.text, role, lambda name: name in self.names.ids)
            duties += self._ranked(units, cell, heading)
            if self.first is _First.UNSAID and _is_unranked(units, heading):
                questions.append(
                    Question(self._span(cell), say("several bodies are responsible; does the first lead?"))
                )
        if entry.bodies and not duties and not adds:
            questions.append(
                Question(
                    self._span(entry.words),
                    say("no body is named in row {row}; does one above hold for it?", row=entry.number),
                )
            )
        return _each_once(duties), tuple(questions)

    def _ranked(self, units: Sequence[Unit], cell: Cell, heading: Heading) -> Iterator[DraftDuty]:
        """The bodies of a cell; where the first leads, the others support it."""
        ranks = self.first in {_First.STATED, _First.TOLD} and _is_unranked(units, heading)
        told = say("the first of several bodies leads; the editors say so, not the table")
        marked = say("the table marks this body as inferred")
        for index, unit in enumerate(units):
            role = (Role.SUPPORT if index else Role.LEAD) if ranks else unit.role
            span = self._within(unit.name, cell)
            rule = say("a body under “{heading}”", heading=heading.text)
            body = Body(unit.name, self._id(unit.name), span)
            ranked = told if ranks and self.first is _First.TOLD else None
            inferred = ranked or (marked if unit.marked and self.marks else None)
            yield DraftDuty(
                body, role, Why(rule, Certainty.CERTAIN, span), and_others=unit.and_others, inferred=inferred
            )

    def _id(self, name: str) -> str | None:
        found = self.names.ids.get(name, ())
        return found[0] if len(found) == 1 else None

    def _within(self, words: str, cell: Cell) -> Span:
        """Where words stand in a cell; all of it where a line break divides them."""
        span = self._span(cell)
        at = self.text.source.text.find(words, span.start, span.end)
        return Span(at, at + len(words)) if at >= 0 else span

    def _times(self, entry: Entry) -> tuple[tuple[DraftTime, ...], tuple[Question, ...]]:
        times, questions = list[DraftTime](), list[Question]()
        for _, cell in entry.times:
            span, found = self._span(cell), time_in(cell.text)
            if found is None:
                questions.append(Question(span, say("which time is meant?")))
                continue
            why = Why(say("the time of the row"), Certainty.CERTAIN, span)
            times.append(DraftTime(found.written, cell.line, why))
            if found.serial:
                read = say(
                    "the number {number} was read as the day {day}", number=cell.line, day=found.written
                )
                questions.append(Question(span, read))
        return tuple(times), tuple(questions)


def _kept(heading: Heading, cell: Cell) -> str:
    """What a column says that has no place of its own in a record."""
    if not heading.text:
        return cell.line
    return f"{heading.text}：{cell.line}" if is_chinese(heading.text) else f"{heading.text}: {cell.line}"


def _is_unranked(units: Sequence[Unit], heading: Heading) -> bool:
    """Whether several bodies are called responsible, and none of them is said to lead."""
    return heading.column is Column.RESPONSIBLE and len(units) > 1 and not any(unit.said for unit in units)


def _each_once(duties: Sequence[DraftDuty]) -> tuple[DraftDuty, ...]:
    """The duties without those that repeat a body in the same or a lesser part."""
    found: dict[str, DraftDuty] = {}
    for duty in duties:
        found.setdefault(duty.body.words, duty)
    return tuple(found.values())
