"""Contradictory deadlines: two for one case, before the directive, a part after the whole."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, measures_of, task_key
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.counting import Settled
from directive_atlas.vocabulary.dates import ImpreciseDate


def contradictions(raw: RawCorpus, settled: Settled) -> Iterator[Problem]:
    """E605, W606, W607, W608 and E612 for every task."""
    for directive in raw.directives:
        begins = first_date(directive)
        for measure in measures_of(directive):
            yield from _two_for_one_case(directive, measure, settled)
            yield from _before_the_directive(directive, measure, settled, begins)
            yield from _before_what_it_needs(directive, measure, settled)
            yield from _backwards(directive, measure, settled)
        for task in directive.tasks:
            yield from _after_the_whole(directive, task, settled, None)


def _deadlines(
    directive: schema.Directive, measure: schema.Measure, settled: Settled
) -> Iterator[tuple[schema.Timing, ImpreciseDate]]:
    """The timings of a task that end on one day, with that day; not where the case could not be read."""
    whens = settled.get(task_key(directive, measure.id), ())
    for timing, when in zip(measure.timing, whens, strict=False):
        if when.due and not (timing.period or timing.every or timing.refused("case")):
            yield timing, when.due


def _two_for_one_case(
    directive: schema.Directive, measure: schema.Measure, settled: Settled
) -> Iterator[Problem]:
    first: dict[tuple[tuple[str, str], ...], ImpreciseDate] = {}
    for timing, due in _deadlines(directive, measure, settled):
        other = first.setdefault(timing.case.values if timing.case else (), due)
        if other.last != due.last:
            yield problem("E605", timing.place, one=other.text, other=due.text)


def _before_the_directive(
    directive: schema.Directive, measure: schema.Measure, settled: Settled, begins: ImpreciseDate | None
) -> Iterator[Problem]:
    for timing, due in _deadlines(directive, measure, settled):
        if begins and due.last < begins.first:
            yield problem("W606", timing.place, due=due.text, date=begins.text)


def _after_the_whole(
    directive: schema.Directive,
    measure: schema.Measure,
    settled: Settled,
    whole: tuple[str, ImpreciseDate] | None,
) -> Iterator[Problem]:
    """A part may have more time only in a case of its own, or if its time is counted."""
    plain = [(timing, due) for timing, due in _deadlines(directive, measure, settled) if not timing.case]
    for timing, due in plain:
        if whole and timing.by and due.last > whole[1].last:
            yield problem("W607", timing.place, due=due.text, task=whole[0], whole=whole[1].text)
    dates = [due for _, due in plain]
    latest = (measure.id, max(dates, key=lambda due: due.last)) if dates else whole
    for part in measure.measures:
        yield from _after_the_whole(directive, part, settled, latest)


def _before_what_it_needs(
    directive: schema.Directive, measure: schema.Measure, settled: Settled
) -> Iterator[Problem]:
    latest = max((due.last for _, due in _deadlines(directive, measure, settled)), default=None)
    for index, name in enumerate(measure.depends_on):
        needed = [
            when.due for when in settled.get(task_key(directive, name), ()) if when.due and not when.cycle
        ]
        first = min(needed, key=lambda due: due.last, default=None)
        if latest and first and first.last > latest:
            due = latest.isoformat()
            yield problem("W608", measure.at("depends_on", index), due=due, task=name, needed=first.text)


def _backwards(directive: schema.Directive, measure: schema.Measure, settled: Settled) -> Iterator[Problem]:
    """Periods of which an end is counted; the schema checks those that are written out."""
    whens = settled.get(task_key(directive, measure.id), ())
    for timing, when in zip(measure.timing, whens, strict=False):
        if timing.period and when.start and when.due and when.start.first > when.due.last:
            yield problem("E612", timing.at("period"), start=when.start.text, end=when.due.text)
