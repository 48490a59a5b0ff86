"""The table of contents of this room: every timing of the corpus to its days."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from generator.load import RawCorpus, schema
from generator.load.fields import on_day
from generator.load.walk import first_date, task_key
from generator.problems import Problem
from generator.schedule.contradictions import contradictions
from generator.schedule.counting import Counter
from generator.schedule.facts import Facts, gather
from generator.schedule.model import Cycle, Schedule, When
from generator.schedule.recurrence import around, read_rule


def schedule(raw: RawCorpus, as_of: dt.date) -> tuple[Schedule, list[Problem]]:
    """The days of all timings as they stand on ``as_of``, whatever order they hang on each other in.

    Timings that hang on each other in a circle are left without days; the checks report them.
    """
    facts = gather(raw, as_of)
    settled: dict[str, tuple[When, ...]] = dict.fromkeys(facts.measures, ())
    counter = Counter(facts, settled)
    for key in _in_order(facts):
        directive, measure = facts.measures[key]
        settled[key] = tuple(_when(timing, directive, counter, as_of) for timing in measure.timing)
    problems = [*counter.problems, *contradictions(raw, settled)]
    return Schedule(settled), problems


def _in_order(facts: Facts) -> Iterator[str]:
    """The keys of all tasks, each behind those whose deadlines its own hang on."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for key, (directive, measure) in facts.measures.items():
        sorter.add(key, *_needed(directive, measure))
    with contextlib.suppress(CycleError):  # it then gives all that does not hang on the circle
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from (key for key in ready if key in facts.measures)
        sorter.done(*ready)


def _needed(directive: schema.Directive, measure: schema.Measure) -> Iterator[str]:
    for timing in measure.timing:
        within = timing.within or (timing.every.after if timing.every else None)
        if within and within.of.due:
            yield task_key(directive, within.of.due)


def _when(timing: schema.Timing, directive: schema.Directive, counter: Counter, as_of: dt.date) -> When:
    if timing.within:
        counted = counter.count(timing.within, directive)
        return When(due=on_day(counted.result) if counted.result else None, count=counted)
    if timing.every:
        cycle = _cycle(timing.every, directive, counter, as_of)
        return When(due=on_day(cycle.next) if cycle.next else None, cycle=cycle)
    if timing.period:
        return When(start=timing.period.from_, due=timing.period.to)
    return When(due=timing.by)


def _cycle(every: schema.Recurrence, directive: schema.Directive, counter: Counter, as_of: dt.date) -> Cycle:
    after = counter.count(every.after, directive) if every.after else None
    begins = every.from_ or first_date(directive)
    start = after.result if after else (begins.first if begins else None)
    rule, end = read_rule(every.rule), every.to
    if start is None:
        return Cycle(rule, None, end, None, None, None, after)
    near = around(rule, start, end.last if end else None, as_of)
    return Cycle(rule, start, end, near.since, near.previous, near.next, after)
