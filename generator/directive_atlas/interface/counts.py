"""Counted days in words: what they are counted from, and how they follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from directive_atlas.interface.language import Language
from directive_atlas.schedule import AnchorKind, Count, Unit
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class CountPhrases:
    """Puts counted days into words of one language; ``named`` shows an anchor of a kind by its reference."""

    language: Language
    show: Callable[[object], Markup]
    phrase: Callable[..., Markup]
    named: Callable[[AnchorKind, str], Markup]

    def end(self, count: Count) -> Markup:
        """A counted day in short: the day, if it is known, else its anchor."""
        if count.result:
            return self.show(on_day(count.result))
        if not count.amount:
            return self.anchor(count)
        words = {"amount": self.amount(count), "anchor": self.anchor(count)}
        return self.phrase(N_("%(amount)s after %(anchor)s"), **words)

    def amount(self, count: Count) -> str:
        """A duration, such as “90 days”."""
        number = self.language.number(count.amount)
        return _amount(self.language, count.unit, count.amount) % {"number": number}

    def anchor(self, count: Count) -> Markup:
        """What a duration is counted from."""
        if count.anchor is AnchorKind.DATE:
            return self.phrase(DateKind(count.ref).anchor)
        named = self.named(count.anchor, count.ref)
        if count.anchor is AnchorKind.DUE:
            return self.phrase(N_("the deadline of “%(task)s”"), task=named)
        if count.anchor is AnchorKind.DONE:
            return self.phrase(N_("the completion of “%(task)s”"), task=named)
        return named

    def short(self, count: Count) -> Markup:
        """A duration with what it is counted from."""
        return self.phrase(
            N_("%(amount)s of %(anchor)s"), amount=self.amount(count), anchor=self.anchor(count)
        )

    def derivation(self, count: Count) -> Markup:
        """The derivation of a counted day from its anchor."""
        if count.anchor is AnchorKind.GIVEN or not count.amount:
            return self._anchor_day(count)
        words = {"amount": self.amount(count), "anchor": self.anchor(count)}
        if count.since is None or count.result is None:
            return self._open(count, words)
        rule = N_("%(amount)s after %(anchor)s on %(since)s = %(result)s")
        if not count.since.is_day:
            rule = N_("%(amount)s after %(anchor)s, counted from the end of %(since)s = %(result)s")
        text = self.phrase(rule, **words, since=count.since, result=on_day(count.result))
        return self._with_calendar(text, count)

    def _open(self, count: Count, words: Mapping[str, object]) -> Markup:
        """The derivation of a day that is not known; at the latest which one it is, if that follows."""
        text = self.phrase(_EACH if count.each else _OPEN[count.anchor], **words)
        if count.latest is None:
            return text
        days = {"due": count.expected, "day": on_day(count.latest)}
        told = self.phrase(_LATEST, derivation=text, amount=self.amount(count), **days)
        return self._with_calendar(told, count)

    def _anchor_day(self, count: Count) -> Markup:
        """The day of an anchor itself."""
        if count.anchor is AnchorKind.GIVEN:
            return self.phrase(N_("the day that the text gives: %(day)s"), day=count.since)
        words = {"anchor": self.anchor(count)}
        if count.each:
            return self.phrase(N_("each time: %(anchor)s"), **words)
        if count.since is None:
            return self.phrase(N_("%(anchor)s: no known day"), **words)
        return self.phrase(N_("%(anchor)s: %(since)s"), **words, since=count.since)

    def _with_calendar(self, text: Markup, count: Count) -> Markup:
        if count.jurisdiction is None:
            return text
        where = self.language.territory(count.jurisdiction)
        skipped = self.language.number(count.skipped)
        calendar = N_("%(derivation)s (calendar of working days: %(where)s; days off left out: %(skipped)s)")
        return self.phrase(calendar, derivation=text, where=where, skipped=skipped)


_EACH = N_("%(amount)s after each case of: %(anchor)s")
_OPEN = {
    AnchorKind.GIVEN: N_("the text gives no day"),
    AnchorKind.DATE: N_("%(amount)s after %(anchor)s; that day is not known"),
    AnchorKind.DUE: N_("%(amount)s after %(anchor)s; that day is not known yet"),
    AnchorKind.DONE: N_("%(amount)s after %(anchor)s, which has not been reported"),
    AnchorKind.EVENT: N_("%(amount)s after %(anchor)s, which has no known day"),
}
_LATEST = N_(
    "%(derivation)s; at the latest %(day)s, %(amount)s after it is due (%(due)s), if it is done in time"
)


def _amount(words: Language, unit: Unit, number: int) -> str:
    """The message for an amount of a unit, in singular or plural."""
    if unit is Unit.HOURS:
        return words.ngettext("%(number)s hour", "%(number)s hours", number)
    if unit is Unit.DAYS:
        return words.ngettext("%(number)s day", "%(number)s days", number)
    if unit is Unit.WORKING_DAYS:
        return words.ngettext("%(number)s working day", "%(number)s working days", number)
    if unit is Unit.WEEKS:
        return words.ngettext("%(number)s week", "%(number)s weeks", number)
    if unit is Unit.MONTHS:
        return words.ngettext("%(number)s month", "%(number)s months", number)
    return words.ngettext("%(number)s year", "%(number)s years", number)
