"""Times in words: what a text says about when, and how a day was worked out from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from generator.load.fields import ImpreciseDate, on_day
from generator.load.words import DateKind
from generator.pages.catalogue import Catalogue
from generator.pages.labels import N_
from generator.resolve.model import Timing, TimingForm
from generator.schedule import AnchorKind, Count, Cycle, Unit
from generator.schedule.recurrence import Rule

_ANCHORS = {
    DateKind.HELD: N_("the meeting"),
    DateKind.SIGNED: N_("signature"),
    DateKind.PUBLISHED: N_("publication"),
    DateKind.REPORTED: N_("the report of it"),
    DateKind.EFFECTIVE: N_("taking effect"),
    DateKind.EXPIRES: N_("its expiry"),
}
_EVERY = {
    "YEARLY": (N_("every year"), N_("every %(number)s years")),
    "MONTHLY": (N_("every month"), N_("every %(number)s months")),
    "WEEKLY": (N_("every week"), N_("every %(number)s weeks")),
    "DAILY": (N_("every day"), N_("every %(number)s days")),
}
_SPECIAL = {("MONTHLY", 3): N_("every quarter"), ("MONTHLY", 6): N_("every half-year")}
_ORDINALS = {
    1: N_("the first %(weekday)s"),
    2: N_("the second %(weekday)s"),
    3: N_("the third %(weekday)s"),
    4: N_("the fourth %(weekday)s"),
    5: N_("the fifth %(weekday)s"),
    -1: N_("the last %(weekday)s"),
}


@dataclass(frozen=True, slots=True)
class TimingWords:
    """Tells timings in one language; ``named`` shows an anchor of a kind by its reference."""

    catalogue: Catalogue
    show: Callable[[object], Markup]
    phrase: Callable[..., Markup]
    named: Callable[[AnchorKind, str], Markup]

    def when(self, timing: Timing) -> Markup:
        """A timing in one short phrase."""
        phrase = self._when(timing)
        return self.phrase(N_("in principle: %(phrase)s"), phrase=phrase) if timing.soft else phrase

    def _when(self, timing: Timing) -> Markup:
        if timing.cycle:
            return self._cycle(timing.cycle)
        if timing.count and not timing.due:
            return self._within(timing.count)
        if timing.during:
            return self.show(timing.during)
        if timing.start:
            return self._period(timing.start, timing.due)
        if timing.due:
            return self._by(timing, timing.due)
        return self.show(timing.form)

    def _period(self, start: ImpreciseDate, end: ImpreciseDate | None) -> Markup:
        if end:
            return self.phrase(N_("%(start)s to %(end)s"), start=start, end=end)
        return self.phrase(N_("from %(start)s"), start=start)

    def _by(self, timing: Timing, due: ImpreciseDate) -> Markup:
        if timing.time and timing.zone:
            return self.phrase(N_("by %(end)s"), end=self._moment(due.first, timing.time, timing.zone))
        if due.is_day:
            return self.phrase(N_("by %(end)s"), end=due)
        return self.phrase(N_("by the end of %(end)s"), end=due)

    def _moment(self, day: dt.date, time: str, zone: str) -> Markup:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), ZoneInfo(zone))
        name, offset = self.catalogue.zone(moment)
        parts = {"day": on_day(day), "time": time, "zone": name, "offset": offset}
        return self.phrase(N_("%(day)s, %(time)s %(zone)s (%(offset)s)"), **parts)

    def derivation(self, timing: Timing) -> Markup:
        """How the days of a timing follow from the text, in one sentence."""
        told = self._derivation(timing)
        return self.phrase(N_("%(told)s; the text allows exceptions"), told=told) if timing.soft else told

    def _derivation(self, timing: Timing) -> Markup:
        if timing.count:
            return self._count(timing.count)
        if timing.cycle:
            return self._times(timing.cycle)
        if timing.start:
            return self._span(timing.start, timing.due)
        if timing.due and timing.time and timing.zone:
            return self._universal(timing.due.first, timing.time, timing.zone)
        if timing.due and timing.due.is_day:
            return self.phrase(N_("the day that the text gives: %(day)s"), day=timing.due)
        if timing.due:
            last = on_day(timing.due.last)
            return self.phrase(N_("the end of %(date)s = %(day)s"), date=timing.due, day=last)
        return self.phrase(_WITHOUT_DAYS[timing.form])

    def _span(self, start: ImpreciseDate, end: ImpreciseDate | None) -> Markup:
        first = on_day(start.first)
        if end is None:
            return self.phrase(N_("begins on %(day)s; no end is given"), day=first)
        return self.phrase(N_("first day %(first)s, last day %(last)s"), first=first, last=on_day(end.last))

    def _universal(self, day: dt.date, time: str, zone: str) -> Markup:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), ZoneInfo(zone))
        there = moment.astimezone(dt.UTC)
        given = self._moment(day, time, zone)
        universal = f"{there:%H:%M}"
        return self.phrase(
            N_("%(given)s = %(day)s, %(time)s UTC"), given=given, day=on_day(there.date()), time=universal
        )

    def amount(self, count: Count) -> str:
        """A duration, such as “90 days”."""
        number = self.catalogue.number(count.amount)
        return _amount(self.catalogue, count.unit, count.amount) % {"number": number}

    def anchor(self, count: Count) -> Markup:
        """What a duration is counted from."""
        if count.anchor is AnchorKind.DATE:
            return self.phrase(_ANCHORS[DateKind(count.ref)])
        named = self.named(count.anchor, count.ref)
        if count.anchor is AnchorKind.DUE:
            return self.phrase(N_("the deadline of “%(task)s”"), task=named)
        if count.anchor is AnchorKind.DONE:
            return self.phrase(N_("the completion of “%(task)s”"), task=named)
        return named

    def _within(self, count: Count) -> Markup:
        words = {"amount": self.amount(count), "anchor": self.anchor(count)}
        return self.phrase(N_("within %(amount)s of %(anchor)s"), **words)

    def _count(self, count: Count) -> Markup:
        words = {"amount": self.amount(count), "anchor": self.anchor(count)}
        if count.since is None or count.result is None:
            return self.phrase(_OPEN[count.anchor], **words)
        days = {"since": count.since, "result": on_day(count.result)}
        rule = N_("%(amount)s after %(anchor)s on %(since)s = %(result)s")
        if not count.since.is_day:
            rule = N_("%(amount)s after %(anchor)s, counted from the end of %(since)s = %(result)s")
        told = self.phrase(rule, **words, **days)
        if count.jurisdiction is None:
            return told
        where = self.catalogue.territory(count.jurisdiction)
        skipped = self.catalogue.number(count.skipped)
        calendar = N_("%(told)s (calendar of working days: %(where)s; days off left out: %(skipped)s)")
        return self.phrase(calendar, told=told, where=where, skipped=skipped)

    def _times(self, cycle: Cycle) -> Markup:
        """A recurrence with the times around the day the site speaks of."""
        told = self._cycle(cycle)
        if cycle.first_after:
            first = self._count(cycle.first_after)
            told = self.phrase(N_("%(rule)s; first: %(count)s"), rule=told, count=first)
        if cycle.previous:
            told = self.phrase(N_("%(rule)s; last time %(day)s"), rule=told, day=on_day(cycle.previous))
        if cycle.next:
            return self.phrase(N_("%(rule)s; next time %(day)s"), rule=told, day=on_day(cycle.next))
        return told if cycle.start is None else self.phrase(N_("%(rule)s; no further time"), rule=told)

    def _cycle(self, cycle: Cycle) -> Markup:
        told: Markup | str = self.rule(cycle.rule)
        if cycle.first_after and not cycle.start:
            told = self.phrase(
                N_("%(rule)s, beginning %(count)s"), rule=told, count=self._within(cycle.first_after)
            )
        elif cycle.start:
            told = self.phrase(N_("%(rule)s, from %(start)s on"), rule=told, start=on_day(cycle.start))
        if cycle.end:
            return self.phrase(N_("%(rule)s, until %(end)s"), rule=told, end=cycle.end)
        return Markup(told)

    def rule(self, rule: Rule) -> Markup:
        """A recurrence rule, such as “every year, in February, on the last day”."""
        told = self._frequency(rule)
        days = [*map(self._month_day, rule.month_days), *(self._weekday(*day) for day in rule.weekdays)]
        if rule.months:
            months = self._listed(self.catalogue.month(month) for month in rule.months)
            told = self.phrase(N_("%(rule)s, in %(months)s"), rule=told, months=months)
        if days:
            told = self.phrase(N_("%(rule)s, on %(days)s"), rule=told, days=self._listed(days))
        return told

    def _frequency(self, rule: Rule) -> Markup:
        special = _SPECIAL.get((rule.frequency, rule.interval))
        if special and rule.month_days in ((), (-1,)):
            return self.phrase(special)
        once, many = _EVERY[rule.frequency]
        return self.phrase(once if rule.interval == 1 else many, number=rule.interval)

    def _listed(self, parts: Iterator[str] | list[str]) -> str:
        return self.catalogue.gettext(N_(", ")).join(parts)

    def _month_day(self, day: int) -> str:
        if day == -1:
            return self.catalogue.gettext(N_("the last day"))
        if day < 0:
            return self.catalogue.gettext(N_("day %(number)s from the end")) % {"number": -day}
        return self.catalogue.gettext(N_("day %(number)s")) % {"number": day}

    def _weekday(self, day: int, number: int) -> str:
        name = self.catalogue.weekday(day)
        if number in _ORDINALS:
            return self.catalogue.gettext(_ORDINALS[number]) % {"weekday": name}
        return name


_WITHOUT_DAYS = {
    TimingForm.BY: N_("the text gives no day"),
    TimingForm.WITHIN: N_("the text gives no day"),
    TimingForm.PERIOD: N_("the text gives no day"),
    TimingForm.DURING: N_("the text names a time without days"),
    TimingForm.EVERY: N_("the text gives no day"),
    TimingForm.ONGOING: N_("the text sets no end"),
    TimingForm.ASAP: N_("the text asks for speed and gives no day"),
}
_OPEN = {
    AnchorKind.DATE: N_("%(amount)s after %(anchor)s; that day is not known"),
    AnchorKind.DUE: N_("%(amount)s after %(anchor)s; that day is not known yet"),
    AnchorKind.DONE: N_("%(amount)s after %(anchor)s, which has not been reported"),
    AnchorKind.EVENT: N_("%(amount)s after %(anchor)s, which has no known day"),
}


def _amount(words: Catalogue, unit: Unit, number: int) -> str:
    """The message for an amount of a unit, in the right number."""
    if unit is Unit.DAYS:
        return words.ngettext("%(number)s day", "%(number)s days", number)
    if unit is Unit.WORKING_DAYS:
        return words.ngettext("%(number)s working day", "%(number)s working days", number)
    if unit is Unit.WEEKS:
        return words.ngettext("%(number)s week", "%(number)s weeks", number)
    if unit is Unit.MONTHS:
        return words.ngettext("%(number)s month", "%(number)s months", number)
    return words.ngettext("%(number)s year", "%(number)s years", number)
