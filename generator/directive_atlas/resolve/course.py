"""How tasks stood, or will stand if nothing more is reported, on any day: by the rules for a single day.

What is known changes when a report is published; between two such days a task is looked at once, and again
on the day on which its ``Clock`` says that an answer may be another. Tasks without a report that rest on the
same facts have the same course, and it is found once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from directive_atlas.load import schema
from directive_atlas.resolve import model, values
from directive_atlas.resolve.corpus import Phase, days_to_begin
from directive_atlas.resolve.in_time import InTime, bodies_with_a_day
from directive_atlas.resolve.prospects import Outlook, Prospects
from directive_atlas.resolve.reports import all_reports
from directive_atlas.resolve.standing import (
    AsOf,
    Progressed,
    ToldOfBodies,
    progress_of,
    told_of_bodies,
)
from directive_atlas.resolve.timings import form_of
from directive_atlas.schedule import AnyDay, Clock
from directive_atlas.schedule.completion import known

_Reports = Mapping[str, Sequence[model.Report]]


@dataclass(frozen=True, slots=True)
class Courses:
    """What the standings of a corpus rest on, whatever the day; ``progress`` are the reports by file."""

    settings: schema.Settings
    progress: Mapping[str, tuple[schema.Progress, ...]]
    directives: Mapping[str, schema.Directive]
    prospects: Prospects
    times: AnyDay
    members: Mapping[str, tuple[str, ...]]

    def of(self, directive: model.Directive, last: dt.date) -> dict[str, list[Phase]]:
        """The phases of each task and measure of a directive up to the day ``last``, by key."""
        raw = self.directives[directive.id]
        reports = all_reports(raw, self.progress[raw.place.file])
        course = _Course(self, raw)
        tracks = [
            list(course.tracks(*pair, directive.horizon))
            for pair in zip(raw.tasks, directive.tasks, strict=True)
        ]
        for whole in tracks:
            for start, end in pairwise([*_days_of_news(whole, reports, last), last + dt.timedelta(days=1)]):
                course.follow(whole, _known(whole, reports, start), start, end)
        return {track.task.key: track.phases for whole in tracks for track in whole}


@dataclass(frozen=True, slots=True)
class _Told:
    """What is reported of a task at some time, with the reports on it and on each of its measures.

    ``bodies`` is what follows for its bodies, if it has several.
    """

    progress: Progressed
    reports: list[Sequence[model.Report]]
    bodies: ToldOfBodies | None = field(compare=False)


@dataclass(slots=True)
class _Track:
    """A task, what it rests on (nothing if that changes), its phases so far, and from when to look on."""

    raw: schema.Measure
    task: model.Task
    outlook: Outlook
    dated: set[str]
    rests_on: Hashable | None = None
    phases: list[Phase] = field(default_factory=list)
    told: _Told | None = None
    next: dt.date = dt.date.min


@dataclass(frozen=True, slots=True)
class _Course:
    """The tasks of one directive, with the phases that are already known of those that are alike."""

    ground: Courses
    raw: schema.Directive
    alike: dict[Hashable, tuple[list[Phase], dt.date]] = field(default_factory=dict)

    def tracks(
        self,
        raw: schema.Measure,
        task: model.Task,
        horizon: model.Horizon | None,
        above: tuple[str, ...] = (),
    ) -> Iterator[_Track]:
        """A task and its measures at every depth."""
        line, own = (*above, task.key), values.horizon(raw.horizon) if raw.horizon else horizon
        outlook, dated = self.ground.prospects.of(self.raw, raw, line, own), _dated(task)
        yield _Track(raw, task, outlook, dated, self._rests_on(raw, task, outlook, dated))
        for pair in zip(raw.measures, task.measures, strict=True):
            yield from self.tracks(*pair, own, line)

    def _rests_on(
        self, raw: schema.Measure, task: model.Task, outlook: Outlook, dated: set[str]
    ) -> Hashable | None:
        times = self.ground.times.rests_on(task.key)
        if times is None:
            return None
        forms = tuple((form_of(timing), timing.begins) for timing in raw.timing)
        carried = tuple(filter(None, map(outlook.carried.tasks.get, outlook.line)))
        bodies = self._bodies(task, dated)
        return times, forms, raw.obligation, outlook.horizon, carried, outlook.endings, bodies

    def _bodies(self, task: model.Task, dated: set[str]) -> Hashable:
        """What the standings of bodies rest on; of a single body only whether it is set a day."""
        match task.duties:
            case [duty] if not self.ground.members.get(duty.actor):
                return duty.role.owns, bool(dated)
            case duties:
                return tuple((duty.actor, duty.role.owns) for duty in duties), frozenset(dated)

    def follow(self, whole: Sequence[_Track], told: _Reports, start: dt.date, end: dt.date) -> None:
        """Add the phases from ``start`` to the day before ``end`` to those of a task and its measures.

        The last phase goes on where nothing new is told.
        """
        progress = progress_of([whole[0].raw], self.raw.id, told, self.ground.members)
        for track in whole:
            own = self._told(track, progress[track.task.key], told)
            if own != track.told:
                track.told, track.next = own, start
            phases, track.next = self._phases(track, own, end)
            track.phases += phases

    def _told(self, track: _Track, progress: Progressed, told: _Reports) -> _Told:
        reports = [told.get(each.key, ()) for each in track.task.walk()]
        bodies = told_of_bodies(track.raw, progress, reports, self.ground.members, track.dated)
        return _Told(progress, reports, bodies)

    def _phases(self, track: _Track, told: _Told, end: dt.date) -> tuple[list[Phase], dt.date]:
        """The phases up to the day before ``end``, and the day on which the next one begins."""
        if track.rests_on is None or any(told.reports):
            return self._looked(track, told, end)
        key = (track.rests_on, told.progress, track.next, end)
        if key not in self.alike:
            self.alike[key] = self._looked(track, told, end)
        phases, then = self.alike[key]
        own = track.task.timings
        return [
            phase if phase.standing.due else replace(phase, make_timings=lambda: own) for phase in phases
        ], then

    def _looked(self, track: _Track, told: _Told, end: dt.date) -> tuple[list[Phase], dt.date]:
        phases, day = [], track.next
        while day < end:
            clock = Clock(day)
            phases.append(self._on(track, told, clock))
            day = clock.until
        return phases, day

    def _on(self, track: _Track, told: _Told, clock: Clock) -> Phase:
        ground, task = self.ground, track.task
        settings = ground.settings
        as_of = AsOf(clock, settings.due_soon, settings.open_months)
        days = ground.times.of(task.key, clock)
        in_time = InTime(track.raw, told.progress, track.outlook.on(as_of), days, track.dated)
        times = in_time.times()
        deadlines = ((time.due, raw.begins) for time, raw in zip(times, track.raw.timing, strict=True))
        return Phase(
            clock.today,
            partial(in_time.timings, _no_day_off),
            days_to_begin(deadlines),
            in_time.whole(times, 0, ()),
            in_time.bodies(times, told.bodies) if told.bodies else None,
            tuple(report for each in told.reports for report in each if not report.context),
        )


def _no_day_off(_: dt.date) -> None:
    """Of a day in the past or far ahead nobody asks."""


def _dated(task: model.Task) -> set[str]:
    return bodies_with_a_day(task.duties, task.inherited)


def _days_of_news(whole: Sequence[_Track], reports: _Reports, last: dt.date) -> Iterator[dt.date]:
    """The beginning of all days, and then those on which a report on a task or its measures is published."""
    yield dt.date.min
    days = {report.date.last for track in whole for report in reports.get(track.task.key, ())}
    yield from sorted(day for day in days if day <= last)


def _known(whole: Sequence[_Track], reports: _Reports, day: dt.date) -> dict[str, list[model.Report]]:
    own = (track.task.key for track in whole)
    return {key: known(reports[key], Clock(day)) for key in own if key in reports}
