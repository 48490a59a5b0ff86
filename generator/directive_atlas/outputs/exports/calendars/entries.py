"""What stands in calendars: the deadlines of tasks and figures, and changes that are not in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.outputs.exports.calendars.recurrences import repeated
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Directive, ProposedDeadline, Target, Task, Text, Timing
from directive_atlas.resolve.model.changes import RecordChange
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.tasks import PendingChange
from directive_atlas.vocabulary.timeline import EventKind
from directive_atlas.vocabulary.zones import zone


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the day on which something is due, or (``rule``) the first of its days.

    ``id`` is the same for the same statement of the same record, whatever it says. ``kind`` says what is
    due; a ``proposed`` day binds nobody. ``firm`` tells whether the day is certain: it is not where it
    holds only in principle, waits for something, or is proposed. ``version`` counts the changes of what it
    says, ``changed`` is the day of the last one. Of an entry whose record is gone, or no longer has it,
    ``left`` is the change by which it came to its end.
    """

    id: str
    day: ImpreciseDate
    kind: EventKind | PendingChange
    what: Text
    directive: str
    task: str | None
    actor: str | None = None
    moment: dt.datetime | None = None
    rule: str | None = None
    firm: bool = True
    cancelled: bool = False
    version: int = 0
    changed: dt.date | None = None
    left: RecordChange | None = None


def entries(corpus: Corpus) -> Iterator[Entry]:
    """All entries of the records of today, in the order of the site."""
    for directive in corpus.directives.values():
        yield from _of_directive(directive)
        for task in directive.walk():
            yield from _of_task(task)
            yield from _of_targets(task.targets, task.key, directive)


def _of_directive(directive: Directive) -> Iterator[Entry]:
    for kind, date in directive.dates:
        event = EventKind(kind.value)
        if event.is_deadline:
            yield Entry(f"{directive.id}/{kind.value}", date, event, directive.title, directive.id, None)
    yield from _of_targets(directive.targets, directive.id, directive)


def _of_targets(targets: tuple[Target, ...], owner: str, directive: Directive) -> Iterator[Entry]:
    for place, target in enumerate(targets, 1):
        if target.by and target.of_text:
            name = f"{owner}/figure-{target.id or place}"
            yield Entry(
                name, target.by, EventKind.TARGET, target.metric, directive.id, target.task, target.actor
            )


def _of_task(task: Task) -> Iterator[Entry]:
    for place, timing in enumerate(task.timings, 1):
        name = f"{task.key}/due-{place}"
        found = _recurring(task, timing, name) if timing.cycle else _single(task, timing, name)
        if found:
            yield found
        for number, change in enumerate(timing.proposed, 1):
            if change.by:
                yield _proposed(task, change, change.by, f"{name}-proposed-{number}")


def _single(task: Task, timing: Timing, name: str) -> Entry | None:
    day = timing.due or timing.latest
    if day is None:
        return None
    kind = EventKind.BEGIN_BY if timing.begins else EventKind.DUE if timing.due else EventKind.TENTATIVE
    changes = [change.changed.first for change in timing.earlier if change.changed]
    return Entry(
        name,
        day,
        kind,
        task.title,
        task.directive,
        task.key,
        moment=_moment(timing, day),
        firm=_firm(task, timing),
        cancelled=_cancelled(task),
        version=len(timing.earlier) + _cancelled(task),
        changed=max(changes, default=None),
    )


def _recurring(task: Task, timing: Timing, name: str) -> Entry | None:
    cycle = timing.cycle
    if cycle is None or cycle.series is None:
        return None
    last = cycle.end.last if cycle.end else cycle.last.result if cycle.last else None
    days = repeated(cycle.series, last)
    if days is None:
        return None
    return Entry(
        name,
        on_day(days.first),
        EventKind.DUE,
        task.title,
        task.directive,
        task.key,
        rule=days.rule,
        firm=_firm(task, timing),
        cancelled=_cancelled(task),
        version=int(_cancelled(task)),
    )


def _proposed(task: Task, change: ProposedDeadline, day: ImpreciseDate, name: str) -> Entry:
    changed = change.date.first if change.date else None
    return Entry(name, day, change.status, task.title, task.directive, task.key, firm=False, changed=changed)


def _moment(timing: Timing, day: ImpreciseDate) -> dt.datetime | None:
    """The time of day, where the text gives one and the day is known."""
    if not (timing.time and timing.zone and day.is_day):
        return None
    return dt.datetime.combine(day.first, dt.time.fromisoformat(timing.time), zone(timing.zone))


def _firm(task: Task, timing: Timing) -> bool:
    day = timing.due
    return bool(day or timing.cycle) and not (timing.soft or timing.at_least or task.in_principle)


def _cancelled(task: Task) -> bool:
    """Whether the task has come to its end otherwise than by being done."""
    return any(ending.past and not ending.part for ending in task.endings)
