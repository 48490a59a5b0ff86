"""Progress: targets, reports, and the status of a task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from directive_atlas.resolve.model.texts import Passage, Reference, Text
from directive_atlas.schedule.completion import Completion
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import (
    Answer,
    Comparator,
    Connection,
    DeadlineStatus,
    HorizonBasis,
    OccurrenceStatus,
    ReportedStatus,
    Status,
    Verification,
)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value of a target at the start."""

    value: Decimal
    comparator: Comparator
    date: ImpreciseDate | None
    reference: Reference | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Target:
    """A value to be reached (a range with ``to``); without a value it is only monitored.

    It is that of ``actor`` alone, or else of everybody who has the task. ``readings`` are the reports
    that give it a value, oldest first; readings are never added up or averaged.

    ``task`` is the key of the task that has it (nothing for one of the directive itself), ``passage`` where
    it is quoted; the tasks ``restated_by`` say it again.
    """

    id: str | None
    actor: str | None
    metric: Text
    comparator: Comparator
    value: Decimal | None
    to: Decimal | None
    unit: Text | None
    by: ImpreciseDate | None
    baselines: tuple[Baseline, ...]
    reference: Reference | None
    note: Text | None
    readings: tuple[Report, ...]
    task: str | None = None
    passage: Passage | None = None
    restated_by: tuple[str, ...] = ()

    @property
    def of_text(self) -> bool:
        """Whether the text itself sets it; what others set is a reference figure."""
        return self.passage is not None or self.reference is None


@dataclass(frozen=True, slots=True)
class Report:
    """One progress report; ``task`` is the key of the task that it is about.

    It was published on ``date`` and is about ``as_of`` (the same day if that is empty); ``by_then`` if it
    tells only that something was done by that day. ``target`` and ``value`` are its reading of a target,
    ``occurrence`` the one of a recurring task that it is about. ``context`` marks a report of a day before
    the directive: it says nothing of how its tasks stand. The other values are as in the record.
    """

    date: ImpreciseDate
    as_of: ImpreciseDate | None
    task: str
    actor: str | None
    status: Status | None
    percent: int | None
    target: str | None
    comparator: Comparator
    value: Decimal | None
    note: Text | None
    verification: Verification
    verified_by: Text | None
    evidence: Reference | None
    by_then: bool = False
    occurrence: ImpreciseDate | None = None
    expected: ImpreciseDate | None = None
    obstacle: Text | None = None
    next: Text | None = None
    answer: Answer | None = None
    promised: ImpreciseDate | None = None
    extended_to: ImpreciseDate | None = None
    closed_by: str | None = None
    context: bool = False
    link: Connection | None = None

    @property
    def counts(self) -> bool:
        """Whether it is evidence of progress: of the time of the directive, with a source, not in doubt."""
        return not self.context and self.evidence is not None and self.verification.settling


@dataclass(frozen=True, slots=True)
class Parts:
    """How many parts there are, of how many there is a report, and how many are reported done."""

    total: int
    reported: int
    done: int


@dataclass(frozen=True, slots=True)
class Horizon:
    """Until when work can be expected where the text states no day, and on what that rests.

    ``by`` is the directive of the next meeting, if that ends it.
    """

    day: ImpreciseDate
    basis: HorizonBasis
    reason: Text | None = None
    reference: Reference | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a task, or of one body's part in it: what was reported, compared with the time for it.

    ``report`` is the one that decides; ``completed`` when it was done; ``due`` the deadline to which
    ``timeliness`` refers, ``days`` the days until then (negative when past). ``later`` counts the reports
    published after the reference date, which are left out; ``parts`` is the most pressing deadline status
    among the measures. ``measures`` and ``bodies`` count the measures, and the bodies that are to do it.
    ``stated_day`` tells whether the text itself sets these very bodies a day. ``horizon`` is given where
    its passing decided; ``continued_by`` is the directive that carries on the work. ``answer``,
    ``closing`` and ``forecast`` are the last reports that answer, close, or tell when to expect the end.
    ``released`` tells that the whole is settled, though nothing was reported of this part of it.
    """

    state: ReportedStatus
    report: Report | None
    completed: Completion | None
    timeliness: DeadlineStatus
    due: ImpreciseDate | None
    days: int | None
    later: int
    parts: DeadlineStatus | None
    measures: Parts | None = None
    bodies: Parts | None = None
    stated_day: bool = False
    horizon: Horizon | None = None
    continued_by: str | None = None
    answer: Report | None = None
    closing: Report | None = None
    forecast: Report | None = None
    released: bool = False

    @property
    def told_state(self) -> ReportedStatus | None:
        """What was reported, where the timeliness does not say it already."""
        unsettled = (DeadlineStatus.UNREPORTED, DeadlineStatus.REPORTED)
        of_another_time = self.state is ReportedStatus.DONE and self.timeliness in unsettled
        return self.state if self.timeliness.tells_report and not of_another_time else None

    @property
    def running_due(self) -> ImpreciseDate | None:
        """The deadline, where it is still worth telling beside the timeliness."""
        return self.due if self.timeliness.running else None

    @property
    def counts_days(self) -> bool:
        """Whether days past the deadline may be counted.

        Only where a report denies completion, or the text set these very bodies a day: silence is no
        accusation.
        """
        return self.timeliness is DeadlineStatus.OVERDUE or self.stated_day

    @property
    def at_risk(self) -> bool:
        """Whether the body itself expects to be done only after the last day."""
        expected = self.forecast.expected if self.forecast else None
        return bool(self.timeliness.ahead and expected and self.due and expected.first > self.due.last)

    @property
    def pressing_parts(self) -> DeadlineStatus | None:
        """How the measures stand, where they press more than the task that they belong to."""
        if not self.parts or not self.parts.group.pressing or self.timeliness.hides_parts:
            return None
        return None if self.timeliness is self.parts else self.parts


@dataclass(frozen=True, slots=True)
class BodyStandings:
    """How each body stands in a task of several, by its own reports.

    ``own`` has those that reported, themselves or as members of a group; ``silent`` is the standing of a
    body with a part of its own and no report, ``member`` that of a member of a group with no report.
    """

    own: Mapping[str, Standing]
    silent: Standing
    member: Standing

    def of(self, actor: str, *, through: bool) -> Standing:
        """The standing of a body; ``through`` if it has its part only as a member of a group."""
        return self.own.get(actor) or (self.member if through else self.silent)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a recurring task: its last day, what is known of it, and the report that tells."""

    day: ImpreciseDate
    status: OccurrenceStatus
    report: Report | None
