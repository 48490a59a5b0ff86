"""A timing as it is shown: what the record says, with the days and the status that follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.resolve import model, values
from directive_atlas.schedule import DayOff, ResolvedTiming
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import TimingForm


def form_of(raw: schema.Timing) -> TimingForm:
    """The form that a timing is written in."""
    return next(form for form, key in _FORMS if getattr(raw, key))


_FORMS = tuple((form, form.value) for form in TimingForm)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a timing: its status, the deadline that it is about, an extension that was granted.

    ``counts_days``, ``occurrences`` and ``day_off`` are as in ``model.Timing``.
    """

    status: DeadlineStatus
    due: ImpreciseDate | None
    extension: model.EarlierDeadline | None
    counts_days: bool
    occurrences: tuple[model.Occurrence, ...]
    day_off: DayOff | None


def resolved_timing(
    raw: schema.Timing, form: TimingForm, when: ResolvedTiming, known: Known, as_of: dt.date
) -> model.Timing:
    """A timing of one form with its days."""
    extension = (known.extension,) if known.extension else ()
    return model.Timing(
        form=form,
        start=when.start,
        due=known.due,
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
        earlier=(*(values.earlier_deadline(earlier) for earlier in raw.earlier), *extension),
        proposed=tuple(map(values.proposed_deadline, raw.proposed)),
        timeliness=known.status,
        days=(known.due.last - as_of).days if known.due else None,
        counts_days=known.counts_days,
        occurrences=known.occurrences,
        day_off=known.day_off,
    )
