"""What the reports on a task say together, regardless of its time.

A report is about the whole task if it names no actor, or the only one who leads it or is responsible for it;
other reports are about parts. A whole is the sum of its parts, never the latest word of one member. Reports
of days before the directive are context, unverified and disputed ones decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from directive_atlas.load import schema
from directive_atlas.resolve.model import Parts, Report
from directive_atlas.schedule.completion import (
    Completion,
    completion,
    is_about,
    owners,
    settles,
    whole_reports,
)
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import Answer, ReportedStatus, Status
from directive_atlas.vocabulary.tasks import Choice

PARTLY_DONE = (ReportedStatus.PARTLY, ReportedStatus.INCOMPLETE)
"""These say that a part is done, and another is not."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """What is reported of a task, or of one body's part in it.

    ``report`` decides; ``reports`` are all that speak for the whole, oldest first; ``latest`` is the day
    that the last claimed or confirmed report is about. ``released`` tells that the whole is settled, though
    nothing was reported of this part of it.
    """

    state: ReportedStatus
    report: Report | None = None
    completed: Completion | None = None
    reports: tuple[Report, ...] = ()
    latest: ImpreciseDate | None = None
    measures: Parts | None = None
    bodies: Parts | None = None
    answer: Report | None = None
    closing: Report | None = None
    forecast: Report | None = None
    extension: Report | None = None
    released: bool = False

    @property
    def in_time(self) -> tuple[object, ...]:
        """All of it that can decide how a timing stands."""
        settling = (self.state, self.completed, self.declined, self.closing, self.released)
        return (*settling, self.report, self.reports, self.latest, self.extension)

    @property
    def declined(self) -> bool:
        """Whether the addressee declined the demand."""
        return self.answer is not None and self.answer.answer is Answer.DECLINED

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked for: done, closed, called off or declined."""
        over = (ReportedStatus.CANCELLED, ReportedStatus.WAIVED, ReportedStatus.NOT_SELECTED)
        return bool(self.completed or self.closing or self.declined or self.state in over)


def progress_of(
    tasks: Iterable[schema.Measure],
    directive: str,
    reports: Mapping[str, Sequence[Report]],
    members: Mapping[str, Sequence[str]],
) -> dict[str, Progressed]:
    """What is reported of all tasks and measures of a directive, by key.

    ``reports`` are those known by the reference date, by key, oldest first; ``members`` those of each group.
    """
    tasks, found = tuple(tasks), dict[str, Progressed]()
    for task in tasks:
        _add(task, directive, reports, members, found)
    for task in tasks:
        _release(task, directive, found)
    return found


def _add(
    task: schema.Measure,
    directive: str,
    reports: Mapping[str, Sequence[Report]],
    members: Mapping[str, Sequence[str]],
    found: dict[str, Progressed],
) -> Progressed:
    """Add a task to those found, its measures first."""
    parts = [_add(measure, directive, reports, members, found) for measure in task.measures]
    key = f"{directive}/{task.id}"
    own = [report for report in reports.get(key, ()) if not report.context]
    found[key] = _whole(task, own, parts, members)
    return found[key]


def _release(task: schema.Measure, directive: str, found: dict[str, Progressed]) -> None:
    """Nothing more is asked for in the parts of a settled whole; that tells not what was done in them."""
    whole = found[f"{directive}/{task.id}"]
    for measure in task.measures:
        key = f"{directive}/{measure.id}"
        if found[key].state is ReportedStatus.NO_REPORT and (whole.settled or whole.released):
            found[key] = part_of(whole, found[key])
        _release(measure, directive, found)


def part_of(whole: Progressed, part: Progressed) -> Progressed:
    """What holds for a part of a settled whole without a report: called off with it, or released."""
    if whole.settled and whole.completed is None:
        return replace(whole, measures=part.measures, bodies=part.bodies)
    return replace(part, released=True)


