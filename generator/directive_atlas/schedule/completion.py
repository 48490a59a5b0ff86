"""Which reports are about a whole task, and on which day it was done according to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from directive_atlas.schedule.clock import Clock
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import Status, Verification
from directive_atlas.vocabulary.tasks import Role


class DutyLike(Protocol):
    """An actor's role in a task, raw or resolved."""

    @property
    def actor(self) -> str:
        """The id of the actor."""
        ...

    @property
    def role(self) -> Role:
        """The role."""
        ...


class ReportLike(Protocol):
    """A report, raw or resolved."""

    @property
    def date(self) -> ImpreciseDate:
        """The day on which it was published."""
        ...

    @property
    def as_of(self) -> ImpreciseDate | None:
        """The day that it is about, if that is an earlier one."""
        ...

    @property
    def actor(self) -> str | None:
        """The actor whose progress it is; empty for the whole task."""
        ...

    @property
    def status(self) -> Status | None:
        """The status that it gives."""
        ...

    @property
    def verification(self) -> Verification:
        """How far it can be relied on."""
        ...

    @property
    def context(self) -> bool:
        """Whether the editors show it as context only."""
        ...

    @property
    def by_then(self) -> bool:
        """Whether it was done by the day that the report is about, on a day that is not known."""
        ...


ReportT = TypeVar("ReportT", bound=ReportLike)


@dataclass(frozen=True, slots=True)
class Completion:
    """The day on which something was done; ``by_then`` if that is only known to be no later than ``day``.

    ``confirmed`` tells whether somebody else confirms it.
    """

    day: ImpreciseDate
    by_then: bool
    confirmed: bool


def owners(parts: Iterable[DutyLike]) -> frozenset[str]:
    """The actors who are to complete a task: those who lead it or are responsible for it."""
    return frozenset(part.actor for part in parts if part.role.owns)


def speaks_for_all(report: ReportLike, owners: frozenset[str]) -> bool:
    """Whether a report is about the whole task: it names no actor, or the only owner."""
    return report.actor is None or owners == {report.actor}


def settles(report: ReportLike, owners: frozenset[str]) -> bool:
    """Whether a report can decide the status of a task: an unverified or disputed one cannot."""
    return report.verification.settling and speaks_for_all(report, owners)


def whole_reports(reports: Sequence[ReportT], owners: frozenset[str]) -> tuple[ReportT, ...]:
    """The reports that give the status of the whole task, oldest first, like ``reports``.

    If the last report of each of several owners says that its part is done, the last of these counts for
    the whole.
    """
    whole = tuple(report for report in reports if report.status and settles(report, owners))
    parts = {r.actor: r for r in reports if r.status and r.actor in owners and r.verification.settling}
    if len(owners) > 1 and parts.keys() == owners and all(r.status is Status.DONE for r in parts.values()):
        whole = (*whole, max(parts.values(), key=reports.index))
        return tuple(sorted(whole, key=reports.index))
    return whole


def known(reports: Iterable[ReportT], clock: Clock) -> list[ReportT]:
    """The reports published by the day of a clock, sorted by the day they are about, oldest first."""
    published = (report for report in reports if clock.reached(report.date.last))
    return sorted(published, key=lambda report: (is_about(report).last, report.date.last))


def is_about(report: ReportLike) -> ImpreciseDate:
    """The day that a report is about."""
    return report.as_of or report.date


def is_context(report: ReportLike, begins: ImpreciseDate | None) -> bool:
    """Whether a report says nothing of its task: marked as context, or of a day before the directive."""
    return report.context or (begins is not None and is_about(report).last < begins.first)


def completion(reports: Sequence[ReportLike]) -> Completion | None:
    """When a task was done by the last of its reports, which are sorted, oldest first."""
    done: Completion | None = None
    for report in reports:
        if report.status is Status.DONE:
            confirmed = report.verification is Verification.CONFIRMED
            first = done or Completion(is_about(report), report.by_then, confirmed)
            done = Completion(first.day, first.by_then, first.confirmed or confirmed)
        elif report.status is not None:
            done = None
    return done
