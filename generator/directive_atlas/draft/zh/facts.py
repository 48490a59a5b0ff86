"""What one unit says: who, when, how much, how binding; and which of its sentences speak of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from directive_atlas.draft.model import DraftDuty, DraftTarget, DraftTime
from directive_atlas.draft.zh.agents import agents
from directive_atlas.draft.zh.duties import called, distinct, owners
from directive_atlas.draft.zh.figures import targets
from directive_atlas.draft.zh.groups import posts
from directive_atlas.draft.zh.notes import Note, notes
from directive_atlas.draft.zh.parties import parties
from directive_atlas.draft.zh.subjects import addressed, subjects
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
        return owners(self.duties)

    @property
    def days(self) -> frozenset[str]:
        """The last days that they set."""
        return frozenset(str(time.written) for time in self.times if is_day(time))

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
    def days(self) -> frozenset[str]:
        """The last days that notes and lines set."""
        return frozenset(str(time.written) for time in self.times if is_day(time))

    @property
    def noted(self) -> tuple[DraftDuty, ...]:
        """The duties of the notes."""
        return distinct(duty for note in self.notes for duty in note.duties)


def facts(reading: Reading, spans: Sequence[Span], clock: Clock) -> UnitFacts:
    """What the words of a unit say."""
    found = tuple(note for span in spans for note in notes(reading, span))
    skip = [note.span for note in found]
    noted = tuple(time for note in found for time in times(reading.text, note.span, clock))
    sentences = tuple(
        _of_sentence(reading, piece, skip, clock)
        for span in spans
        for sentence in reading.sentences(span)
        if not _within(sentence, skip)
        for piece in _pieces(reading, sentence, skip, clock)
    )
    return UnitFacts(found, noted, sentences)


def _pieces(reading: Reading, span: Span, skip: Sequence[Span], clock: Clock) -> tuple[Span, ...]:
    """A sentence, or its parts where each has a body of its own, or a day of its own."""
    pieces = _between(span, [mark.end() for mark in _SEMICOLON.finditer(reading.text, span.start, span.end)])
    named = [{duty.body.words for duty in subjects(reading, piece, skip)} for piece in pieces]
    if len(pieces) > 1 and all(named) and not set.intersection(*named):
        return pieces
    return _between(span, [*_cuts(reading.text, [t for t in times(reading.text, span, clock) if is_day(t)])])


_SEMICOLON = re.compile("[；;]")
_COMMA = re.compile("[，,；;]")


def _between(span: Span, cuts: Sequence[int]) -> tuple[Span, ...]:
    places = [span.start, *cuts, span.end]
    return tuple(Span(*each) for each in pairwise(places) if each[0] < each[1])


def _cuts(text: str, days: Sequence[DraftTime]) -> Iterator[int]:
    """Where the clause of each further day begins: 6月底前完成自查，年底前完成整改."""
    for before, day in pairwise(days):
        commas = [*_COMMA.finditer(text, before.why.span.end, day.why.span.start)]
        if commas:
            yield commas[-1].end()


def is_day(time: DraftTime) -> bool:
    """Whether a time has a last day, of which a task can have only one."""
    if isinstance(time.written, str):
        return bool(re.match(r"\d", time.written))
    return bool({"within", "period", "before"} & set(time.written))


def _of_sentence(reading: Reading, span: Span, skip: Sequence[Span], clock: Clock) -> Facts:
    readers = (subjects, agents, parties, posts, addressed)
    found_in = (read(reading, span, skip) for read in readers)
    duties = _ranked(distinct(sorted(chain(*found_in), key=lambda duty: duty.body.span)))
    found = times(reading.text, span, clock)
    when = tuple(_named(time, duties) for time in found if not _within(time.why.span, skip))
    figures = (each for each in targets(reading.text, span) if not _within(each.why.span, skip))
    return Facts(span, duties, when, tuple(_dated(each, when) for each in figures))


def _ranked(duties: Sequence[DraftDuty]) -> tuple[DraftDuty, ...]:
    """The duties of a sentence; a member that leads the others is no support besides."""
    leads = {called(duty) for duty in duties if duty.role is Role.LEAD}
    return tuple(duty for duty in duties if duty.role is not Role.SUPPORT or called(duty) not in leads)


def _dated(target: DraftTarget, when: Sequence[DraftTime]) -> DraftTarget:
    """A value with the last date before it in its sentence."""
    before = [
        time.written
        for time in when
        if isinstance(time.written, str)
        and _DATE.match(time.written)
        and time.why.span.start <= target.why.span.end
    ]
    by = before[-1].split(" to ")[-1] if before else None
    return replace(target, block={**target.block, "by": by}) if by else target


_DATE = re.compile(r"\d{4}")


def _named(time: DraftTime, duties: Sequence[DraftDuty]) -> DraftTime:
    """A time that another body sets, with the body that the sentence speaks of first."""
    if not (isinstance(time.written, dict) and "set_by" in time.written):
        return time
    setter = next((duty.body for duty in duties if duty.role.owns), None)
    return replace(time, written={"set_by": setter.id or setter.words} if setter else {"during": time.words})


def _within(span: Span, skip: Sequence[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in skip)
