"""From units of the text to parts of the record: sections, tasks and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.draft.model import Aside, Certainty, DraftDuty, DraftTime, Part, PartKind, Why
from directive_atlas.draft.zh import strength
from directive_atlas.draft.zh.demands import asks, opens
from directive_atlas.draft.zh.facts import Facts, UnitFacts, facts
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.units import Unit
from directive_atlas.draft.zh.when import Clock
from directive_atlas.passages import Span
from directive_atlas.problems.wording import Wording, say


@dataclass(frozen=True, slots=True)
class Made:
    """The parts that some units become, and the passages that ask nothing."""

    parts: tuple[Part, ...] = ()
    asides: tuple[Aside, ...] = ()

    def __add__(self, other: Made) -> Made:
        """Both, in order."""
        return Made((*self.parts, *other.parts), (*self.asides, *other.asides))


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes parts of one text; ``telling`` tells that the units lie under a title such as 基本情况."""

    reading: Reading
    clock: Clock
    telling: bool = False

    def parts(self, units: Sequence[Unit], kind: PartKind = PartKind.TASK) -> Made:
        """The parts of units at one level."""
        made = Made()
        for unit in units:
            made += self._part(unit, kind)
        return made

    def _part(self, unit: Unit, kind: PartKind) -> Made:
        if unit.bare:
            return self._headed(unit, kind)
        if not self._asks(unit):
            below = self.parts(unit.children, kind)
            reason = _why_not(self.reading, unit)
            return Made((), (_aside(unit.span, reason),)) + below
        return self._task(unit, unit.own, kind)

    def _asks(self, unit: Unit) -> bool:
        if self.telling and not unit.children:
            return any(each.owners for each in facts(self.reading, unit.own, self.clock).sentences)
        titled = bool(unit.label and unit.title)
        return asks(self.reading, _demand(unit), titled=titled) or any(
            asks(self.reading, span) for span in unit.more
        )

    def _headed(self, unit: Unit, kind: PartKind) -> Made:
        """A title with what it heads: a section, or one task where it heads a single paragraph."""
        inside = replace(self, telling=self.telling or _tells(self.reading.words(unit.title or unit.span)))
        only = unit.children[0] if len(unit.children) == 1 else None
        if only and only.label is None and not only.bare and inside._asks(only):
            merged = replace(only, label=unit.label, title=unit.title)
            return inside._task(merged, (unit.span, *only.own, *unit.more), kind)
        below = inside.parts(unit.children, kind)
        if not below.parts:
            return Made((), (_aside(unit.span, say("A title.")),)) + below
        if kind is PartKind.MEASURE:
            return Made((self._plain(unit, kind, below.parts),), below.asides)
        return Made((self._section(unit, below.parts),), below.asides)

    def _section(self, unit: Unit, parts: tuple[Part, ...]) -> Part:
        part = self._plain(unit, PartKind.SECTION, parts)
        chapeau = unit.children[0] if unit.children and _introduces(self.reading, unit) else None
        if chapeau is None:
            return part
        said = facts(self.reading, chapeau.own, self.clock)
        duties = tuple(duty for each in said.sentences for duty in each.duties if duty.role.owns)
        return replace(part, duties=duties or said.noted)

    def _plain(self, unit: Unit, kind: PartKind, parts: tuple[Part, ...]) -> Part:
        why = Why(say("a title with units below it"), Certainty.CERTAIN, unit.span)
        title = self.reading.words(unit.title).strip() if unit.title else ""
        return Part(kind, (unit.span,), why, unit.label, title, parts=parts)

    def _task(self, unit: Unit, own: Sequence[Span], kind: PartKind) -> Made:
        said = facts(self.reading, own, self.clock)
        below = self.parts(unit.children, PartKind.MEASURE)
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
        return Made((with_facts(part, said),), below.asides)


def with_facts(part: Part, said: UnitFacts) -> Part:
    """A task with what it says; sentences that speak of somebody else are measures of it."""
    base = _owners(said.noted) or next((each.owners for each in said.sentences if each.owners), frozenset())
    apart = [each for each in said.sentences[1:] if each.owners - base] if not part.parts else []
    whole = [each for each in said.sentences if each not in apart]
    duties = said.noted
    return replace(
        part,
        quotes=_without(part.quotes, [each.span for each in apart]) if apart else part.quotes,
        duties=tuple(_merged([*duties, *(duty for each in whole for duty in each.duties)])),
        times=tuple(_once([*said.times, *(time for each in whole for time in each.times)])),
        targets=tuple(target for each in whole for target in each.targets),
        parts=(*(_measure(each, bool(duties)) for each in apart), *part.parts),
    )


def _owners(duties: Sequence[DraftDuty]) -> frozenset[str]:
    return frozenset(duty.body.id or duty.body.words for duty in duties if duty.role.owns)


def _measure(said: Facts, adds: bool) -> Part:
    why = Why(say("a sentence with a body of its own"), Certainty.LIKELY, said.span)
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


def _merged(duties: Sequence[DraftDuty]) -> Iterator[DraftDuty]:
    """Each body with each role once, and one that leads is not only responsible."""
    seen: set[tuple[str, str]] = set()
    for duty in duties:
        key = duty.body.id or duty.body.words
        if (key, duty.role.value) not in seen and not (
            duty.role.value == "responsible" and (key, "lead") in seen
        ):
            seen.add((key, duty.role.value))
            yield duty


def _once(found: Sequence[DraftTime]) -> Iterator[DraftTime]:
    seen: list[object] = []
    for time in found:
        if time.written not in seen:
            seen.append(time.written)
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


_TELLING = re.compile("情况|形势|背景|现状|意义|存在.{0,4}问题|趋势|成效|回顾|进展|样图|式样|规格|定义|术语")


def _tells(title: str) -> bool:
    """Whether what a title heads most likely tells, and demands nothing."""
    return bool(_TELLING.search(title)) and not re.search(
        "要求|任务|措施|意见|工作安排|报送|报告|通报制度", title
    )


def _introduces(reading: Reading, unit: Unit) -> bool:
    """Whether the first paragraph below a title leads over to the labelled units after it."""
    first, rest = unit.children[0], unit.children[1:]
    said = reading.words(first.span).rstrip()
    if first.label is not None or first.bare or not any(each.label for each in rest):
        return False
    return bool(re.search(r"[：:]$", said) or re.search("以下|下列|如下", said[-30:]))


def _why_not(reading: Reading, unit: Unit) -> Wording:
    said = reading.words(unit.span)
    if opens(said):
        return say("Reasons for the paper; they ask nothing.")
    if re.search("所称|是指|系指", said):
        return say("Explains what a word means.")
    if re.search("负责解释|起(?:正式)?(?:施行|实施|执行)|有效期|废止|停止执行", said):
        return say("Says from when the paper holds, or who explains it.")
    return say("Tells or explains; it asks nothing of anybody.")


def _aside(span: Span, reason: Wording) -> Aside:
    return Aside(span, reason, Why(say("no word or form of a demand was found"), Certainty.LIKELY, span))
