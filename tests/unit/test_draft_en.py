"""The rules that read official papers in English: one invented sentence or paper a form.

The cases are in ``tests/unit/draft_en/``. ``text`` stands below the first words of an order, unless the
case is of a ``paper``; of what the rules suggest, the case has what is to be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from directive_atlas.draft.en import read
from directive_atlas.draft.model import Draft, DraftDuty, DraftTarget, DraftTime, Part
from directive_atlas.passages import SourceText, Span, read_source
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora.draft_cases import all_parts, cases, names_of, words_at
from tests.tools.examples import examples

_HEAD = "April 2, 2031\n\nBy the authority vested in me as President, it is hereby ordered:\n\n"


NAMES = names_of("us")


@pytest.mark.parametrize("case", [*cases("draft_en")])
def test_a_form_is_read(case: dict[str, Any]) -> None:
    source = read_source(case.get("paper") or _HEAD + case["text"], case.get("file", "source.md"))
    found = read(source, NAMES)
    seen = {key: _SEEN[key](found, source) for key in case if key in _SEEN}
    assert seen == {key: case[key] for key in seen}


def _items(found: Draft, source: SourceText) -> list[str]:
    return list(_outline(found.parts, source, ""))


def _outline(parts: tuple[Part, ...], source: SourceText, indent: str) -> Iterator[str]:
    """Each part on a line: what it is, its label, the beginning of its words, how binding it is."""
    for part in parts:
        begins = words_at(source, part.quotes[0])[:24].strip()
        label = f" {part.label}" if part.label else ""
        marks = [word.value for word in (part.obligation, part.stage) if word]
        yield f"{indent}{part.kind.value}{label}: {begins}" + (f" ({', '.join(marks)})" if marks else "")
        yield from _outline(part.parts, source, indent + "  ")


def _duties(found: Draft, source: SourceText) -> list[str]:
    return [_duty(duty, part) for part in all_parts(found.parts) for duty in part.duties]


def _duty(duty: DraftDuty, part: Part) -> str:
    """Role, words and id; “+” for what stands beside inherited parts."""
    words = f"{duty.body.words} = {duty.body.id}" if duty.body.id else duty.body.words
    via = f" via {duty.via.id or duty.via.words}" if duty.via else ""
    marks = (" each" if duty.each else "") + (" +" if part.adds else "")
    return f"{duty.role.value}: {words}{via}{marks}"


def _times(found: Draft, source: SourceText) -> list[str]:
    return [_time(time, source) for part in all_parts(found.parts) for time in part.times]


def _time(time: DraftTime, source: SourceText) -> str:
    after = f" -> {words_at(source, Span(time.after.start, time.after.end))[:16]}" if time.after else ""
    return f"{time.words}: {time.written}{after}"


def _targets(found: Draft, source: SourceText) -> list[str]:
    return [_target(target) for part in all_parts(found.parts) for target in part.targets]


def _target(target: DraftTarget) -> str:
    block = dict(target.block)
    return f"{block['metric']}: {block['comparator']} {block['value']} {block.get('unit', '')}".strip()


def _relations(found: Draft, source: SourceText) -> list[str]:
    return [" | ".join(filter(None, (each.kind.value, each.title, each.number))) for each in found.relations]


def _asides(found: Draft, source: SourceText) -> list[str]:
    return [f"{each.reason} {words_at(source, each.span)[:24].strip()}" for each in found.asides]


def _questions(found: Draft, source: SourceText) -> list[str]:
    return [str(each.text) for part in all_parts(found.parts) for each in part.questions]


def _head(found: Draft, source: SourceText) -> dict[str, Any]:
    top = found.head
    return {
        "title": top.title,
        "kind": top.kind.value if top.kind else None,
        "number": top.number,
        "issuers": [body.words for body in top.issuers],
        "recipients": [body.words for body in top.recipients],
        "dates": dict(top.dates),
    }


_SEEN = {
    "items": _items,
    "duties": _duties,
    "times": _times,
    "targets": _targets,
    "relations": _relations,
    "asides": _asides,
    "questions": _questions,
    "head": _head,
}


_PIECES = (
    "the Secretary of Commerce|, |; |. |: |shall |must |agencies |submit to |(a) |\n\n"
    "|in coordination with |Sec. 2. |within 30 days of |the date of this order|annually "
    "|“|”|(|)|Executive Order 14000|and |by March 3, 2031|# |- "
    "|at least 20 percent of |Act |M-30-01|the Director |1. |*|会同|é"
)
_WORDS = st.sampled_from(_PIECES.split("|"))


@examples(60)
@given(st.lists(_WORDS, max_size=60).map("".join) | st.text(max_size=200), st.sampled_from(["a.md", "a.txt"]))
def test_any_text_is_read_and_every_span_lies_in_it(text: str, file: str) -> None:
    source = read_source(text, file)
    found = read(source, NAMES)
    length = len(source.text)
    spans = [span for part in all_parts(found.parts) for span in part.quotes]
    spans += [duty.body.span for part in all_parts(found.parts) for duty in part.duties]
    spans += [time.why.span for part in all_parts(found.parts) for time in part.times]
    spans += [each.span for each in found.asides]
    spans += [each.span for each in found.relations]
    assert all(0 <= span.start <= span.end <= length for span in spans)
    assert read(source, NAMES) == found


@examples(30)
@given(st.lists(_WORDS, max_size=60).map("".join))
def test_what_a_time_is_counted_from_is_a_passage_of_a_part(text: str) -> None:
    found = read(read_source(text, "a.md"), NAMES)
    quotes = {part.quotes[0] for part in all_parts(found.parts)}
    assert all(time.after in quotes for part in all_parts(found.parts) for time in part.times if time.after)


@pytest.mark.parametrize(
    "piece", [", ", "(", "“", "the ", "and the heads of agencies, ", "Office of ", "within 30 days of "]
)
@pytest.mark.parametrize("times", [5_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_sentence_without_an_end_is_read(piece: str, times: int) -> None:
    found = read(read_source("The Secretary of Energy shall " + piece * times, "a.txt"), NAMES)
    assert found.parts
