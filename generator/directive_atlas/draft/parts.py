"""Sections, tasks and measures of a draft as those of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.draft.cast import Cast
from directive_atlas.draft.marks import walk
from directive_atlas.draft.model import (
    Body,
    Certainty,
    DraftDuty,
    DraftRule,
    DraftTarget,
    Part,
    PartKind,
    Why,
)
from directive_atlas.draft.quoting import words_of
from directive_atlas.draft.times import Anchors, time_of
from directive_atlas.draft.values import Written, fits, written
from directive_atlas.load import schema
from directive_atlas.passages import SourceText, Span
from directive_atlas.problems import Wording, either, say
from directive_atlas.vocabulary.folding import caseless, folded_text
from directive_atlas.vocabulary.progress import Comparator
from directive_atlas.vocabulary.tasks import Basis, Choice, Role

Tell = Callable[[Wording], str]
"""A wording in the language of the record."""

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """Where a part stands: the parts above it, the outermost first, and the rules that hold for it."""

    above: tuple[Part, ...] = ()
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """What is needed to write the parts of a draft.

    ``ids`` are those of the parts that a time is counted from, by their first passage.
    """

    source: SourceText
    quotes: Mapping[Span, Written]
    cast: Cast
    anchors: Anchors
    rules: Sequence[DraftRule]
    ids: Mapping[Span, str]
    tell: Tell

    def section(self, part: Part, around: Around) -> Block:
        """A section with the sections and tasks in it."""
        around = self._ranked(part, around)
        within = Around((*around.above, part), around.ranked)
        parts = [each for each in part.parts if each.kind is PartKind.SECTION]
        tasks = [each for each in part.parts if each.kind is not PartKind.SECTION]
        return _said(
            {
                "title": self.heading(part),
                **self._quoted(part),
                **self._content(part, around),
                "sections": [self.section(each, within) for each in parts],
                "tasks": [self.task(each, within) for each in tasks],
            }
        )

    def task(self, part: Part, around: Around) -> Block:
        """A task with its measures, or a measure with those below it."""
        within = Around((*around.above, part), around.ranked)
        return _said(
            {
                "id": self.ids.get(part.quotes[0]) if part.quotes else None,
                "label": part.label,
                "title": part.title,
                **self._quoted(part),
                "stage": part.stage and part.stage.value,
                **self._content(part, around),
                "targets": [_target(each) for each in part.targets if _is_target(each)],
                "choose": None if part.choose is Choice.ALL else part.choose.value,
                "measures": [self.task(each, within) for each in part.parts],
                "note": part.note,
            }
        )

    def _ranked(self, section: Part, around: Around) -> Around:
        """Whether a rule ranks the bodies here: one for all of the text, or for this section."""
        held = any(rule.section is None or rule.section in section.quotes for rule in self.rules)
        return Around(around.above, around.ranked or held)

    def heading(self, part: Part) -> str:
        """What a section is called: its title, or its own words without the label."""
        if part.title:
            return part.title
        words = words_of(self.source, part.quotes[0]) if part.quotes else words_of(self.source, part.why.span)
        label = part.label or ""
        return (words.removeprefix(label).strip(" 　、.．:：。") or words) if label else words.rstrip("。.")

    def _quoted(self, part: Part) -> Block:
        quotes = [self.quotes[span] for span in part.quotes if span in self.quotes]
        return {"quote": quotes[0]} if len(quotes) == 1 else {"quotes": quotes}

    def _content(self, part: Part, around: Around) -> Block:
        """What sections, tasks and measures all may say."""
        duties, doubts = self._duties(part, around)
        times, unwritten = self._times(part, around)
        due = times[0] if len(times) == 1 else None
        return {
            "obligation": part.obligation and part.obligation.value,
            "also" if part.adds and part.kind is not PartKind.SECTION else "actors": duties,
            "due": due,
            "timing": times if due is None else None,
            "applies_to": part.applies_to,
            "to_decide": one_or_more([*self._questions(part), *doubts, *unwritten]),
        }

    def _duties(self, part: Part, around: Around) -> tuple[list[Written], list[str]]:
        spans = self._spans(part, around)
        ranked = around.ranked and _first_leads(part.duties)
        plain = ranked or not around.ranked or len(part.duties) < 2
        duties: dict[str, Written] = {}
        doubts = []
        for duty in _all_duties(part, around.above):
            if unclear := next((b for b in (duty.body, duty.via) if b and self.cast.called(b) is None), None):
                doubts.append(self.which(unclear))
                continue
            block = self._duty(duty, spans, ranked=ranked, plain=plain)
            duties[repr(block)] = block["actor"] if len(block) == 1 else block
        return list(duties.values()), doubts

    def _duty(self, duty: DraftDuty, spans: Sequence[Span], *, ranked: bool, plain: bool) -> Block:
        """One duty; ``ranked``: a rule gives its role; ``plain``: without a role it is responsible."""
        name = self.cast.called(duty.body) or ""
        said = words_of(self.source, duty.body.span)
        stated = any(s.start <= duty.body.span.start and duty.body.span.end <= s.end for s in spans)
        return _said(
            {
                "actor": name,
                "role": None if ranked or (plain and duty.role is Role.RESPONSIBLE) else duty.role.value,
                "basis": None if stated or duty.inferred else Basis.INHERITED.value,
                "reason": self._reason(duty, stated=stated),
                "via": self.cast.called(duty.via) if duty.via else None,
                "words": said if stated and name != said else None,
                "and_others": "true" if duty.and_others else None,
                "each": "true" if duty.each else None,
            }
        )

    def _reason(self, duty: DraftDuty, *, stated: bool) -> str | None:
        if duty.inferred:
            return self.tell(duty.inferred)
        if stated:
            return None
        number = self.source.paragraph_at(duty.body.span.start).number
        return self.tell(say("named in paragraph {number}: “{words}”", number=number, words=duty.body.words))

    def _times(self, part: Part, around: Around) -> tuple[list[Written], list[str]]:
        spans = self._spans(part, around) if part.times else ()
        text = caseless("\n".join(folded_text(self.source.text[s.start : s.end]) for s in spans))
        times, doubts = [], []
        for time in part.times:
            value = time_of(time, text, self.anchors, self._counted_from(time.after))
            if isinstance(value, Wording):
                doubts.append(self.question(value, time.why.span))
            elif value not in times:
                times.append(value)
        return times, doubts

    def _counted_from(self, after: Span | None) -> str | None:
        return self.ids.get(after) if after else None

    def _spans(self, part: Part, around: Around) -> tuple[Span, ...]:
        """The passages of a part, of those above it and of those below it."""
        return tuple(span for each in (*around.above, *walk(part)) for span in each.quotes)

    def _questions(self, part: Part) -> Iterator[str]:
        """What the rules ask about a part, and what they took for only one of several readings."""
        lines = [(each.text, each.span) for each in part.questions]
        if part.why.certainty is Certainty.POSSIBLE:
            lines.append((say("is this asked for?"), part.why.span))
        doubtful = (why for _, why in whys(part) if why.certainty is Certainty.POSSIBLE)
        lines += [(say("is this read rightly ({rule})?", rule=why.rule), why.span) for why in doubtful]
        unfit = (each.why.span for each in part.targets if not _is_target(each))
        lines += [(say("this target has no form in a record"), span) for span in unfit]
        for text, span in lines:  # the whole quote need not be told again beside it
            yield self.tell(text) if span in part.quotes else self.question(text, span)

    def which(self, body: Body) -> str:
        """The question which of several bodies a name means."""
        ids = either(self.cast.meanings(body))
        return self.question(say("which body is meant, {ids}?", ids=ids), body.span)

    def question(self, text: Wording, span: Span) -> str:
        """A line of ``to_decide``: what is asked, about which words."""
        return asked(text, span, self.source, self.tell)


def asked(text: Wording, span: Span, source: SourceText, tell: Tell) -> str:
    """A line of ``to_decide``: what is asked, and the first of the words that it is about."""
    question, words = tell(text), words_of(source, span)
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    about = say("{question} “{words}”", question=question, words=short)
    return question if not short or short in question else tell(about)


def whys(part: Part) -> Iterator[tuple[Wording, Why]]:
    """The rules that made what a part says, each with what it made."""
    yield from ((say("part of a body"), duty.why) for duty in part.duties)
    yield from ((say("time"), time.why) for time in part.times)
    yield from ((say("target"), target.why) for target in part.targets)


_SHOWN = 40
"""How many characters of a passage stand in a question."""


def one_or_more(lines: Iterable[str]) -> Written:
    """Lines as a record has them: one alone without a list; each only once."""
    found = list(dict.fromkeys(lines))
    return found[0] if len(found) == 1 else found


def _said(block: Block) -> Block:
    """A block without what it does not say."""
    return {key: value for key, value in block.items() if value}


def _all_duties(part: Part, above: Sequence[Part]) -> tuple[DraftDuty, ...]:
    """The duties that a part writes; a section writes those of the one above again if it adds to them."""
    outer = above[-1] if above and part.adds and part.kind is PartKind.SECTION else None
    return (*(_all_duties(outer, above[:-1]) if outer else ()), *part.duties)


def _first_leads(duties: Sequence[DraftDuty]) -> bool:
    """Whether the roles are those that the rule gives: it need not be repeated."""
    roles = [duty.role for duty in duties]
    return len(roles) > 1 and roles == [Role.LEAD, *[Role.SUPPORT] * (len(roles) - 1)]


def _target(target: DraftTarget) -> Block:
    """A target without what holds anyway."""
    block: Block = written(target.block)
    usual = block.get("comparator") == Comparator.AT_LEAST.value
    return {key: value for key, value in block.items() if not (usual and key == "comparator")}


def _is_target(target: DraftTarget) -> bool:
    return fits(schema.Target, written(target.block))