def _whole(
    task: schema.Measure,
    reports: Sequence[Report],
    parts: Sequence[Progressed],
    members: Mapping[str, Sequence[str]],
) -> Progressed:
    who = owners(task.actors)
    bodies = _bodies(reports, who, members)
    own = said(reports, who)
    latest = newest(each.latest for each in (own, *parts))
    own = replace(own, measures=_measures(parts), bodies=bodies, latest=latest)
    return own if own.report else _sum(own, parts, task.choose)


def newest(days: Iterable[ImpreciseDate | None]) -> ImpreciseDate | None:
    """The last of some days."""
    return max((day for day in days if day), key=lambda day: day.last, default=None)


def said(reports: Sequence[Report], who: frozenset[str]) -> Progressed:
    """What reports say; ``who`` are those who are to do it, so that the only one of them speaks for all."""
    if not reports:
        return Progressed(ReportedStatus.NO_REPORT)
    whole = whole_reports([report for report in reports if report.occurrence is None], who)
    last = _last(whole)
    news = _last([report for report in reports if report.verification.settling])
    sure = [report for report in reports if settles(report, who)]
    return Progressed(
        _state(last, reports),
        last,
        completion(whole) if last else None,
        tuple(report for report in sure if report.status),
        is_about(news) if news else None,
        answer=_last([report for report in sure if report.answer]),
        closing=_last([report for report in sure if report.closed_by]),
        forecast=_last([report for report in sure if report.expected]),
        extension=_last([report for report in sure if report.extended_to]),
    )


def _last(reports: Sequence[Report]) -> Report | None:
    return reports[-1] if reports else None


def _state(last: Report | None, reports: Sequence[Report]) -> ReportedStatus:
    if last and last.status:
        return ReportedStatus(last.status.value)
    if any(report.verification.settling for report in reports):
        return ReportedStatus.PARTS_ONLY
    return ReportedStatus.UNVERIFIED if reports else ReportedStatus.NO_REPORT


def by_parts(own: Progressed, parts: Iterable[Progressed]) -> ReportedStatus:
    """What is reported where nobody speaks for the whole: nothing, only doubtful reports, or on parts."""
    states = {each.state for each in (own, *parts)} - {ReportedStatus.NO_REPORT}
    if not states:
        return ReportedStatus.NO_REPORT
    return ReportedStatus.UNVERIFIED if states == {ReportedStatus.UNVERIFIED} else ReportedStatus.PARTS_ONLY


def _sum(own: Progressed, parts: Sequence[Progressed], choose: Choice) -> Progressed:
    """The whole by its parts, where nobody speaks for the whole."""
    done = [part.completed for part in parts if part.completed]
    enough = len(done) == len(parts) if choose is Choice.ALL else bool(done)
    if done and enough:
        by = min if choose is not Choice.ALL else max
        when = by(done, key=lambda each: each.day.last)
        confirmed = all(each.confirmed for each in done)
        return replace(own, state=ReportedStatus.DONE, completed=replace(when, confirmed=confirmed))
    some = any(part.completed or part.state in PARTLY_DONE for part in parts)
    if some or (own.bodies and own.bodies.done):
        return replace(own, state=ReportedStatus.PARTLY)
    return replace(own, state=by_parts(own, parts))


def _measures(parts: Sequence[Progressed]) -> Parts | None:
    if not parts:
        return None
    reported = sum(part.state is not ReportedStatus.NO_REPORT for part in parts)
    return Parts(len(parts), reported, sum(part.completed is not None for part in parts))


def _bodies(
    reports: Iterable[Report], who: frozenset[str], members: Mapping[str, Sequence[str]]
) -> Parts | None:
    """How many of the bodies that are to do it reported; a group counts as its members, not beside them."""
    among = {body for owner in who for body in (members.get(owner) or (owner,))}
    bodies = {body for body in among if not members.get(body)}
    if len(bodies) < 2:
        return None
    by_body: dict[str, list[Report]] = {}
    for report in reports:
        if report.actor in bodies:
            by_body.setdefault(report.actor, []).append(report)
    done = [body for body, own in by_body.items() if said(own, frozenset({body})).completed]
    return Parts(len(bodies), len(by_body), len(done))


def is_done(report: Report) -> bool:
    """Whether a report says that something is done."""
    return report.status is Status.DONE
