"""Raw values to resolved ones, field by field."""

from __future__ import annotations

from directive_atlas.load import schema
from directive_atlas.load.record import Languages
from directive_atlas.resolve import model
from directive_atlas.schedule.completion import is_context
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.progress import HorizonBasis


def text(raw: Languages) -> model.Text:
    """A text in the languages it has."""
    return model.Text(raw.values)


def maybe_text(raw: Languages | None) -> model.Text | None:
    """A text that may be missing."""
    return text(raw) if raw else None


def title(raw: schema.Measure) -> model.Text:
    """What a task is called.

    Raises:
        ValueError: it has no title (the corpus was not expanded).
    """
    if raw.title is None:
        raise ValueError(raw.place)
    return text(raw.title)


def reference(raw: schema.Reference) -> model.Reference:
    """A reference as it is shown."""
    return model.Reference(
        title=text(raw.title),
        publisher=maybe_text(raw.publisher),
        speaker=maybe_text(raw.speaker),
        date=raw.date,
        grade=raw.grade,
        url=raw.url,
        archived=raw.archived,
        note=maybe_text(raw.note),
    )


def duty(raw: schema.Duty, origin: model.Origin | None, word: model.ObligationWord | None) -> model.Duty:
    """An actor's part in a task, where it is carried over from, and the text's word for its obligation."""
    return model.Duty(
        raw.actor,
        raw.role,
        raw.basis,
        maybe_text(raw.reason),
        raw.via,
        raw.obligation,
        maybe_text(raw.applies_to),
        raw.words,
        origin,
        word,
        raw.and_others,
        raw.each,
        raw.chosen_by,
    )


def earlier_deadline(raw: schema.EarlierDeadline) -> model.EarlierDeadline:
    """A superseded deadline."""
    source = reference(raw.reference) if raw.reference else None
    return model.EarlierDeadline(raw.by, raw.changed, raw.directive, source, maybe_text(raw.note))


def proposed_deadline(raw: schema.ProposedDeadline) -> model.ProposedDeadline:
    """A change of a deadline that is not in force."""
    return model.ProposedDeadline(
        by=raw.by,
        within=maybe_text(raw.within),
        status=raw.status,
        date=raw.date,
        directive=raw.directive,
        reference=reference(raw.reference) if raw.reference else None,
        note=maybe_text(raw.note),
    )


def baseline(raw: schema.Baseline) -> model.Baseline:
    """The value of a target at the start."""
    source = reference(raw.reference) if raw.reference else None
    return model.Baseline(raw.value, raw.comparator, raw.date, source, maybe_text(raw.note))


def target(
    raw: schema.Target,
    readings: tuple[model.Report, ...],
    passage: model.Passage | None,
    directive: str,
    task: str | None,
) -> model.Target:
    """A target of ``directive`` or one of its tasks, with the reports that give it a value."""
    return model.Target(
        id=raw.id,
        actor=raw.actor,
        metric=text(raw.metric),
        comparator=raw.comparator,
        value=raw.value,
        to=raw.to,
        unit=maybe_text(raw.unit),
        by=raw.by,
        baselines=tuple(baseline(b) for b in raw.baselines),
        reference=reference(raw.reference) if raw.reference else None,
        note=maybe_text(raw.note),
        readings=readings,
        task=task,
        passage=passage,
        restated_by=tuple(f"{directive}/{name}" for name in raw.restated_by),
    )


def horizon(raw: schema.Horizon) -> model.Horizon:
    """The end of the time for a task, as the editors set it."""
    source = reference(raw.reference) if raw.reference else None
    return model.Horizon(raw.date, HorizonBasis.EDITOR, text(raw.reason), source)


def report(raw: schema.Progress, directive: str, begins: ImpreciseDate | None) -> model.Report:
    """A progress report on a task of ``directive``, which ``begins`` on that day."""
    return model.Report(
        date=raw.date,
        as_of=raw.as_of,
        task=f"{directive}/{raw.task}",
        actor=raw.actor,
        status=raw.status,
        percent=raw.percent,
        target=raw.target,
        comparator=raw.comparator,
        value=raw.value,
        note=maybe_text(raw.note),
        verification=raw.verification,
        verified_by=maybe_text(raw.verified_by),
        evidence=reference(raw.evidence) if raw.evidence else None,
        by_then=raw.by_then,
        occurrence=raw.occurrence,
        expected=raw.expected,
        obstacle=maybe_text(raw.obstacle),
        next=maybe_text(raw.next),
        answer=raw.answer,
        promised=raw.promised,
        extended_to=raw.extended_to,
        closed_by=raw.closed_by,
        link=raw.link,
        context=is_context(raw, begins),
    )


def document(raw: schema.Directive) -> model.Document:
    """What an official document says of itself beside its text."""
    return model.Document(
        approved_by=raw.approved_by,
        index_number=raw.index_number,
        category=maybe_text(raw.category),
        copies=raw.copies,
        attachments=tuple(attachment(each) for each in raw.attachments),
        release=maybe_text(raw.release),
    )


def event(raw: schema.NamedEvent) -> model.NamedEvent:
    """An event that times are counted from."""
    source = reference(raw.reference) if raw.reference else None
    return model.NamedEvent(raw.id, text(raw.title), raw.each, raw.date, source, maybe_text(raw.note))


def alias(raw: schema.Alias) -> model.Alias:
    """Another name of an actor."""
    return model.Alias(raw.name, raw.from_, raw.to, maybe_text(raw.note))


def post(raw: schema.Post) -> model.Post:
    """A post that a person held."""
    return model.Post(text(raw.title), raw.organisation, raw.from_, raw.to, raw.seen)


def succession(raw: schema.Succession, older: str) -> model.Succession:
    """That a body took over from ``older``."""
    source = reference(raw.reference) if raw.reference else None
    return model.Succession(older, raw.actor, raw.date, maybe_text(raw.part), source)


def participant(raw: schema.Participant) -> model.Participant:
    """A participant of a meeting."""
    return model.Participant(raw.actor, raw.role, maybe_text(raw.post), raw.organisation)


def source_note(raw: schema.Source, language: str) -> model.SourceNote:
    """The origin of the verbatim text."""
    return model.SourceNote(language, maybe_text(raw.title), raw.url, raw.retrieved, maybe_text(raw.note))


def attachment(raw: schema.Attachment) -> model.Attachment:
    """Something attached to a document."""
    return model.Attachment(text(raw.title), raw.url, maybe_text(raw.note))


def finding(raw: schema.Finding, directive: str) -> model.Finding:
    """What was found out about a directive."""
    return model.Finding(
        question=text(raw.question),
        answer=text(raw.answer),
        tasks=tuple(f"{directive}/{task}" for task in raw.tasks),
        verification=raw.verification,
        references=tuple(map(reference, raw.references)),
    )


def dates(raw: schema.Dates) -> tuple[tuple[DateKind, ImpreciseDate], ...]:
    """The dates a directive has, in the order of ``DateKind``."""
    found = ((kind, getattr(raw, kind.value)) for kind in DateKind)
    return tuple((kind, date) for kind, date in found if date)
