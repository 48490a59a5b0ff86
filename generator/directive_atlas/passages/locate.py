"""Finding a quote in its source: by its words, by its position, or by words near a position.

The selectors are those of the W3C Web Annotation Data Model: text quote (exact, prefix, suffix)
and a text position, here counted in paragraphs and sentences.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from directive_atlas.load.schema import Quote
from directive_atlas.passages.text import SourceText, Span
from directive_atlas.vocabulary.folding import fold

_MARGIN = 8
"""How many characters around the nearest match are tried as its true ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """The positions of a quote; more than one span means that it is ambiguous."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """The position that the source does not have, under the quote's ``key``, and what it has."""

    key: str
    what: str
    available: str


def locate(source: SourceText, quote: Quote) -> Found | NotFound:
    """All positions of the source that fit the quote."""
    window = _window(source, quote)
    if isinstance(window, NotFound) or not quote.exact:
        return window if isinstance(window, NotFound) else Found((window,))
    return Found(tuple(_occurrences(source, quote, window)))


def _window(source: SourceText, quote: Quote) -> Span | NotFound:
    """The part of the source that the position names; the whole source if it names none."""
    if quote.paragraph is None:
        return Span(0, len(source.text))
    last = quote.through or quote.paragraph
    if last > len(source.paragraphs):
        key = "through" if quote.through else "paragraph"
        return NotFound(key, f"paragraph {last}", _count(len(source.paragraphs), "paragraph"))
    paragraph = source.paragraphs[quote.paragraph - 1]
    if quote.through is not None:
        return Span(paragraph.span.start, source.paragraphs[quote.through - 1].span.end)
    if quote.sentence is None:
        return paragraph.span
    last = quote.to or quote.sentence
    if last > len(paragraph.sentences):
        return NotFound(
            "to" if quote.to else "sentence",
            f"sentence {last} in paragraph {quote.paragraph}",
            f"{_count(len(paragraph.sentences), 'sentence')} there",
        )
    return Span(paragraph.sentences[quote.sentence - 1].start, paragraph.sentences[last - 1].end)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _occurrences(source: SourceText, quote: Quote, window: Span) -> Iterator[Span]:
    folded, exact = source.folded, fold(quote.exact or "").text
    prefix, suffix = fold(quote.prefix or "").text, fold(quote.suffix or "").text
    at = folded.text.find(exact, folded.index_of(window.start))
    while exact and at >= 0 and folded.offsets[at + len(exact) - 1] < window.end:
        end = at + len(exact)
        if folded.text.endswith(prefix, 0, at) and folded.text.startswith(suffix, end):
            yield Span(folded.offsets[at], folded.offsets[end - 1] + 1)
        at = folded.text.find(exact, at + 1)


def nearest(source: SourceText, exact: str) -> str:
    """The passage most like ``exact``, with what differs: ``[-ours-]`` and ``{+theirs+}``."""
    folded, wanted = source.folded, fold(exact).text
    match = fuzz.partial_ratio_alignment(wanted, folded.text)
    if match is None or match.score < 50 or match.dest_end <= match.dest_start:
        return "nothing in the source is like it"
    start, end = _best_ends(wanted, folded.text, match.dest_start, match.dest_end)
    passage = source.text[folded.offsets[start] : folded.offsets[end - 1] + 1]
    return f"nearest passage: {difference(exact, passage)}"


def _best_ends(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The ends near a match that give the fewest differences from ``wanted``."""
    starts = range(max(0, start - _MARGIN), min(start + _MARGIN, end - 1) + 1)
    ends = range(max(start + 1, end - _MARGIN), min(len(text), end + _MARGIN) + 1)
    spans = ((a, b) for a in starts for b in ends if a < b)
    return min(spans, key=lambda span: Levenshtein.distance(wanted, text[span[0] : span[1]]))


def difference(ours: str, theirs: str) -> str:
    """``theirs`` compared with ``ours``: ``[-only ours-]`` and ``{+only theirs+}``."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    parts = []
    for tag, a, b, c, d in matcher.get_opcodes():
        removed = f"[-{ours[a:b]}-]" if b > a else ""
        added = f"{{+{theirs[c:d]}+}}" if d > c else ""
        parts.append(ours[a:b] if tag == "equal" else removed + added)
    return "".join(parts)
