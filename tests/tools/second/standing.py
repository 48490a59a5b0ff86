"""Where tasks and bodies stand, worked out a second time from the rules that the site tells its readers.

It starts from whole records and counted days, and shares nothing with ``resolve.standing``,
``schedule.completion`` or ``views``. Words are plain texts here, as in data and anchors.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from directive_atlas.build import Records
from directive_atlas.load import RawCorpus, schema
from directive_atlas.schedule import ResolvedTiming, Schedule
from directive_atlas.vocabulary.dates import ImpreciseDate

from tests.tools.second.reports import Row, Told, about, by_parts, first_day, heard, owners, summary, sure
from tests.tools.second.time import Timely

ORDER = """overdue unreported not_begun due_soon ahead waiting per_case open begun partly reported
not_done not_found not_recorded carried_on over late on_time finished confirmed closed declined not_selected
waived cancelled ended"""
"""The statuses with regard to time, the most pressing first."""


@dataclass(frozen=True)
class Found:
    """A status, the last day that it is about, and whether days past that day may be counted."""

    status: str
    state: str
    due: ImpreciseDate | None
    counts: bool


@dataclass(frozen=True)
class Frame:
    """What holds for a task apart from reports."""

    task: schema.Measure
    directive: schema.Directive
    line: tuple[str, ...]
    horizon: ImpreciseDate | None


@dataclass
class Second:
    """All of a corpus as it stands on ``day``."""

    records: Records
    schedule: Schedule
    day: dt.date
    frames: dict[str, Frame] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    before: dict[str, Told] = field(default_factory=dict)
    """What was told before a settled whole released its parts."""

    def __post_init__(self) -> None:
        for directive in self.raw.directives:
            horizon = self._horizon(directive)
            for task in directive.tasks:
                self._frame(Frame(task, directive, (f"{directive.id}/{task.id}",), horizon))
        for key, frame in self.frames.items():
            if len(frame.line) == 1:
                self._tell(key)
        self.before = dict(self.told)
        for key, frame in self.frames.items():
            if len(frame.line) == 1:
                self._release(key)

    @property
    def raw(self) -> RawCorpus:
        """The records."""
        return self.records.expanded.corpus

    # Who there is, and what ends or carries on what.

    @cached_property
    def actors(self) -> Mapping[str, schema.Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.raw.actors}

    def members(self, group: str) -> dict[str, None]:
        """The members of a group at every depth."""
        found: dict[str, None] = {}
        for member in (each.actor for each in self.actors[group].members):
            if member not in found:
                found |= {member: None, **self.members(member)}
        return found

    def leaves(self, actor: str) -> set[str]:
        """The bodies that an actor is, none of them a group."""
        members = self.members(actor)
        return {each for each in members if not self.actors[each].members} if members else {actor}

    def _frame(self, frame: Frame) -> None:
        own = frame.task.horizon.date if frame.task.horizon else frame.horizon
        frame = replace(frame, horizon=own)
        self.frames[frame.line[-1]] = frame
        for part in frame.task.measures:
            self._frame(replace(frame, task=part, line=(*frame.line, f"{frame.directive.id}/{part.id}")))

    def _horizon(self, directive: schema.Directive) -> ImpreciseDate | None:
        if directive.horizon:
            return directive.horizon.date
        known = directive.dates.planned_to or directive.dates.expires
        held = first_day(directive)
        if known or directive.kind.value != "meeting" or held is None:
            return known
        ends = [ImpreciseDate("", dt.date(held.last.year, 1, 1), dt.date(held.last.year, 12, 31))]
        ends += [day for day in self._later_meetings(directive, held) if day.last < ends[0].last]
        return min(ends, key=lambda day: day.last)

    def _later_meetings(self, directive: schema.Directive, held: ImpreciseDate) -> Iterator[ImpreciseDate]:
        for other in self.raw.directives:
            day = first_day(other)
            same = directive.series and other.series == directive.series and other is not directive
            if same and day and (day.last, other.id) > (held.last, directive.id):
                yield day

    def _relations(self) -> Iterator[tuple[schema.Directive, schema.Relation]]:
        for directive in self.raw.directives:
            yield from ((directive, relation) for relation in directive.relations)

    def _hits(self, frame: Frame, relation: schema.Relation) -> bool:
        keys = [f"{relation.to}/{task}" for task in relation.tasks]
        return relation.to == frame.directive.id and (not keys or bool({*keys} & {*frame.line}))

    def endings(self, frame: Frame) -> list[tuple[ImpreciseDate | None, bool]]:
        """The ends of force of a task: the day, and whether it simply ran out."""
        expires = frame.directive.dates.expires
        found: list[tuple[ImpreciseDate | None, bool]] = [(expires, True)] if expires else []
        for newer, relation in self._relations():
            ends = relation.kind.value in ("repeals", "stops", "supersedes") and not relation.part
            if ends and self._hits(frame, relation):
                found.append((relation.date or newer.dates.effective or first_day(newer), False))
        return found

    def ended(self, frame: Frame) -> tuple[ImpreciseDate | None, bool] | None:
        """The first end that has come about."""
        past = [
            (day, ran_out)
            for day, ran_out in self.endings(frame)
            if day is None or day.last < self.day or (day.last == self.day and not ran_out)
        ]
        return min(past, key=lambda end: end[0].last if end[0] else dt.date.min, default=None)

    def carried_on(self, frame: Frame) -> bool:
        """Whether a later directive carries on the work."""
        for newer, relation in self._relations():
            day = first_day(newer)
            known = day is None or day.last <= self.day
            if relation.kind.value == "continues" and known and self._hits(frame, relation):
                return True
        return False

    # What was reported.

    def rows(self, frame: Frame) -> list[Row]:
        """The reports on a task that are known and no context, by the day they are about."""
        begins = first_day(frame.directive)
        own = [
            row
            for row in self.raw.progress[frame.directive.place.file]
            if row.task == frame.task.id and row.date.last <= self.day and not row.context
        ]
        own.sort(key=lambda row: (about(row).last, row.date.last))
        return [row for row in own if not begins or about(row).last >= begins.first]

    def _rows_below(self, key: str) -> list[list[Row]]:
        """The reports on a task, then those on each of its measures."""
        below = [other for other, frame in self.frames.items() if key in frame.line and other != key]
        return [self.rows(self.frames[each]) for each in (key, *below)]

    def _tell(self, key: str) -> Told:
        frame = self.frames[key]
        parts = [self._tell(f"{frame.directive.id}/{part.id}") for part in frame.task.measures]
        rows, who = self.rows(frame), owners(frame.task)
        told = heard(rows, who)
        news = [day for day in (told.news, *(part.news for part in parts)) if day]
        news += [about(row).last for row in rows if sure(row)]
        told = replace(told, news=max(news, default=None))
        self.told[key] = told if told.last else self._summed(told, frame, rows, parts)
        return self.told[key]

    def bodies(self, frame: Frame, rows: Sequence[Row]) -> tuple[int, int, int] | None:
        """How many bodies are to do a task, how many reported, how many of these that it is done."""
        bodies = set[str]().union(*map(self.leaves, owners(frame.task)))
        told = [heard([row for row in rows if row.actor == body], {body}) for body in bodies]
        reported = {row.actor for row in rows} & bodies
        return (
            (len(bodies), len(reported), sum(t.done is not None for t in told)) if len(bodies) > 1 else None
        )

    def parts(self, key: str) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
        """How many measures and how many bodies: all, those reported on, those that are done."""
        frame = self.frames[key]
        told = [self.before[f"{frame.directive.id}/{part.id}"] for part in frame.task.measures]
        reported = sum(part.state != "no_report" for part in told)
        measures = (len(told), reported, sum(part.done is not None for part in told)) if told else None
        return measures, self.bodies(frame, self.rows(frame))

    def _summed(self, told: Told, frame: Frame, rows: Sequence[Row], parts: Sequence[Told]) -> Told:
        done = [part.done for part in parts if part.done]
        all_of_them = frame.task.choose.value == "all"
        if done and (len(done) == len(parts) or not all_of_them):
            pick = max if all_of_them else min
            when = pick(done, key=lambda each: each.day.last)
            return replace(
                told, state="done", done=replace(when, confirmed=all(each.confirmed for each in done))
            )
        counts = self.bodies(frame, rows)
        if any(part.done or part.state in ("partly", "incomplete") for part in parts) or (
            counts and counts[2]
        ):
            return replace(told, state="partly")
        return replace(told, state=summary([told, *parts]))

    def _release(self, key: str) -> None:
        frame, whole = self.frames[key], self.told[key]
        for part in frame.task.measures:
            own = f"{frame.directive.id}/{part.id}"
            if self.told[own].state == "no_report" and (whole.settled or whole.released):
                called_off = whole.settled and not whole.done
                self.told[own] = whole if called_off else replace(self.told[own], released=True)
            self._release(own)

    # How that compares with the time.

    def task(self, key: str) -> Found:
        """A task as a whole."""
        who = owners(self.frames[key].task)
        return self._found(key, self.told[key], bool(who) and who <= self._dated(key))

    def times(self, key: str) -> list[dict[dt.date, str]]:
        """What is known of each time of each recurrence of a task."""
        frame, told = self.frames[key], self.told[key]
        whens = zip(frame.task.timing, self.schedule.of(key), strict=True)
        return [Timely(self, frame, told, timing, when).occurrences() for timing, when in whens]

    def _dated(self, key: str) -> set[str]:
        """The bodies that this passage itself names, and sets the day."""
        inherited = self.records.expanded.origins.get(key)
        if inherited and "timing" in inherited.fields:
            return set()
        duties = enumerate(self.frames[key].task.actors)
        own = [duty for number, duty in duties if not (inherited and number in inherited.duties)]
        return {d.actor for d in own if d.basis.value == "stated" and d.role.value in ("lead", "responsible")}

    def body(self, key: str, actor: str, *, through: bool) -> Found:
        """One body's part in a task; ``through`` if it has its part only as a member of a group."""
        task, told = self.frames[key].task, self._rows_below(key)
        direct, dated, whole = {duty.actor for duty in task.actors}, self._dated(key), self.told[key]
        if len(direct.union(*map(self.members, direct))) < 2 or owners(task) == {actor}:
            return self.task(key)
        for_all = by_parts([heard([row for row in rows if row.actor is None], set()) for rows in told])
        if not for_all.settled:
            for_all = replace(for_all, released=whole.settled)
        if any(row.actor == actor for rows in told for row in rows):
            about = {actor, None} if actor in direct else {actor}
            own = by_parts([heard([row for row in rows if row.actor in about], {actor}) for rows in told])
            return self._found(
                key, replace(own, released=for_all.released or for_all.settled), actor in dated
            )
        if not through:
            return self._found(key, for_all, direct <= dated)
        called_off = whole.settled and not whole.done
        return self._found(
            key, whole if called_off else Told(released=whole.settled or whole.released), False
        )

    def _found(self, key: str, told: Told, stated: bool) -> Found:
        whens = zip(self.frames[key].task.timing, self.schedule.of(key), strict=True)
        times = [Timely(self, self.frames[key], told, timing, when).found() for timing, when in whens]
        if not times:
            times = [Timely(self, self.frames[key], told, None, ResolvedTiming()).found()]
        status, due = min(times, key=lambda time: ORDER.split().index(time[0]))
        return Found(status, told.state, due, status == "overdue" or (stated and due is not None))
