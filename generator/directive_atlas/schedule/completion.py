"""Which reports speak for a whole task, and on which day they say it was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import Status, Verification
from directive_atlas.vocabulary.tasks import Role


class DutyLike(Protocol):
    """An actor's part in a task, raw or resolved."""

    @property
    def actor(self) -> str:
        """Who."""
        ...

    @property
    def role(self) -> Role:
        """What for."""
        ...


class ReportLike(Protocol):
    """A report, raw or resolved."""

    @property
    def date(self) -> ImpreciseDate:
        """ResolvedTiming it was told."""
        ...

    @property
    def as_of(self) -> ImpreciseDate | None:
        """Of when it tells."""
        ...

    @property
    def actor(self) -> str | None:
        """Whose progress it tells."""
        ...

    @property
    def status(self) -> Status | None:
        """What it says."""
        ...

    @property
    def verification(self) -> Verification:
        """How far it can be relied on."""
        ...


ReportT = TypeVar("ReportT", bound=ReportLike)


def owners(parts: Iterable[DutyLike]) -> frozenset[str]:
    """The actors who have to do a task: those who lead it or are responsible for it."""
    return frozenset(part.actor for part in parts if part.role.owns)


def speaks_for_all(report: ReportLike, owners: frozenset[str]) -> bool:
    """Whether a report tells of the whole task: it names no actor, or the only one who owes it."""
    return report.actor is None or owners == {report.actor}


def settles(report: ReportLike, owners: frozenset[str]) -> bool:
    """Whether a report can decide how a whole task stands: what is unverified or disputed cannot."""
    return report.verification.settling and speaks_for_all(report, owners)


def whole_reports(reports: Sequence[ReportT], owners: frozenset[str]) -> tuple[ReportT, ...]:
    """The reports that say how the whole task stands, oldest first; ``reports`` are in that order.

    Where each of several owners has reported its part as done, the last of these tells that all is.
    """
    whole = tuple(report for report in reports if report.status and settles(report, owners))
    parts = {r.actor: r for r in reports if r.status and r.actor in owners and r.verification.settling}
    if len(owners) > 1 and parts.keys() == owners and all(r.status is Status.DONE for r in parts.values()):
        last = max(parts.values(), key=reports.index)
        return (*whole, last)
    return whole


def known(reports: Iterable[ReportT], as_of: dt.date) -> list[ReportT]:
    """The reports told by the day ``as_of``, by the day of which they tell, oldest first."""
    told = (report for report in reports if report.date.last <= as_of)
    return sorted(told, key=lambda report: ((report.as_of or report.date).last, report.date.last))


def completion(reports: Sequence[ReportLike]) -> ImpreciseDate | None:
    """The day on which a task was done by the last of its reports, which come oldest first."""
    day: ImpreciseDate | None = None
    for report in reports:
        if report.status is Status.DONE:
            day = day or report.as_of or report.date
        elif report.status is not None:
            day = None
    return day
