"""Progress: targets, reports, and the status of a task."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from directive_atlas.resolve.model.texts import Passage, Reference, Text
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import (
    Comparator,
    DeadlineStatus,
    ReportedStatus,
    Status,
    Verification,
    WorkGroup,
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

    It was published on ``date`` and is about ``as_of`` (the same day if that is empty); ``target`` and
    ``value`` are its reading of a target.
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


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a task: what was reported about the whole, and how this compares with its deadline.

    ``report`` is the one that decides; ``completed`` the day on which the task was done; ``due`` the
    deadline to which ``timeliness`` refers, ``days`` the days until then (negative when past). ``later``
    counts the reports published after the reference date, which are left out; ``parts`` is the most
    pressing deadline status among the measures.
    """

    state: ReportedStatus
    report: Report | None
    completed: ImpreciseDate | None
    timeliness: DeadlineStatus
    due: ImpreciseDate | None
    days: int | None
    later: int
    parts: DeadlineStatus | None

    @property
    def told_state(self) -> ReportedStatus | None:
        """What was reported, where the timeliness does not say it already."""
        return self.state if self.timeliness.tells_report else None

    @property
    def running_due(self) -> ImpreciseDate | None:
        """The deadline, where it is still worth telling beside the timeliness."""
        return self.due if self.timeliness.running else None

    @property
    def pressing_parts(self) -> DeadlineStatus | None:
        """How the measures stand, where they press more than the task that they belong to."""
        if not self.parts or not self.parts.group.pressing or self.timeliness.group is WorkGroup.ENDED:
            return None
        return None if self.timeliness in (DeadlineStatus.OVERDUE, self.parts) else self.parts
