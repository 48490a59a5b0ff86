"""A time of a record in the form of the gold set: one short line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from directive_atlas.load import schema
from directive_atlas.vocabulary.directives import DateKind

_UNITS = ("hours", "days", "working_days", "weeks", "months", "years")

_OWN_DAYS = {DateKind.SIGNED, DateKind.PUBLISHED, DateKind.HELD, DateKind.REPORTED}
"""The day of the paper itself: which of these a text means by “issuance” decides nothing here."""

_RULES = {
    "FREQ=YEARLY": "every year",
    "FREQ=MONTHLY;INTERVAL=6": "every half-year",
    "FREQ=MONTHLY;INTERVAL=3": "every quarter",
    "FREQ=MONTHLY": "every month",
    "FREQ=WEEKLY": "every week",
    "FREQ=DAILY": "every day",
}

_INTERVALS = {"YEARLY": "years", "MONTHLY": "months", "WEEKLY": "weeks", "DAILY": "days"}

Name = Callable[[str], str]
"""What the gold set calls a task of the record: “item 12”."""


def time_line(timing: schema.Timing, name: Name) -> str:
    """One line for a time: its form and day, without cases, reasons and words."""
    return next(line for line in _forms(timing, name) if line)


def _forms(timing: schema.Timing, name: Name) -> Iterable[str]:
    yield timing.by.text if timing.by else ""
    yield _moment(timing.within, name) if timing.within else ""
    yield _choice("earlier of", timing.earlier_of, name)
    yield _choice("later of", timing.later_of, name)
    yield f"before {_moment(timing.before, name)}" if timing.before else ""
    yield f"upon {_anchor(timing.upon, name)}" if timing.upon else ""
    yield _period(timing.period, name) if timing.period else ""
    yield _every(timing.every) if timing.every else ""
    yield from (word for word in ("regularly", "ongoing", "asap", "promptly") if getattr(timing, word))
    yield "suitable" if timing.suitable else ""
    yield "during" if timing.during else "set by"


def _choice(form: str, moments: tuple[schema.Moment, ...], name: Name) -> str:
    lines = sorted(_moment(each, name) for each in moments)
    return f"{form} {' / '.join(lines)}" if lines else ""


def _moment(moment: schema.Moment, name: Name) -> str:
    if moment.by or not moment.of:
        return moment.by.text if moment.by else ""
    anchor = _anchor(moment.of, name)
    for unit in _UNITS:
        if amount := getattr(moment, unit):
            words = unit.replace("_", " ")
            return f"{amount} {words if amount > 1 else words[:-1]} after {anchor}"
    return anchor


def _anchor(anchor: schema.Anchor, name: Name) -> str:
    if anchor.date:
        return "signed" if anchor.date in _OWN_DAYS else anchor.date.value
    task = anchor.due or anchor.done
    return name(task) if task else "event"


def _period(period: schema.Period, name: Name) -> str:
    start = period.from_.text if period.from_ else _moment(period.after, name) if period.after else ""
    end = period.to.text if period.to else f"until {_moment(period.until, name)}" if period.until else ""
    if start and end:
        return f"{start} to {end}"
    return end or f"from {start}"


def _every(recurrence: schema.Recurrence) -> str:
    """A rule by its name; a longer one with its months and days, or as the standard writes it."""
    rule = str(recurrence.rule)
    if rule in _RULES:
        return _RULES[rule]
    parts = dict(part.split("=") for part in rule.split(";"))
    if set(parts) == {"FREQ", "BYMONTH", "BYMONTHDAY"} and parts["FREQ"] == "YEARLY":
        day = "" if parts["BYMONTHDAY"] == "-1" else f"-{int(parts['BYMONTHDAY']):02}"
        return f"every year {int(parts['BYMONTH']):02}{day}"
    if set(parts) == {"FREQ", "INTERVAL"}:
        return f"every {parts['INTERVAL']} {_INTERVALS[parts['FREQ']]}"
    return f"every {rule}"
