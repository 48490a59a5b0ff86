"""What one unit says: who, when, how much, how binding; and which of its sentences speak of somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.draft.model import DraftDuty, DraftTarget, DraftTime
from directive_atlas.draft.zh.figures import targets
from directive_atlas.draft.zh.notes import Note, notes
from directive_atlas.draft.zh.subjects import stated
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.when import Clock, times
from directive_atlas.passages import Span
from directive_atlas.vocabulary.tasks import Role


@dataclass(frozen=True, slots=True)
class Facts:
    """What some words state."""

    span: Span
    duties: tuple[DraftDuty, ...] = ()
    times: tuple[DraftTime, ...] = ()
    targets: tuple[DraftTarget, ...] = ()

    @property
    def owners(self) -> frozenset[str]:
        """Those who have to do it, by id or words."""
        return frozenset(d.body.id or d.body.words for d in self.duties if d.role.owns)

    @property
    def any(self) -> bool:
        """Whether they state anything."""
        return bool(self.duties or self.times or self.targets)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The notes of a unit, what its lines of headings say, and what each sentence says."""

    notes: tuple[Note, ...]
    times: tuple[DraftTime, ...]
    sentences: tuple[Facts, ...]

    @property
    def noted(self) -> tuple[DraftDuty, ...]:
        """The duties of the notes."""
        return tuple(_distinct(duty for note in self.notes for duty in note.duties))


def facts(reading: Reading, spans: Sequence[Span], clock: Clock) -> UnitFacts:
    """What the words of a unit say."""
    found = tuple(note for span in spans for note in notes(reading, span))
    skip = [note.span for note in found]
    noted = tuple(time for note in found for time in times(reading.text, note.span, clock))
    sentences = tuple(
        _of_sentence(reading, sentence, skip, clock)
        for span in spans
        for sentence in reading.sentences(span)
        if not _within(sentence, skip)
    )
    return UnitFacts(found, noted, sentences)


def _of_sentence(reading: Reading, span: Span, skip: Sequence[Span], clock: Clock) -> Facts:
    when = tuple(time for time in times(reading.text, span, clock) if not _within(time.why.span, skip))
    dates = [
        time.written for time in when if isinstance(time.written, str) and time.written[:2] in {"19", "20"}
    ]
    by = dates[0].split(" to ")[-1] if dates else None
    figures = targets(reading.text, span, by)
    return Facts(
        span, stated(reading, span, skip), when, tuple(t for t in figures if not _within(t.why.span, skip))
    )


def _within(span: Span, skip: Sequence[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in skip)


def _distinct(duties: Iterator[DraftDuty]) -> Iterator[DraftDuty]:
    seen: set[tuple[str, Role]] = set()
    for duty in duties:
        key = (duty.body.id or duty.body.words, duty.role)
        if key not in seen:
            seen.add(key)
            yield duty
