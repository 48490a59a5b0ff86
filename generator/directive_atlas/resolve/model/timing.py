"""When tasks are due, and until when directives are in force."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.resolve.model.progress import Occurrence
from directive_atlas.resolve.model.texts import Reference, Text
from directive_atlas.schedule import Count, Cycle
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import EndingKind
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import TimingForm


@dataclass(frozen=True, slots=True)
class EarlierDeadline:
    """A superseded deadline, when it was changed, and what changed it."""

    by: ImpreciseDate
    changed: ImpreciseDate | None
    directive: str | None
    reference: Reference | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Timing:
    """When a task runs or is due, with the derivation.

    ``time`` is a time of day in the IANA ``zone``; ``due`` is the last day, for a recurrence the
    occurrence that counts on the reference date. ``days`` count from that date to ``due``; past it
    they may be told where ``counts_days`` (see ``Standing``). ``set_by`` is the actor that sets the time. A
    task that ``begins`` need not end by then; one that goes on may end with the condition ``until``, and
    none holds under the condition ``unless``.
    """

    form: TimingForm
    start: ImpreciseDate | None
    due: ImpreciseDate | None
    time: str | None
    zone: str | None
    first: Count | None
    last: tuple[Count, ...]
    cycle: Cycle | None
    during: Text | None
    set_by: str | None
    begins: bool
    soft: bool
    at_least: bool
    until: Text | None
    unless: Text | None
    case: Text | None
    words: str | None
    note: Text | None
    earlier: tuple[EarlierDeadline, ...]
    timeliness: DeadlineStatus
    days: int | None
    counts_days: bool = False
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def own_words(self) -> str | None:
        """The words of the text, where these are all that is known of the time."""
        return self.words if self.form.worded else None

    @property
    def running_due(self) -> ImpreciseDate | None:
        """The last day, where it is still worth telling beside the timeliness."""
        return self.due if self.timeliness.running else None


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a directive or of some of its tasks, by another directive or by its own date.

    ``past`` says whether it has taken effect by the reference date; ``part`` names what ends if that is
    neither the whole nor whole tasks.
    """

    kind: EndingKind
    date: ImpreciseDate | None
    by: str | None
    part: Text | None
    past: bool
