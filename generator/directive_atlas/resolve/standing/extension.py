"""A deadline that was extended for a task, as a report tells."""

from __future__ import annotations

from dataclasses import replace

from directive_atlas.resolve.model import EarlierDeadline, Report
from directive_atlas.resolve.standing.reported import Progressed
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.vocabulary.dates import ImpreciseDate


def extended(when: ResolvedTiming, told: Progressed) -> ResolvedTiming:
    """A timing with the last day that was granted instead of its own; a recurrence stays as it is."""
    new = told.extension.extended_to if told.extension else None
    if new and when.due and not when.cycle and new.last > when.due.last:
        return replace(when, due=new)
    return when


def granted_extension(stated: ImpreciseDate, report: Report) -> EarlierDeadline:
    """The stated day beside the one that was granted."""
    return EarlierDeadline(stated, report.date, None, report.evidence, report.note)
