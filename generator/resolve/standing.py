"""Where tasks stand on the day the site speaks of.

A report speaks for the whole task when it names no actor, or the only one who leads or owes it;
other reports tell of parts. A deadline is missed when its last day has passed without a report that
says “done”; whoever says nothing has not reported, which is not the same as not having begun.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.load.fields import ImpreciseDate, on_day
from generator.load.words import Status
from generator.resolve.model import (
    Duty,
    Ending,
    Report,
    Standing,
    State,
    Task,
    Timeliness,
    Timing,
    TimingForm,
)
from generator.schedule import When
from generator.schedule.completion import completion, owners, speaks_for_all

_PRESSING = tuple(Timeliness)


@dataclass(frozen=True, slots=True)
class Clock:
    """The day the site speaks of, and how many days ahead are soon."""

    as_of: dt.date
    due_soon: int


@dataclass(frozen=True, slots=True)
class Progressed:
    """What the reports on a task say together, before its time is looked at."""

    state: State
    report: Report | None
    completed: ImpreciseDate | None
    reports: tuple[Report, ...]
    ended: bool


def progressed(
    reports: Sequence[Report], duties: Sequence[Duty], endings: Sequence[Ending], *, parts_reported: bool
) -> Progressed:
    """What is reported of a task; ``reports`` come oldest first and are known by now."""
    who = owners(duties)
    whole = [report for report in reports if speaks_for_all(report, who) and report.status]
    last = whole[-1] if whole else None
    ended = any(ending.past and not ending.part for ending in endings)
    if last and last.status:
        return Progressed(State(last.status.value), last, completion(whole), tuple(whole), ended)
    state = State.PARTS_ONLY if reports or parts_reported else State.NO_REPORT
    return Progressed(state, None, None, (), ended)


def timeliness(
    form: TimingForm, when: When, told: Progressed, clock: Clock
) -> tuple[Timeliness, ImpreciseDate | None]:
    """How one timing stands, and the deadline that this speaks of."""
    due = _missed_or_next(when, told) if when.cycle else when.due
    settled = _settled(told, due, recurring=form is TimingForm.EVERY)
    if settled:
        return settled, due
    if due is None:
        return _without_due(when), None
    days = (due.last - clock.as_of).days
    if days < 0:
        return Timeliness.OVERDUE, due
    return (Timeliness.DUE_SOON if days <= clock.due_soon else Timeliness.AHEAD), due


def _without_due(when: When) -> Timeliness:
    """How a timing stands that ends on no known day."""
    if any(count.each for count in when.last):
        return Timeliness.PER_CASE
    return Timeliness.WAITING if any(count.result is None for count in when.last) else Timeliness.OPEN


def _settled(told: Progressed, due: ImpreciseDate | None, *, recurring: bool) -> Timeliness | None:
    """How a task stands whose time is no longer running; nothing while it runs."""
    if told.state is State.CANCELLED:
        return Timeliness.CANCELLED
    if told.completed and not recurring:
        if due is None:
            return Timeliness.FINISHED
        return Timeliness.LATE if told.completed.first > due.last else Timeliness.ON_TIME
    return Timeliness.ENDED if told.ended else None


def _missed_or_next(when: When, told: Progressed) -> ImpreciseDate | None:
    """Of a recurrence the last time, unless a report says that it was done since the one before."""
    cycle = when.cycle
    if not (cycle and cycle.previous and cycle.since):
        return when.due
    done = (report.as_of or report.date for report in told.reports if report.status is Status.DONE)
    fulfilled = any(day.last > cycle.since for day in done)
    return when.due if fulfilled else on_day(cycle.previous)


def standing(told: Progressed, timings: Sequence[Timing], measures: Sequence[Task], later: int) -> Standing:
    """How a whole task stands: by the most pressing of its timings; its parts stand beside that."""
    first = min(timings, key=lambda timing: _PRESSING.index(timing.timeliness), default=None)
    parts = {part.standing.timeliness for measure in measures for part in measure.walk()}
    return Standing(
        state=told.state,
        report=told.report,
        completed=told.completed,
        timeliness=first.timeliness if first else _settled(told, None, recurring=False) or Timeliness.OPEN,
        due=first.due if first else None,
        days=first.days if first else None,
        later=later,
        parts=min(parts, key=_PRESSING.index, default=None),
    )
