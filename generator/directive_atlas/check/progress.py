"""Are the reports plausible: traceable evidence, statuses that advance, possible dates?"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from directive_atlas.check.reporters import bodies_below, contradicting, outsiders, unfounded_closings
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.schema.limits import Limits
from directive_atlas.load.walk import first_date, measures_of, records_in
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.completion import is_about, is_context, owners, speaks_for_all
from directive_atlas.vocabulary.progress import Status

_ORDER = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE)
"""The order of statuses; cancelling, and resuming after that, is not a step back."""


def report_problems(raw: RawCorpus) -> Iterator[Problem]:
    """E119, E609, W610, W611, W614, W615, E617, W618, W620 and E621 for the reports of each directive."""
    known, below = {actor.id for actor in raw.actors}, bodies_below(raw)
    for directive in raw.directives:
        reports = raw.progress[directive.place.file]
        yield from _untraceable(reports)
        yield from _backwards(directive, reports)
        yield from _too_early(directive, reports)
        yield from contradicting(reports)
        yield from outsiders(directive, reports, known, below)
        yield from unfounded_closings(reports)
        yield from _after_the_search(directive, reports)
        yield from _too_often(directive, reports, raw.settings.limits)


def _untraceable(reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    for report in reports:
        if report.evidence and not (report.evidence.url or report.evidence.speaker):
            yield problem("E609", report.evidence.place)


def _backwards(directive: schema.Directive, reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    """Reports about one task and one actor, or the whole of it, sorted by the day they are about."""
    who = {measure.id: owners(measure.actors) for measure in measures_of(directive)}
    series: dict[tuple[str, str | None], list[tuple[Status, schema.Progress]]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (is_about(r).last, r.date.last)):
        if report.status in _ORDER:
            whole = speaks_for_all(report, who.get(report.task, frozenset()))
            series[report.task, None if whole else report.actor].append((report.status, report))
    for own in series.values():
        for (before, earlier), (after, report) in pairwise(own):
            same_day = is_about(earlier) == is_about(report)  # then they contradict each other: W614
            if _ORDER.index(after) < _ORDER.index(before) and not (same_day or report.note):
                yield problem("W610", report.at("status"), before=before.value, after=after.value)


def _too_early(directive: schema.Directive, reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    """What is told of days before the directive is context: it has no status there, and no answer."""
    begins = first_date(directive)
    for report in reports if begins else ():
        date = is_about(report)
        if begins and report.answer and report.date.last < begins.first:
            yield problem("E617", report.at("answer"), date=report.date.text, begins=begins.text)
        elif begins and report.status and is_context(report, begins) and not report.context:
            yield problem("W611", report.at("status"), date=date.text, begins=begins.text)


def _after_the_search(directive: schema.Directive, reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    """Nobody knows what was published after the day on which material was looked for."""
    searched, begins = directive.searched, first_date(directive)
    if searched is None:
        return
    if begins and searched.last < begins.first:
        yield problem("E621", directive.at("searched"), searched=searched.text, begins=begins.text)
        return
    for report in reports:
        if report.date.first > searched.last:
            yield problem("W620", report.at("date"), date=report.date.text, searched=searched.text)


def _too_often(
    directive: schema.Directive, reports: tuple[schema.Progress, ...], limits: Limits
) -> Iterator[Problem]:
    """E119 for the report with which a task and its measures have too many days of news.

    On each of them all that is known by then is looked at anew (``resolve/course.py``).
    """
    days: dict[str, set[dt.date]] = defaultdict(set)
    tops = {part.id: task.id for task in directive.tasks for part in records_in(task, schema.Measure)}
    for report in reports:
        if (top := tops.get(report.task)) and report.date.last not in days[top]:
            days[top].add(report.date.last)
            if len(days[top]) == limits.days + 1:
                yield limits.exceeded("days", report.at("date"))
