"""Timings in words: when, as the text says it, and the derivation of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from directive_atlas.interface.counts import CountPhrases
from directive_atlas.interface.language import Language
from directive_atlas.interface.recurrence import RulePhrases
from directive_atlas.resolve.model import ProposedDeadline, Timing
from directive_atlas.schedule import AnchorKind, Count, Cycle
from directive_atlas.schedule.recurrence import is_bare
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.tasks import TimingForm
from directive_atlas.vocabulary.word import N_
from directive_atlas.vocabulary.zones import zone as time_zone


@dataclass(frozen=True, slots=True)
class TimingPhrases:
    """Puts timings into words of one language.

    ``named`` shows an anchor of a kind by its reference, ``actor`` a body by its id; ``worded`` gives a
    label with words of the text.
    """

    language: Language
    show: Callable[[object], Markup]
    phrase: Callable[..., Markup]
    named: Callable[[AnchorKind, str], Markup]
    actor: Callable[[str], Markup]
    worded: Callable[[object, str], Markup]

    @property
    def counts(self) -> CountPhrases:
        """The words for counted days."""
        return CountPhrases(self.language, self.show, self.phrase, self.named)

    def when(self, timing: Timing) -> Markup:
        """A timing in one short phrase, with the conditions on it."""
        phrase = self._plainly(timing)
        if timing.unless:
            phrase = self.phrase(
                N_("%(phrase)s, unless %(condition)s"), phrase=phrase, condition=timing.unless
            )
        return phrase

    def _plainly(self, timing: Timing) -> Markup:
        phrase = self._when(timing)
        if timing.until:
            phrase = self.phrase(N_("%(phrase)s, until %(condition)s"), phrase=phrase, condition=timing.until)
        if timing.begins:
            phrase = self.phrase(_BEGINS_IN.get(timing.form, _BEGINS), phrase=phrase)
        return self.phrase(N_("in principle: %(phrase)s"), phrase=phrase) if timing.soft else phrase

    def _when(self, timing: Timing) -> Markup:
        if timing.cycle:
            return self._cycle(timing.cycle, at_least=timing.at_least)
        if timing.form is TimingForm.PERIOD:
            return self._period(timing)
        if timing.form in _CHOSEN:
            return self._chosen(timing)
        if timing.last:
            return self._counted(timing, timing.last[0])
        if timing.due:
            return self._by(timing, timing.due)
        if timing.set_by:
            return self.phrase(N_("within the time that %(actor)s sets"), actor=self.actor(timing.set_by))
        if timing.own_words:
            return self.worded(timing.form, timing.own_words)
        return self.show(timing.during or timing.form)

    def _counted(self, timing: Timing, count: Count) -> Markup:
        """A timing that depends on one anchor."""
        if timing.form is TimingForm.UPON:
            return self.phrase(N_("upon %(anchor)s"), anchor=self.counts.anchor(count))
        if timing.form is TimingForm.BEFORE:
            given = (
                self.show(count.since) if count.since and not count.amount else None
            )  # perhaps a whole year
            return self.phrase(N_("before %(anchor)s"), anchor=given or self.counts.end(count))
        if timing.due:
            return self._by(timing, timing.due)
        return self.phrase(N_("within %(time)s"), time=self.counts.short(count)) + self._latest(timing)

    def _latest(self, timing: Timing) -> Markup:
        """Up to which day a time runs at most, where the day itself is not known yet."""
        if timing.latest is None:
            return Markup("")
        return self.phrase(N_(", at the latest on %(day)s if that is done in time"), day=timing.latest)

    def _chosen(self, timing: Timing) -> Markup:
        days = Markup(self.language.gettext(N_("; "))).join(self.counts.end(count) for count in timing.last)
        text = self.phrase(_CHOSEN[timing.form], days=days)
        return self.phrase(N_("%(rule)s = %(day)s"), rule=text, day=timing.due) if timing.due else text

    def _period(self, timing: Timing) -> Markup:
        start = self.show(timing.start) if timing.start else timing.first and self.counts.end(timing.first)
        if timing.last:  # it lasts until a moment
            text = self.phrase(N_("until %(end)s"), end=self.counts.end(timing.last[0]))
            return self.phrase(N_("from %(start)s, %(rest)s"), start=start, rest=text) if start else text
        end = timing.due
        if start and end and timing.start == end:
            return self.phrase(N_("within the period %(period)s"), period=end)
        if start and end:
            return self.phrase(N_("%(start)s to %(end)s"), start=start, end=end)
        if start or end is None:
            return self.phrase(N_("from %(start)s"), start=start)
        return self._by(timing, end)

    def _by(self, timing: Timing, due: ImpreciseDate) -> Markup:
        if timing.time and timing.zone:
            return self.phrase(N_("by %(end)s"), end=self._moment(due.first, timing.time, timing.zone))
        if due.is_day:
            return self.phrase(N_("by %(end)s"), end=due)
        return self.phrase(N_("by the end of %(end)s"), end=due)

    def _moment(self, day: dt.date, time: str, zone: str) -> Markup:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), time_zone(zone))
        name, offset = self.language.zone(moment)
        parts = {"day": on_day(day), "time": time, "zone": name, "offset": offset}
        return self.phrase(N_("%(day)s, %(time)s %(zone)s (%(offset)s)"), **parts)

    def changes(self, timing: Timing) -> Markup:
        """The changes of a deadline that are not in force, in short; nothing without any."""
        parts = (
            self.phrase(N_("%(when)s: %(status)s"), when=self.change(change), status=change.status)
            for change in timing.proposed
        )
        return Markup(self.language.gettext(N_("; "))).join(parts)

    def change(self, change: ProposedDeadline) -> Markup:
        """The time that a change would set."""
        if change.within or change.by is None:
            return self.show(change.within)
        if change.by.is_day:
            return self.phrase(N_("by %(end)s"), end=change.by)
        return self.phrase(N_("by the end of %(end)s"), end=change.by)

    def derivation(self, timing: Timing) -> Markup:
        """The derivation of the days of a timing, in one sentence; nothing where its phrase says all."""
        if timing.form.worded or timing.set_by:
            return Markup("")
        text = self._derivation(timing)
        return (
            self.phrase(N_("%(derivation)s; the text allows exceptions"), derivation=text)
            if timing.soft
            else text
        )

    def _derivation(self, timing: Timing) -> Markup:
        if timing.cycle:
            return self._times(timing.cycle, at_least=timing.at_least)
        counts = [*([timing.first] if timing.first else []), *timing.last]
        if timing.form is TimingForm.BEFORE and timing.due:
            text = self.counts.derivation(timing.last[0])
            return self.phrase(N_("%(derivation)s; the day before: %(day)s"), derivation=text, day=timing.due)
        if counts:
            return Markup(self.language.gettext(N_("; "))).join(map(self.counts.derivation, counts))
        if timing.start:
            return self._span(timing.start, timing.due)
        if timing.due and timing.time and timing.zone:
            return self._universal(timing.due.first, timing.time, timing.zone)
        if timing.due and timing.due.is_day:
            return self.phrase(N_("the day that the text gives: %(day)s"), day=timing.due)
        if timing.due:
            last = on_day(timing.due.last)
            return self.phrase(N_("the end of %(date)s = %(day)s"), date=timing.due, day=last)
        return self._no_day(timing)

    def _no_day(self, timing: Timing) -> Markup:
        if timing.until:
            return self.phrase(N_("the text gives a condition for the end, and no day"))
        return self.phrase(_WITHOUT_DAYS.get(timing.form, N_("the text gives no day")))

    def _span(self, start: ImpreciseDate, end: ImpreciseDate | None) -> Markup:
        if end is None:
            return self.phrase(N_("begins on %(day)s; no end is given"), day=start)
        first, last = on_day(start.first), on_day(end.last)
        return self.phrase(N_("first day %(first)s, last day %(last)s"), first=first, last=last)

    def _universal(self, day: dt.date, time: str, zone: str) -> Markup:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), time_zone(zone))
        there = moment.astimezone(dt.UTC)
        given = self._moment(day, time, zone)
        universal = f"{there:%H:%M}"
        return self.phrase(
            N_("%(given)s = %(day)s, %(time)s UTC"), given=given, day=on_day(there.date()), time=universal
        )

    def _times(self, cycle: Cycle, *, at_least: bool) -> Markup:
        """A recurrence with the occurrences around the reference date."""
        text = self._cycle(cycle, at_least=at_least)
        for counted in (cycle.first, cycle.last):
            if counted:
                text = self.phrase(
                    N_("%(rule)s; %(count)s"), rule=text, count=self.counts.derivation(counted)
                )
        if cycle.series and cycle.series.at_ends:
            text = self.phrase(N_("%(rule)s; due by the end of each period"), rule=text)
        if cycle.near.previous:
            text = self.phrase(N_("%(rule)s; last time %(day)s"), rule=text, day=on_day(cycle.near.previous))
        if cycle.near.next:
            return self.phrase(N_("%(rule)s; next time %(day)s"), rule=text, day=on_day(cycle.near.next))
        return self.phrase(N_("%(rule)s; no further time"), rule=text) if cycle.series else text

    def _cycle(self, cycle: Cycle, *, at_least: bool) -> Markup:
        anchored = bool(cycle.first or (cycle.start and cycle.start.is_day))
        words = RulePhrases(self.language, self.phrase)
        text = words.in_words(cycle.rule, within_periods=is_bare(cycle.rule) and not anchored)
        if at_least:
            text = self.phrase(N_("at least %(rule)s"), rule=text)
        if cycle.start:
            text = self.phrase(N_("%(rule)s, from %(start)s on"), rule=text, start=cycle.start)
        elif cycle.first:
            text = self.phrase(
                N_("%(rule)s, counted from %(anchor)s"), rule=text, anchor=self.counts.end(cycle.first)
            )
        if cycle.end:
            return self.phrase(N_("%(rule)s, until %(end)s"), rule=text, end=cycle.end)
        if cycle.last:
            return self.phrase(N_("%(rule)s, until %(end)s"), rule=text, end=self.counts.end(cycle.last))
        return text


_WITHOUT_DAYS = {
    TimingForm.DURING: N_("the text names a time without days"),
    TimingForm.REGULARLY: N_("the text gives no interval"),
    TimingForm.ONGOING: N_("the text sets no end"),
}
_CHOSEN = {
    TimingForm.EARLIER_OF: N_("the earliest of: %(days)s"),
    TimingForm.LATER_OF: N_("the latest of: %(days)s"),
}
_BEGINS = N_("to begin %(phrase)s")
_BEGINS_IN = dict.fromkeys(
    (TimingForm.EARLIER_OF, TimingForm.LATER_OF, TimingForm.PERIOD), N_("to begin: %(phrase)s")
)
