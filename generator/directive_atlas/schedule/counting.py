"""Counted deadlines: a number of days, working days, weeks, months or years after an anchor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from directive_atlas.load import schema
from directive_atlas.load.walk import task_key
from directive_atlas.problems import Place, Problem, problem, say
from directive_atlas.schedule.bounds import last_day
from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.durations import add
from directive_atlas.schedule.facts import Facts
from directive_atlas.schedule.model import AnchorKind, Count, ResolvedTiming, Unit
from directive_atlas.schedule.workdays import WorkingDays, calendar_of
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.directives import DateKind

Settled = Mapping[str, tuple[ResolvedTiming, ...]]
"""The timings computed so far, by their tasks' keys."""


@dataclass
class Counter:
    """Counts deadlines; collects problems and keeps the calendars it has opened."""

    facts: Facts
    settled: Settled
    clock: Clock
    problems: list[Problem] = field(default_factory=list)
    calendars: dict[str, WorkingDays | None] = field(default_factory=dict)

    def count(self, moment: schema.Moment, directive: schema.Directive) -> Count:
        """A day with its derivation; without a result if the anchor has no day.

        Where the anchor is a task that is not done but due, the result is the ``latest`` one.
        """
        unit = next((unit for unit in Unit if getattr(moment, unit.value)), None)
        if moment.by or not moment.of:
            given = moment.by.last if moment.by else None
            return Count(0, Unit.DAYS, AnchorKind.GIVEN, "", moment.by, given)
        anchored = self.anchor(moment.of, directive)
        if unit is None:
            return anchored
        amount: int = getattr(moment, unit.value)
        found = replace(anchored, amount=amount, unit=unit, result=None)
        workdays = self._workdays(moment, directive) if unit is Unit.WORKING_DAYS else None
        since = found.since or found.expected
        if since is None or (unit is Unit.WORKING_DAYS and workdays is None):
            return found
        where = self.facts.jurisdictions.get(directive.issuers[0]) if workdays else None
        result = self._add(since.last, amount, unit, workdays, moment.at(unit.value))
        skipped = (result - since.last).days - amount if result and workdays else 0
        found = replace(found, jurisdiction=where, skipped=skipped)
        return replace(found, result=result) if found.since else replace(found, latest=result)

    def anchor(self, anchor: schema.Anchor, directive: schema.Directive) -> Count:
        """The day of an anchor itself."""
        kind, ref, since = self._anchor(anchor, directive)
        event = self.facts.events.get(ref) if kind is AnchorKind.EVENT else None
        result = since.last if since else None
        expected = self._expected(ref) if kind is AnchorKind.DONE and since is None else None
        each = bool(event and event.each)
        return Count(0, Unit.DAYS, kind, ref, since, result, each=each, expected=expected)

    def _expected(self, key: str) -> ImpreciseDate | None:
        """The last day on which a task is due that is not done yet."""
        if key not in self.facts.measures:
            return None  # the checks report it
        return last_day(self.facts.measures[key][1].timing, self.settled[key])

    def _add(
        self, since: dt.date, amount: int, unit: Unit, workdays: WorkingDays | None, place: Place
    ) -> dt.date | None:
        try:
            return add(since, amount, unit, workdays)
        except OverflowError as error:
            self.problems.append(problem("E604", place, why=error.args[0]))
            return None

    def _anchor(
        self, anchor: schema.Anchor, directive: schema.Directive
    ) -> tuple[AnchorKind, str, ImpreciseDate | None]:
        if anchor.date:
            return AnchorKind.DATE, anchor.date.value, self._date(anchor, directive)
        if anchor.event:
            key = f"{directive.id}/{anchor.event}"
            event = self.facts.events.get(key)  # E302 where there is none
            return AnchorKind.EVENT, key, event.date if event else None
        if anchor.due:
            key = task_key(directive, anchor.due)
            return AnchorKind.DUE, key, self._due(anchor, key)
        key = task_key(directive, anchor.done or "")
        return AnchorKind.DONE, key, self.facts.completed(key, self.clock)

    def _date(self, anchor: schema.Anchor, directive: schema.Directive) -> ImpreciseDate | None:
        kind = anchor.date.value if anchor.date else ""
        date: ImpreciseDate | None = getattr(directive.dates, kind)
        if date is None and not directive.dates.refused(kind):
            has = ", ".join(kind.value for kind in DateKind if getattr(directive.dates, kind.value))
            self.problems.append(problem("E601", anchor.place, kind=kind, has=has or say("none")))
        return date

    def _due(self, anchor: schema.Anchor, key: str) -> ImpreciseDate | None:
        """The last deadline of another task; one without a deadline cannot be an anchor."""
        if key not in self.facts.measures:
            return None  # the checks report it
        whens = self.settled[key]
        if not any(when.due or when.last or when.cycle for when in whens):
            self.problems.append(problem("E602", anchor.at("due"), task=key))
        over = (when.cycle.near.previous for when in whens if when.cycle and when.cycle.near.previous)
        dates = [when.due for when in whens if when.due] or [on_day(day) for day in over]
        return max(dates, key=lambda date: date.last, default=None)

    def _workdays(self, within: schema.Moment, directive: schema.Directive) -> WorkingDays | None:
        issuer = directive.issuers[0]
        code = self.facts.jurisdictions.get(issuer, "")
        if code not in self.calendars:
            self.calendars[code] = calendar_of(code)
        if self.calendars[code] is None:
            whose = say("of “{code}”", code=code) if code else say("for the issuer “{issuer}”", issuer=issuer)
            self.problems.append(problem("E603", within.at("working_days"), whose=whose, issuer=issuer))
        return self.calendars[code]
