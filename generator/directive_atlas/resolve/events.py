"""All dated entries, for the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.model import Directive, Target, Task, Timing
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.timeline import EventKind


def events(directives: Iterable[Directive]) -> tuple[Event, ...]:
    """All dated entries, oldest first."""
    found = (event for directive in directives for event in _of_directive(directive))
    return tuple(sorted(found, key=lambda e: (e.date.last, e.date.first, e.directive, e.task or "")))


def _of_directive(directive: Directive) -> Iterator[Event]:
    for kind, date in directive.dates:
        yield Event(date, EventKind(kind.value), directive.id, None, directive.title)
    for event in directive.events.values():
        if event.date:
            yield Event(event.date, EventKind.EVENT, directive.id, None, event.title)
    yield from _of_targets(directive.targets, directive.id)
    for task in directive.walk():
        yield from _of_task(task)


def _of_task(task: Task) -> Iterator[Event]:
    for timing in task.timings:
        yield from _cycle_times(task, timing) if timing.cycle else _period(task, timing)
    yield from _of_targets(task.targets, task.directive)
    for report in task.reports:
        key, note, actor = task.key, report.note, report.actor
        kind = EventKind.CONTEXT if report.context else EventKind.REPORT
        yield Event(report.date, kind, task.directive, key, task.title, note, actor)


def _of_targets(targets: Iterable[Target], directive: str) -> Iterator[Event]:
    """The days of figures: a target of the text is due then, what others set is not."""
    for target in targets:
        if target.by:
            kind = EventKind.TARGET if target.of_text else EventKind.FIGURE
            metric, actor = target.metric, target.actor
            yield Event(target.by, kind, directive, target.task, metric, actor=actor, figure=target)


def _period(task: Task, timing: Timing) -> Iterator[Event]:
    """A deadline with the start of its period; for a period without an end, its beginning."""
    counted = timing.first.result if timing.first else None
    start = timing.start or (on_day(counted) if counted else None)
    if timing.due:
        kind = EventKind.BEGIN_BY if timing.begins else EventKind.DUE
        yield Event(timing.due, kind, task.directive, task.key, task.title, start=start)
    elif timing.latest:
        yield Event(timing.latest, EventKind.TENTATIVE, task.directive, task.key, task.title)
    elif start:
        yield Event(start, EventKind.BEGINS, task.directive, task.key, task.title)


def _cycle_times(task: Task, timing: Timing) -> Iterator[Event]:
    """The occurrence of a recurrence that counts now, and the next one."""
    coming = timing.cycle.near.next if timing.cycle else None
    for date in dict.fromkeys((timing.due, on_day(coming) if coming else None)):
        if date:
            yield Event(date, EventKind.DUE, task.directive, task.key, task.title, again=True)
