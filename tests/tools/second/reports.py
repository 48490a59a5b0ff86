"""The second derivation of what reports say together: who speaks for whom, and which report decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from directive_atlas.load import schema
from directive_atlas.vocabulary.dates import ImpreciseDate

OVER = {"cancelled", "waived", "not_selected"}
_DATES = ("held", "signed", "published", "reported", "effective", "expires")
Row = schema.Progress


def about(row: Row) -> ImpreciseDate:
    """The day that a report is about."""
    return row.as_of or row.date


def sure(row: Row) -> bool:
    """Whether a report can decide anything."""
    return row.verification.value in ("claimed", "confirmed")


@dataclass(frozen=True)
class Done:
    """When something was done: on a day, or by then; whether somebody else confirms it."""

    day: ImpreciseDate
    by_then: bool
    confirmed: bool


@dataclass(frozen=True)
class Told:
    """What reports say together; ``rows`` speak for the whole, ``last`` is the one that decides."""

    state: str = "no_report"
    last: Row | None = None
    done: Done | None = None
    rows: tuple[Row, ...] = ()
    news: dt.date | None = None
    declined: bool = False
    closed: bool = False
    extended_to: ImpreciseDate | None = None
    released: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked for."""
        return bool(self.done or self.closed or self.declined or self.state in OVER)


def status(row: Row) -> str:
    """What a report says; empty if it gives no status."""
    return row.status.value if row.status else ""


def first_day(directive: schema.Directive) -> ImpreciseDate | None:
    """The day of a directive."""
    return next((day for name in _DATES if (day := getattr(directive.dates, name))), None)


def owners(task: schema.Measure) -> set[str]:
    """Those who lead a task or are responsible for it."""
    return {duty.actor for duty in task.actors if duty.role.value in ("lead", "responsible")}


def heard(rows: Sequence[Row], who: set[str]) -> Told:
    """What reports say of the whole that ``who`` are to do."""
    speaking = [row for row in rows if row.actor is None or {row.actor} == who]
    plain = [row for row in speaking if row.status and not row.occurrence]
    decisive = [row for row in plain if sure(row)]
    last_of = {row.actor: row for row in rows if row.status and sure(row) and not row.occurrence}
    if len(who) > 1 and all(body in last_of and status(last_of[body]) == "done" for body in who):
        decisive.append(max((last_of[body] for body in who), key=list(rows).index))
        decisive.sort(key=list(rows).index)
    told = Told(news=max((about(row).last for row in rows if sure(row)), default=None))
    if decisive:
        told = replace(told, state=status(decisive[-1]), last=decisive[-1], done=completed(decisive))
    elif rows:
        told = replace(told, state="parts_only" if any(map(sure, rows)) else "unverified")
    certain = [row for row in speaking if sure(row)]
    answers = [row.answer.value for row in certain if row.answer]
    return replace(
        told,
        rows=tuple(row for row in certain if row.status),
        declined=answers[-1:] == ["declined"],
        closed=any(row.closed_by for row in certain),
        extended_to=next((row.extended_to for row in reversed(certain) if row.extended_to), None),
    )


def by_parts(told: Sequence[Told]) -> Told:
    """What is told of a body in a whole: by the whole itself, which is first, else by its measures."""
    whole, *parts = told
    whole = replace(whole, news=max((each.news for each in told if each.news), default=None))
    if whole.last:
        return whole
    if any(part.done or part.state in ("partly", "incomplete") for part in parts):
        return replace(whole, state="partly")
    return replace(whole, state=summary(told))


def summary(told: Iterable[Told]) -> str:
    """What is told where nobody speaks for the whole; it is doubtful where all that is told is."""
    states = {each.state for each in told if each.state != "no_report"}
    if "unverified" in states and len(states) == 1:
        return "unverified"
    return "parts_only" if states else "no_report"


def completed(decisive: Iterable[Row]) -> Done | None:
    """When it was done, by reports of which a later one may say something else."""
    run: list[Row] = []
    for row in decisive:
        run = [*run, row] if status(row) == "done" else []
    if not run:
        return None
    return Done(about(run[0]), run[0].by_then, any(row.verification.value == "confirmed" for row in run))
