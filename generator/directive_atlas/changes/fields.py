"""What of each record is compared: the parts of a field, each by what makes it the same part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from directive_atlas.api.v1 import (
    Actor,
    Change,
    Day,
    Directive,
    Records,
    Report,
    Target,
    Task,
    Term,
    Timing,
    Topic,
    Words,
)
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import Because, Name, Value
from directive_atlas.vocabulary.changes import Changing
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import EventKind
from directive_atlas.vocabulary.word import Word

Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a field: the ``key`` by which it is the same part, what it has, and what it is called.

    ``because`` tells why it is not as it was before, where the record says so; ``event`` is the name of the
    entry in calendars that has its day, ``moves`` how often that was moved.
    """

    field: Changing
    key: Key
    value: tuple[Value, ...]
    of: tuple[Value, ...] = ()
    because: Because | None = None
    event: str | None = None
    moves: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the parts of records, with the names of the records that they refer to."""

    names: Mapping[str, Text]

    def directive(self, found: Directive) -> Iterator[Part]:
        """The parts of a directive."""
        yield from _words(Changing.TITLE, found.title)
        yield from _plain(Changing.NUMBER, found.number)
        for kind, day in found.dates.items():
            event = kind.value if EventKind(kind.value).is_deadline else None
            yield Part(Changing.DATE, (kind,), (_day(day),), (kind,), event=event)
        yield from self._named(Changing.ISSUER, found.issuers)
        yield from self._named(Changing.ADDRESSEE, found.addressees)
        if found.status:
            yield Part(Changing.PAPER, (), tuple(_given(found.status.status, _date(found.status.date))))
        for each in found.relations:
            other = self.name(each.directive) if each.directive else text_of(each.title or {})
            yield Part(Changing.RELATION, (each.kind, other), (each.kind, other))
        for one in found.findings:
            yield Part(
                Changing.FINDING,
                (text_of(one.question),),
                (text_of(one.answer),),
                (text_of(one.question),),
            )
        for place, target in enumerate(found.targets, 1):
            yield from self._figure(target, place)
        yield from self._named(Changing.TOPIC, found.topics)
        yield from _words(Changing.SUMMARY, found.summary)

    def task(self, found: Task) -> Iterator[Part]:
        """The parts of a task or measure, without its own measures."""
        yield from _words(Changing.TITLE, found.title)
        for place, quote in enumerate(found.quotes, 1):
            yield Part(Changing.QUOTE, (str(place),), (quote.text,))
        yield from _word(Changing.OBLIGATION, found.obligation)
        for duty in found.duties:
            body = self.name(duty.actor)
            yield Part(Changing.DUTY, (body, duty.role), (body, duty.role, duty.basis))
        for place, timing in enumerate(found.timings, 1):
            yield from self._timing(timing, place)
        for place, target in enumerate(found.targets, 1):
            yield from self._figure(target, place)
        for number, text in enumerate(found.deliverables, 1):
            yield Part(Changing.DELIVERABLE, (str(number),), (text_of(text),))
        yield from self._named(Changing.DEPENDENCY, found.depends_on)
        yield from self._named(Changing.TOPIC, found.topics)
        yield from _words(Changing.APPLIES_TO, found.applies_to)
        yield from _words(Changing.PRECONDITION, found.precondition)
        yield from _words(Changing.NOTE, found.note)
        for report in found.reports:
            yield self._report(report)
        yield from _word(Changing.TIMELINESS, found.standing.timeliness)
        yield from _word(Changing.STATE, found.standing.state)

    def actor(self, found: Actor) -> Iterator[Part]:
        """The parts of an actor."""
        yield from _words(Changing.TITLE, found.name)
        for alias in found.aliases:
            yield Part(Changing.ALIAS, (alias.name,), (alias.name,))
        yield from self._named(Changing.PARENT, (found.parent,) if found.parent else ())
        yield from self._named(Changing.MEMBER, found.members)
        yield from self._named(Changing.SUCCESSOR, (each.actor for each in found.successors))
        yield from _words(Changing.SUMMARY, found.summary)

    def topic(self, found: Topic) -> Iterator[Part]:
        """The parts of a topic."""
        yield from _words(Changing.TITLE, found.name)
        yield from self._named(Changing.PARENT, (found.parent,) if found.parent else ())
        yield from _words(Changing.SUMMARY, found.summary)

    def term(self, found: Term) -> Iterator[Part]:
        """The parts of a term."""
        yield from _words(Changing.TITLE, found.term)
        yield from _words(Changing.DEFINITION, found.definition)
        yield from (Part(Changing.ALIAS, (name,), (name,)) for name in found.aliases)

    def name(self, record_id: str) -> Name:
        """A record that is named, with what it is called."""
        return Name(record_id, self.names.get(record_id))

    def _named(self, field: Changing, ids: Iterable[str]) -> Iterator[Part]:
        for each in ids:
            name = self.name(each)
            yield Part(field, (name,), (name,))

    def _timing(self, timing: Timing, place: int) -> Iterator[Part]:
        key, event = (str(place),), f"due-{place}"
        if timing.recurrence:
            yield Part(Changing.RECURRENCE, key, (timing.recurrence,), event=event)
        elif timing.due:
            because = self._why(timing.earlier)
            day, moves = _day(timing.due), len(timing.earlier)
            yield Part(Changing.DEADLINE, key, (day,), because=because, event=event, moves=moves)
        elif timing.words:
            yield Part(Changing.DEADLINE, key, (timing.words,), event=event if timing.latest else None)

    def _why(self, earlier: tuple[Change, ...]) -> Because | None:
        if not earlier:
            return None
        last = earlier[-1]
        note = text_of(last.note) if last.note else None
        return Because(self.name(last.directive) if last.directive else None, note)

    def _figure(self, target: Target, place: int) -> Iterator[Part]:
        of = tuple(_given(text_of(target.metric), self.name(target.actor) if target.actor else None))
        key = (target.id or str(place),)
        if target.value is not None:
            unit = (text_of(target.unit),) if target.unit else ()
            upper = (_number(target.to),) if target.to is not None else ()
            yield Part(Changing.FIGURE, key, (target.comparator, _number(target.value), *upper, *unit), of)
        if target.by:
            event = f"figure-{target.id or place}" if target.of_text else None
            yield Part(Changing.FIGURE_DAY, key, (_day(target.by),), of, event=event)

    def _report(self, report: Report) -> Part:
        body = self.name(report.actor) if report.actor else None
        source = report.evidence.url or str(report.evidence.title) if report.evidence else ""
        day = _day(report.date)
        key = tuple(_given(day, _date(report.as_of), body, source, report.target))
        note = text_of(report.note) if report.note else None
        value = tuple(_given(day, body, report.status, report.verification, note))
        return Part(Changing.REPORT, key, value, tuple(_given(day, body)))


def _given(*values: Value | None) -> Iterator[Value]:
    return (value for value in values if value is not None)


def text_of(words: Words) -> Text:
    """A text as a value that can be compared and be a key."""
    return Text(tuple(words.items()))


def _day(day: Day) -> ImpreciseDate:
    return ImpreciseDate(day.text, day.first, day.last)


def _date(day: Day | None) -> ImpreciseDate | None:
    return _day(day) if day else None


def _words(field: Changing, words: Words | None) -> Iterator[Part]:
    if words:
        yield Part(field, (), (text_of(words),))


def _plain(field: Changing, text: str | None) -> Iterator[Part]:
    if text:
        yield Part(field, (), (text,))


def _word(field: Changing, word: Word | None) -> Iterator[Part]:
    if word is not None:
        yield Part(field, (), (word,))


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def names(made: Records) -> Mapping[str, Text]:
    """What each record is called, by its id."""
    found: dict[str, Words] = {task.key: task.title for task in made.all_tasks()}
    found |= {each.id: each.title for each in made.directives.values()}
    found |= {each.id: each.name for each in made.actors.values()}
    found |= {each.id: each.name for each in made.topics.values()}
    return {record_id: text_of(words) for record_id, words in found.items()}
