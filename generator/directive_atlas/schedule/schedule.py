"""From the raw corpus to the schedule: the days of every timing."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, records_in, task_key
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.contradictions import contradictions
from directive_atlas.schedule.counting import Counter
from directive_atlas.schedule.facts import Facts, gather
from directive_atlas.schedule.model import Count, Cycle, ResolvedTiming, Schedule
from directive_atlas.schedule.occurrences import unknown_occurrences
from directive_atlas.schedule.recurrence import Near, Series, around, from_day, read_rule, whole_periods
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day


def schedule(raw: RawCorpus, as_of: dt.date) -> tuple[Schedule, list[Problem]]:
    """The days of all timings as known on ``as_of``, in whatever order they depend on each other.

    Timings that depend on each other in a circle get no days; the checks report them.
    """
    facts = gather(raw)
    settled: dict[str, tuple[ResolvedTiming, ...]] = dict.fromkeys(facts.measures, ())
    counter = Counter(facts, settled, Clock(as_of))
    for key, _ in in_order(facts):
        directive, measure = facts.measures[key]
        settled[key] = times_of(measure, directive, counter)
    problems = [*counter.problems, *contradictions(raw, settled), *unknown_occurrences(raw, settled)]
    return Schedule(settled, facts), problems


def in_order(facts: Facts) -> Iterator[tuple[str, Mapping[str, bool]]]:
    """The keys of all tasks, each after those whose deadlines its own depend on.

    With each come the keys of these, and whether its times wait until they are done.
    """
    needed = {key: dict(_needed(*where)) for key, where in facts.measures.items()}
    sorter = TopologicalSorter[str](needed)
    with contextlib.suppress(CycleError):  # it then gives all that does not depend on the circle
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ((key, needed[key]) for key in ready if key in needed)
        sorter.done(*ready)


def _needed(directive: schema.Directive, measure: schema.Measure) -> Iterator[tuple[str, bool]]:
    for timing in measure.timing:
        for anchor in records_in(timing, schema.Anchor):
            if name := anchor.due or anchor.done:
                yield task_key(directive, name), bool(anchor.done)


def times_of(
    measure: schema.Measure, directive: schema.Directive, counter: Counter
) -> tuple[ResolvedTiming, ...]:
    """The days of the timings of a task; those that it counts from are settled."""
    return tuple(_when(timing, directive, counter) for timing in measure.timing)


def _when(timing: schema.Timing, directive: schema.Directive, counter: Counter) -> ResolvedTiming:
    if timing.every:
        cycle = _cycle(timing.every, directive, counter)
        return ResolvedTiming(due=_on(cycle.near.next), cycle=cycle)
    if timing.period:
        return _period(timing.period, directive, counter)
    if timing.earlier_of or timing.later_of:
        return _chosen(timing, directive, counter)
    if timing.before:
        return _before(counter.count(timing.before, directive))
    if timing.upon:
        return ResolvedTiming(last=(counter.anchor(timing.upon, directive),))
    if timing.within:
        counted = counter.count(timing.within, directive)
        return ResolvedTiming(due=_on(counted.result), last=(counted,))
    return ResolvedTiming(due=timing.by)


def _on(day: dt.date | None) -> ImpreciseDate | None:
    return on_day(day) if day else None


def _period(period: schema.Period, directive: schema.Directive, counter: Counter) -> ResolvedTiming:
    first = counter.count(period.after, directive) if period.after else None
    last = counter.count(period.until, directive) if period.until else None
    start = _on(first.result) if first else period.from_
    due = _on(last.result) if last else period.to
    return ResolvedTiming(start, due, first, (last,) if last else ())


def _before(count: Count) -> ResolvedTiming:
    """The last day is the one before a moment; for “before a year”, the one before its first day."""
    moment = count.result if count.amount else count.since and count.since.first
    return ResolvedTiming(due=_on(moment - dt.timedelta(days=1)) if moment else None, last=(count,))


def _chosen(timing: schema.Timing, directive: schema.Directive, counter: Counter) -> ResolvedTiming:
    """The earlier of the days known so far, or the later one once all are known."""
    counts = tuple(counter.count(moment, directive) for moment in (*timing.earlier_of, *timing.later_of))
    days = [count.result for count in counts if count.result]
    if timing.earlier_of:
        return ResolvedTiming(due=_on(min(days, default=None)), last=counts)
    return ResolvedTiming(due=_on(max(days)) if len(days) == len(counts) else None, last=counts)


def _cycle(every: schema.Recurrence, directive: schema.Directive, counter: Counter) -> Cycle:
    first = counter.count(every.after, directive) if every.after else None
    last = counter.count(every.until, directive) if every.until else None
    end = _on(last.result) if last else every.to
    series = _series(every, first, directive)
    near = _near(series, end, counter.clock)
    if series and not (near.previous or near.next):
        counter.problems.append(problem("E613", every.place, start=series.start))
    return Cycle(read_rule(every.rule), series, every.from_, end, near, first, last)


def _near(series: Series | None, end: ImpreciseDate | None, clock: Clock) -> Near:
    if series is None:
        return Near(None, None, None)
    near = around(series, end.last if end else None, clock.today)
    if near.next:
        clock.reached(near.next)  # until then this is what is near
    return near


def near_to(cycle: Cycle, clock: Clock) -> ResolvedTiming:
    """A recurrence on another day: its days are the same, others of them are near."""
    near = _near(cycle.series, cycle.end, clock)
    same = Cycle(cycle.rule, cycle.series, cycle.start, cycle.end, near, cycle.first, cycle.last)
    return ResolvedTiming(due=_on(near.next), cycle=same)


def _series(every: schema.Recurrence, first: Count | None, directive: schema.Directive) -> Series | None:
    """The rule with the day it starts on; nothing while that day is not known."""
    rule = read_rule(every.rule)
    if first:  # a recurrence after a day has no occurrence on that day
        return from_day(rule, first.result, after=True) if first.result else None
    if every.from_ and every.from_.is_day:
        return from_day(rule, every.from_.first)
    begins = every.from_ or first_date(directive)
    return whole_periods(rule, begins.first) if begins else None
