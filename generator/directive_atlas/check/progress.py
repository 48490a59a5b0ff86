"""Are the reports plausible: traceable evidence, statuses that advance, possible dates?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, measures_of
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.completion import owners, speaks_for_all
from directive_atlas.vocabulary.progress import Status

_ORDER = {Status.NOT_STARTED: 0, Status.IN_PROGRESS: 1, Status.DONE: 2}
"""The order of statuses; cancelling, and resuming after that, is not a step back."""


def report_problems(raw: RawCorpus) -> Iterator[Problem]:
    """E609, W610 and W611 for the reports of each directive."""
    for directive in raw.directives:
        reports = raw.progress[directive.place.file]
        yield from _untraceable(reports)
        yield from _backwards(directive, reports)
        yield from _too_early(directive, reports)


def _untraceable(reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    for report in reports:
        if report.evidence and not (report.evidence.url or report.evidence.speaker):
            yield problem("E609", report.evidence.place)


def _backwards(directive: schema.Directive, reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    """Reports about one task and one actor, or the whole of it, sorted by the day they are about."""
    who = {measure.id: owners(measure.actors) for measure in measures_of(directive)}
    series: dict[tuple[str, str | None], list[tuple[Status, schema.Progress]]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: ((r.as_of or r.date).last, r.date.last)):
        if report.status in _ORDER:
            whole = speaks_for_all(report, who.get(report.task, frozenset()))
            series[report.task, None if whole else report.actor].append((report.status, report))
    for own in series.values():
        for (before, _), (after, report) in pairwise(own):
            if _ORDER[after] < _ORDER[before] and not report.note:
                yield problem("W610", report.at("status"), before=before.value, after=after.value)


def _too_early(directive: schema.Directive, reports: tuple[schema.Progress, ...]) -> Iterator[Problem]:
    begins = first_date(directive)
    for report in reports:
        done_on = report.as_of if report.status is Status.DONE else None
        for key, date in (("date", report.date), ("as_of", done_on)):
            if begins and date and date.last < begins.first:
                yield problem("W611", report.at(key), date=date.text, begins=begins.text)
                break
