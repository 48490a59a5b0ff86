"""Raw values to sealed ones, field by field."""

from __future__ import annotations

from generator.load import schema
from generator.load.fields import ImpreciseDate
from generator.load.record import LANGUAGES, Languages
from generator.load.words import DateKind
from generator.resolve import model


def text(raw: Languages) -> model.Text:
    """A text with the languages it has."""
    return model.Text(tuple((code, v) for code in LANGUAGES if (v := getattr(raw, code))))


def maybe_text(raw: Languages | None) -> model.Text | None:
    """A text that may be missing."""
    return text(raw) if raw else None


def reference(raw: schema.Reference) -> model.Reference:
    """A reference as it is shown."""
    return model.Reference(
        title=text(raw.title),
        publisher=maybe_text(raw.publisher),
        speaker=maybe_text(raw.speaker),
        date=raw.date,
        grade=raw.grade,
        url=raw.url,
        note=maybe_text(raw.note),
    )


def duty(raw: schema.Duty) -> model.Duty:
    """An actor's part in a task."""
    return model.Duty(raw.actor, raw.role, raw.basis, maybe_text(raw.reason), raw.via, raw.words)


def timing(raw: schema.Timing) -> model.Timing:
    """When something is due or runs."""
    form = next(form for form in model.TimingForm if getattr(raw, form.value))
    return model.Timing(
        form=form,
        start=raw.period.from_ if raw.period else None,
        due=raw.period.to if raw.period else raw.by,
        during=maybe_text(raw.during),
        soft=raw.soft,
        case=maybe_text(raw.case),
        words=raw.words,
        note=maybe_text(raw.note),
    )


def target(raw: schema.Target) -> model.Target:
    """A figure to be reached."""
    return model.Target(
        text(raw.metric), raw.comparator, raw.value, maybe_text(raw.unit), raw.by, maybe_text(raw.note)
    )


def report(raw: schema.Progress, directive: str) -> model.Report:
    """A progress report on a task of ``directive``."""
    return model.Report(
        date=raw.date,
        task=f"{directive}/{raw.task}",
        actor=raw.actor,
        status=raw.status,
        percent=raw.percent,
        note=maybe_text(raw.note),
        verification=raw.verification,
        evidence=reference(raw.evidence) if raw.evidence else None,
    )


def alias(raw: schema.Alias) -> model.Alias:
    """Another name of an actor."""
    return model.Alias(raw.name, raw.from_, raw.to, maybe_text(raw.note))


def post(raw: schema.Post) -> model.Post:
    """A post that a person held."""
    return model.Post(text(raw.title), raw.organisation, raw.from_, raw.to, raw.seen)


def participant(raw: schema.Participant) -> model.Participant:
    """Somebody who took part in a meeting."""
    return model.Participant(raw.actor, raw.role, maybe_text(raw.post), raw.organisation)


def source_note(raw: schema.Source) -> model.SourceNote:
    """Where the verbatim text comes from."""
    return model.SourceNote(raw.language, maybe_text(raw.title), raw.url, raw.retrieved, maybe_text(raw.note))


def dates(raw: schema.Dates) -> tuple[tuple[DateKind, ImpreciseDate], ...]:
    """The dates a directive has, in the order of ``DateKind``."""
    found = ((kind, getattr(raw, kind.value)) for kind in DateKind)
    return tuple((kind, date) for kind, date in found if date)
