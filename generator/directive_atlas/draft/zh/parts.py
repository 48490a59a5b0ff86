"""From units of the text to parts of the record: sections, tasks and measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.draft.model import Aside, Certainty, DraftDuty, DraftTime, Part, PartKind, Question, Why
from directive_atlas.draft.zh import strength
from directive_atlas.draft.zh.demands import asks, covers, opens
from directive_atlas.draft.zh.duties import distinct, owners
from directive_atlas.draft.zh.facts import Facts, UnitFacts, facts
from directive_atlas.draft.zh.figures import targets
from directive_atlas.draft.zh.notes import notes, of_cell
from directive_atlas.draft.zh.rows import Row
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.units import Unit
from directive_atlas.draft.zh.when import Clock, times, times_of_cell
from directive_atlas.passages import Span
from directive_atlas.passages.obligations import obligations
from directive_atlas.problems.wording import Wording, say
from directive_atlas.vocabulary.tasks import Role


@dataclass(frozen=True, slots=True)
class Made:
    """The parts that some units become, and the passages that ask nothing."""

    parts: tuple[Part, ...] = ()
    asides: tuple[Aside, ...] = ()
    questions: tuple[Question, ...] = ()

    def __add__(self, other: Made) -> Made:
        """Both, in order."""
        return Made(
            (*self.parts, *other.parts),
            (*self.asides, *other.asides),
            (*self.questions, *other.questions),
        )


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes parts of one text.

    ``telling`` tells that the units lie under a title such as 基本情况, ``first_leads`` that the text says so
    of its notes. ``above`` are those who have to do it by what stands above, ``below`` those whom a note
    names for all notes below it.
    """

    reading: Reading
    clock: Clock
    telling: bool = False
    first_leads: bool = False
    above: frozenset[str] = frozenset()
    below: tuple[DraftDuty, ...] = ()

    def parts(self, units: Sequence[Unit], kind: PartKind = PartKind.TASK) -> Made:
        """The parts of units at one level."""
        made = [self._part(unit, kind) for unit in units]
        return Made(
            tuple(part for each in made for part in each.parts),
            tuple(aside for each in made for aside in each.asides),
            tuple(question for each in made for question in each.questions),
        )

    def _part(self, unit: Unit, kind: PartKind) -> Made:
        if unit.row:
            return Made((self._of_row(unit, unit.row, kind),))
        if unit.in_table:
            return Made((), (_aside(unit.span, say("The heading of a table, or a row that is no task.")),))
        if unit.bare:
            return self._headed(unit, kind)
        if not self._asks(unit):
            below = self.parts(unit.children, kind)
            reason = _why_not(self.reading, unit)
            return Made((), (_aside(unit.span, reason),), self._doubts(unit)) + below
        return self._task(unit, unit.own, kind)

    def _doubts(self, unit: Unit) -> tuple[Question, ...]:
        """Whether a person should look at a passage that was set aside: it has a binding word."""
        said = self.reading.words(unit.span)
        if opens(said) or covers(said) or not any(True for _ in obligations(self.reading.text, unit.span)):
            return ()
        return (
            Question(unit.span, say("This has a binding word, but no demand was read in it. Is it one?")),
        )

    def _asks(self, unit: Unit) -> bool:
        title = self.reading.words(unit.title).strip() if unit.title else ""
        if (self.telling or _REASONS.fullmatch(title)) and not unit.children:
            duties = (d for each in facts(self.reading, unit.own, self.clock).sentences for d in each.duties)
            return any(d.role.owns and d.why.certainty is Certainty.CERTAIN for d in duties)
        return asks(self.reading, _demand(unit), labelled=bool(unit.label)) or any(
            asks(self.reading, span) for span in unit.more
        )

    def _of_row(self, unit: Unit, row: Row, kind: PartKind) -> Part:
        """A row of a table of tasks."""
        reading = self.reading
        due = times_of_cell(reading.text, row.due, self.clock) if row.due else ()
        return Part(
            kind,
            (unit.span,),
            Why(say("a row of a table of tasks"), Certainty.CERTAIN, row.task),
            unit.label,
            " ".join(reading.words(row.task).split()),
            obligation=strength.obligation(reading.text, row.task),
            duties=distinct(duty for role, cell in row.bodies for duty in of_cell(reading, cell, role)),
            times=due or times(reading.text, row.task, self.clock),
            targets=targets(reading.text, row.task),
        )

    def _headed(self, unit: Unit, kind: PartKind) -> Made:
        """A title with what it heads: a section, or one task where it heads a single paragraph."""
        noted = [duty for note in notes(self.reading, unit.span) for duty in note.duties]
        duties = distinct([*noted, *self._of_chapeau(unit)])
        inside = replace(
            self,
            telling=self.telling or _tells(self.reading.words(unit.title or unit.span)),
            above=owners(duties) or self.above,
        )
        only = unit.children[0] if len(unit.children) == 1 else None
        if only and only.label is None and not only.bare and inside._asks(only):
            merged = replace(only, label=unit.label, title=unit.title)
            return inside._task(merged, (unit.span, *only.own, *unit.more), kind)
        below = inside.parts(unit.children, kind)
        if not below.parts:
            return Made((), (_aside(unit.span, say("A title.")),)) + below
        if kind is PartKind.MEASURE:
            return Made((self._plain(unit, kind, below.parts),), below.asides, below.questions)
        section = replace(self._plain(unit, PartKind.SECTION, below.parts), duties=duties)
        return Made((section,), below.asides, below.questions)

    def _of_chapeau(self, unit: Unit) -> tuple[DraftDuty, ...]:
        """Whom the paragraph between a title and its numbered units tells to do all that follows."""
        if not _has_chapeau(unit):
            return ()
        said = facts(self.reading, unit.children[0].own, self.clock)
        first = next((each.duties for each in said.sentences if each.owners), said.noted)
        return tuple(duty for duty in first if duty.role.owns and not self._only_may(duty))

    def _only_may(self, duty: DraftDuty) -> bool:
        """Whether a body is only allowed something, which gives it no part in what follows: 各地可以…."""
        return bool(_MAY.match(self.reading.text, duty.body.span.end))

    def _plain(self, unit: Unit, kind: PartKind, parts: tuple[Part, ...]) -> Part:
        why = Why(say("a title with units below it"), Certainty.CERTAIN, unit.span)
        title = self.reading.words(unit.title).strip() if unit.title else ""
        return Part(kind, (unit.span,), why, unit.label, title, parts=parts)

    def _task(self, unit: Unit, own: Sequence[Span], kind: PartKind) -> Made:
        said = facts(self.reading, own, self.clock)
        stated = owners(duty for each in said.sentences for duty in each.duties) | owners(said.noted)
        below = replace(self, above=stated or self.above).parts(unit.children, PartKind.MEASURE)
        title = self.reading.words(unit.title).strip() if unit.title else ""
        part = Part(
            kind,
            tuple(own),
            Why(_rule(unit), Certainty.CERTAIN if unit.label else Certainty.LIKELY, unit.span),
            unit.label,
            title,
            obligation=strength.obligation(self.reading.text, _demand(unit)),
            stage=strength.stage(self.reading.text, _demand(unit)),
            parts=below.parts,
        )
        return Made((self._with_facts(part, said),), below.asides, below.questions)

    def _for_all(self, said: UnitFacts) -> tuple[DraftDuty, ...]:
        """Those whom a note further up names for all tasks below it, where a task has notes."""
        return tuple(
            duty for duty in self.below if said.notes and duty.body.span.start < said.notes[0].span.start
        )

    def _with_facts(self, part: Part, said: UnitFacts) -> Part:
        """A task with what it says; sentences that speak of somebody else are measures of it."""
        asking = [each for each in said.sentences if not _is_heading(each, part)]
        base = owners(said.noted) or next((each.owners for each in asking if each.owners), frozenset())
        apart = [each for each in asking[1:] if each.owners - base] if not part.parts else []
        first_days = said.days or next((each.days for each in asking if each.days), frozenset())
        apart += [each for each in asking if each.days - first_days and each not in apart]
        apart.sort(key=lambda each: each.span)
        whole = [each for each in said.sentences if each not in apart]
        noted = _by_rank(said.noted) if self.first_leads else said.noted
        duties = distinct([*noted, *self._for_all(said), *(duty for each in whole for duty in each.duties)])
        all_said = bool(said.noted) or (bool(asking) and bool(asking[0].owners))
        return replace(
            part,
            quotes=_without(part.quotes, [each.span for each in apart]) if apart else part.quotes,
            duties=duties,
            adds=bool(duties and self.above and not all_said),
            times=tuple(_once([*said.times, *(time for each in whole for time in each.times)])),
            targets=tuple(target for each in whole for target in each.targets),
            questions=tuple(_doubtful(time for each in said.sentences for time in each.times)),
            parts=(*(_measure(each, bool(said.noted) or not each.owners) for each in apart), *part.parts),
        )


