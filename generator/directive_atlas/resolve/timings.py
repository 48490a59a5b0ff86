"""A timing as it is shown: what the record says, with the days and the status that follow."""

from __future__ import annotations

import datetime as dt

from directive_atlas.load import schema
from directive_atlas.resolve import model, values
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import TimingForm


def resolved_timing(
    raw: schema.Timing,
    form: TimingForm,
    when: ResolvedTiming,
    status: DeadlineStatus,
    due: ImpreciseDate | None,
    as_of: dt.date,
) -> model.Timing:
    """A timing of one form with its days; ``due`` is the one that ``status`` is about."""
    return model.Timing(
        form=form,
        start=when.start,
        due=due,
        time=raw.time,
        zone=raw.zone,
        first=when.first,
        last=when.last,
        cycle=when.cycle,
        during=values.maybe_text(raw.during),
        set_by=raw.set_by,
        begins=raw.begins,
        soft=raw.soft,
        at_least=bool(raw.every and raw.every.at_least),
        until=values.maybe_text(raw.until),
        unless=values.maybe_text(raw.unless),
        case=values.maybe_text(raw.case),
        words=raw.words,
        note=values.maybe_text(raw.note),
        earlier=tuple(values.earlier_deadline(earlier) for earlier in raw.earlier),
        timeliness=status,
        days=(due.last - as_of).days if due else None,
    )
