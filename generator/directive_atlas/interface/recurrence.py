"""Recurrence rules in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from directive_atlas.interface.language import Language
from directive_atlas.schedule.recurrence import Rule
from directive_atlas.vocabulary.word import N_

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
class RulePhrases:
    """Puts recurrence rules into words of one language."""

    language: Language
    phrase: Callable[..., Markup]

    def in_words(self, rule: Rule, *, within_periods: bool) -> Markup:
        """A rule, such as “every year, on June 30”, “every month, on the last day”, “once every year”."""
        text = self._frequency(rule)
        if within_periods:
            return self.phrase(N_("once %(every)s"), every=text)
        if rule.months and rule.month_days == (-1,) and not rule.weekdays:
            return self.phrase(N_("%(rule)s, by the end of %(months)s"), rule=text, months=self._months(rule))
        if rule.months and rule.month_days and min(rule.month_days) > 0 and not rule.weekdays:
            return self.phrase(N_("%(rule)s, on %(days)s"), rule=text, days=self._listed(self._dates(rule)))
        if rule.months:
            text = self.phrase(N_("%(rule)s, in %(months)s"), rule=text, months=self._months(rule))
        days = [*map(self._month_day, rule.month_days), *(self._weekday(*day) for day in rule.weekdays)]
        if days:
            text = self.phrase(N_("%(rule)s, on %(days)s"), rule=text, days=self._listed(days))
        return text

    def _frequency(self, rule: Rule) -> Markup:
        special = _SPECIAL.get((rule.frequency, rule.interval))
        if special and rule.month_days in ((), (-1,)):
            return self.phrase(special)
        once, many = _EVERY[rule.frequency]
        return self.phrase(once if rule.interval == 1 else many, number=rule.interval)

    def _dates(self, rule: Rule) -> list[str]:
        """The days of the year that a rule names, such as June 30."""
        message = self.language.gettext(N_("%(month)s %(day)s"))
        months = [(self.language.month(month), rule.month_days) for month in rule.months]
        return [message % {"month": month, "day": day} for month, days in months for day in days]

    def _months(self, rule: Rule) -> str:
        return self._listed(self.language.month(month) for month in rule.months)

    def _listed(self, parts: Iterable[str]) -> str:
        return self.language.gettext(N_(", ")).join(parts)

    def _month_day(self, day: int) -> str:
        if day == -1:
            return self.language.gettext(N_("the last day"))
        if day < 0:
            return self.language.gettext(N_("day %(number)s from the end")) % {"number": -day}
        return self.language.gettext(N_("day %(number)s")) % {"number": day}

    def _weekday(self, day: int, number: int) -> str:
        name = self.language.weekday(day)
        if number in _ORDINALS:
            return self.language.gettext(_ORDINALS[number]) % {"weekday": name}
        return name
