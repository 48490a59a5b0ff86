"""Spans as quotes: in words that stand once in the source, else with the words around them or their place.

The words are what a person recognizes, and they stay right when the paragraphs of a new edition are
numbered anew. All quotes of a draft are looked up in one pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from directive_atlas.draft.values import marked
from directive_atlas.load.fields import Reading
from directive_atlas.load.schema import Quote
from directive_atlas.load.validate import validate
from directive_atlas.passages import Found, SourceText, Span, locate
from directive_atlas.passages.blocks import CELL
from directive_atlas.vocabulary.folding import folded_text

Value = str | dict[str, Any]
"""A quote as a record has it: its words, or a block of keys."""

_AROUND = (4, 8, 16)
"""How many characters before or after a quote may tell which of several places is meant."""
_OFTEN = 20
"""Words that stand more often are named by their place: looking around each would take too long."""


def quotes_of(source: SourceText, spans: Iterable[Span]) -> Mapping[Span, Value]:
    """How each passage is quoted, so that it is found in just one place; one without words is left out."""
    wanted = {span: words for span in dict.fromkeys(spans) if (words := words_of(source, span))}
    counts = _counts(source, wanted.values())
    found: dict[Span, Value] = {}
    for span, words in wanted.items():
        once = counts[words] == 1
        quote = words if once else _told_apart(source, span, words, often=counts[words] > _OFTEN)
        if quote is not None:
            found[span] = quote
    return found


def words_of(source: SourceText, span: Span) -> str:
    """The words of a passage in one line: white space is one space, and none between Chinese signs.

    The cells of a table row keep one between them.
    """
    cells = source.text[span.start : span.end].strip().split(CELL)
    return " ".join(_in_one_line(cell.strip()) for cell in cells if cell.strip())


def _in_one_line(text: str) -> str:
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", re.sub(r"\s+", " ", text))


def _counts(source: SourceText, words: Iterable[str]) -> Mapping[str, int]:
    """How often each of the words stand in the source."""
    keys = {each: folded_text(each) for each in words}
    patterns = sorted({key for key in keys.values() if key})
    counts = dict.fromkeys(patterns, 0)
    if patterns:
        automaton = AhoCorasick(patterns, MatchKind.Standard)
        for index, _, _ in automaton.find_matches_as_indexes(source.folded.text, overlapping=True):
            counts[patterns[index]] += 1
    return {each: counts.get(key, 0) for each, key in keys.items()}


def _told_apart(source: SourceText, span: Span, words: str, *, often: bool) -> Value | None:
    """Words that stand in several places, with what tells which is meant."""
    forms = _at_its_place(source, span, words) if often else _with_context(source, span, words)
    return next((form for form in forms if is_found(source, span, form)), None)


def _with_context(source: SourceText, span: Span, words: str) -> Iterator[dict[str, Any]]:
    paragraph = source.paragraph_at(span.start).span
    for length in _AROUND:
        after = words_of(source, Span(span.end, min(span.end + length, paragraph.end)))
        before = words_of(source, Span(max(span.start - length, paragraph.start), span.start))
        if after:
            yield {"exact": words, "suffix": after}
        if before:
            yield {"exact": words, "prefix": before}
    yield from _at_its_place(source, span, words)


def _at_its_place(source: SourceText, span: Span, words: str) -> Iterator[dict[str, Any]]:
    paragraph = source.paragraph_at(span.start)
    number = str(paragraph.number)
    if sentences := _sentences(paragraph.sentences, span):
        first, last = sentences
        yield {"paragraph": number, "sentence": str(first)} | ({"to": str(last)} if last > first else {})
    yield {"paragraph": number, "exact": words}
    before = words_of(source, Span(paragraph.span.start, span.start))
    yield {"paragraph": number, "exact": words, "prefix": before[-_AROUND[-1] * 2 :]}


def _sentences(sentences: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """The numbers of the first and the last sentence of a passage of whole ones."""
    starts = [number for number, each in enumerate(sentences, 1) if each.start == span.start]
    ends = [number for number, each in enumerate(sentences, 1) if each.end == span.end]
    return (starts[0], ends[0]) if starts and ends else None


PLACES = ("exact", "prefix", "suffix", "at", "paragraph", "through", "sentence", "to")
"""The keys of a quote that say where it is."""


def as_quote(value: Value) -> Quote | None:
    """A quote as a record has it, read; nothing if it is none."""
    block = {"exact": value} if isinstance(value, str) else {k: v for k, v in value.items() if k in PLACES}
    quote, problems = validate(Quote, marked(block), "", Reading(("en",)))
    return None if problems else quote


def is_found(source: SourceText, span: Span, value: Value) -> bool:
    """Whether a quote is found at a place and nowhere else; white space at the ends does not count."""
    quote = as_quote(value)
    found = locate(source, quote) if quote else None
    return isinstance(found, Found) and len(found.spans) == 1 and _same(source, found.spans[0], span)


def at_its_place(source: SourceText, span: Span) -> Value | None:
    """Whole paragraphs or sentences by their numbers; nothing for other passages."""
    first, last = source.paragraph_at(span.start), source.paragraph_at(span.end - 1)
    if _same(source, span, Span(first.span.start, last.span.end)):
        through = {"through": str(last.number)} if last.number > first.number else {}
        return {"paragraph": str(first.number)} | through
    return next((form for form in _at_its_place(source, span, "") if "exact" not in form), None)


def _same(source: SourceText, one: Span, other: Span) -> bool:
    index = source.folded.index_of
    return (index(one.start), index(one.end)) == (index(other.start), index(other.end))