_MAY = re.compile(r"[，,\s]*可(?!靠|信|持续)")


def _is_heading(said: Facts, part: Part) -> bool:
    """Whether a sentence is only the heading of a unit, or a line that is its title."""
    return bool(part.title) and said.span.end - said.span.start <= len(part.title) + len(part.label or "") + 4


def _by_rank(duties: Sequence[DraftDuty]) -> tuple[DraftDuty, ...]:
    """The first leads, and the others support."""
    if len(duties) < 2 or any(duty.role is not Role.RESPONSIBLE for duty in duties):
        return tuple(duties)
    return tuple(replace(duty, role=Role.SUPPORT if n else Role.LEAD) for n, duty in enumerate(duties))


def _measure(said: Facts, adds: bool) -> Part:
    why = Why(say("a sentence or clause with a body or a day of its own"), Certainty.LIKELY, said.span)
    return Part(
        PartKind.MEASURE,
        (said.span,),
        why,
        duties=said.duties,
        adds=adds,
        times=said.times,
        targets=said.targets,
    )


def _without(quotes: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Passages without some sentences in them."""
    kept: list[Span] = []
    for quote in quotes:
        start = quote.start
        for span in taken:
            if quote.start <= span.start < quote.end:
                kept.append(Span(start, span.start))
                start = span.end
        kept.append(Span(start, quote.end))
    return tuple(span for span in kept if span.end - span.start > 1)


def _doubtful(found: Iterable[DraftTime]) -> Iterator[Question]:
    """Times that could be counted from something else."""
    for time in found:
        if time.why.certainty is Certainty.POSSIBLE:
            question = say(
                "From when is “{words}” counted? The text does not say so itself.", words=time.words
            )
            yield Question(time.why.span, question)


def _once(found: Sequence[DraftTime]) -> Iterator[DraftTime]:
    seen: set[str] = set()
    for time in found:
        if str(time.written) not in seen:
            seen.add(str(time.written))
            yield time


def _rule(unit: Unit) -> Wording:
    if unit.label:
        return say("a unit with the label “{label}” that asks something", label=unit.label)
    return say("a paragraph that asks something")


def _demand(unit: Unit) -> Span:
    """The words of a unit behind its heading."""
    return (
        Span(unit.title.end + 1, unit.span.end)
        if unit.title and unit.title.end + 1 < unit.span.end
        else unit.span
    )


_TELLING = re.compile(
    "情况|形势|背景|现状|意义|存在.{0,4}问题|趋势|成效|回顾|进展|样图|式样|规格|定义|术语|检查对象|适用范围|检查范围|评选范围"
)


_REASONS = re.compile(
    "(?:重[大要]|现实|深远)*意义|(?:工作|实施|编制|政策|现实|发展|起草)*背景|(?:面临的?|发展)*形势|必要性"
)
"""Headings of units that only say why a paper is needed; not 充分认识重大意义."""


def _tells(title: str) -> bool:
    """Whether what a title heads most likely tells, and demands nothing."""
    return bool(_TELLING.search(title)) and not re.search(
        "要求|任务|措施|意见|工作安排|报送|报告|通报制度", title
    )


def _has_chapeau(unit: Unit) -> bool:
    """Whether a paragraph without a number stands between a title and the numbered units below it."""
    if len(unit.children) < 2 or not unit.bare:
        return False
    first, second = unit.children[:2]
    return first.label is None and not first.bare and second.label is not None


def _why_not(reading: Reading, unit: Unit) -> Wording:
    said = reading.words(unit.span)
    if opens(said):
        return say("Reasons for the paper; they ask nothing.")
    if covers(said):
        return say("Sends out what is attached.")
    if re.search("所称|是指|系指", said):
        return say("Explains what a word means.")
    if re.search("负责解释|起(?:正式)?(?:施行|实施|执行)|有效期|废止|停止执行", said):
        return say("Says from when the paper holds, or who explains it.")
    return say("Tells or explains; it asks nothing of anybody.")


def _aside(span: Span, reason: Wording) -> Aside:
    return Aside(span, reason, Why(say("no word or form of a demand was found"), Certainty.LIKELY, span))
