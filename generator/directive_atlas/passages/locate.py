"""Finding a quote in its source: by its words, by its position, or by words near a position.

The selectors are those of the W3C Web Annotation Data Model: text quote (exact, prefix, suffix)
and a text position, here counted in paragraphs and sentences, or named by the text's own labels.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from directive_atlas.load.schema import Quote
from directive_atlas.passages.labels.names import named, nearest_names
from directive_atlas.passages.text import Paragraph, SourceText, Span
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.folding import folded_text

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
    what: Wording
    available: Wording


def locate(source: SourceText, quote: Quote) -> Found | NotFound:
    """All places of the source that fit the quote."""
    windows = _windows(source, quote)
    if isinstance(windows, NotFound) or not quote.exact:
        return windows if isinstance(windows, NotFound) else Found(windows)
    found = (span for window in windows for span in _occurrences(source, quote, window))
    return Found(tuple(dict.fromkeys(found)))


def _windows(source: SourceText, quote: Quote) -> tuple[Span, ...] | NotFound:
    """The parts of the source that the position names; all of it when it names none."""
    if quote.label:
        return _labelled(source, quote, quote.label)
    if quote.paragraph is None:
        return (Span(0, len(source.text)),)
    last = quote.through or quote.paragraph
    if last > len(source.paragraphs):
        key = "through" if quote.through else "paragraph"
        return NotFound(key, _paragraph(last), _paragraphs(len(source.paragraphs)))
    paragraph = source.paragraphs[quote.paragraph - 1]
    if quote.through is not None:
        return (Span(paragraph.span.start, source.paragraphs[quote.through - 1].span.end),)
    within = _within(paragraph, quote, _paragraph(quote.paragraph))
    return within if isinstance(within, NotFound) else (within,)


def _labelled(source: SourceText, quote: Quote, label: str) -> tuple[Span, ...] | NotFound:
    """The paragraphs with a label; where words are wanted, with what lies within them."""
    found = named(source, label)
    if not found:
        names = ", ".join(nearest_names(source.paragraphs, label))
        return NotFound(
            "at",
            _passage(label),
            Wording("{names}", (("names", names),)) if names else say("no labels of its own"),
        )
    if quote.exact and quote.sentence is None:
        return tuple(_with_parts(source, paragraph, path) for paragraph, path in found)
    spans = [_within(paragraph, quote, _passage(label)) for paragraph, _ in found]
    good = tuple(span for span in spans if isinstance(span, Span))
    return good or next(each for each in spans if isinstance(each, NotFound))


def _with_parts(source: SourceText, paragraph: Paragraph, path: tuple[str, ...]) -> Span:
    """A paragraph to the end of the last one that lies within it."""
    below = takewhile(lambda each: each.path[: len(path)] == path, source.paragraphs[paragraph.number :])
    *_, last = (paragraph, *below)
    return Span(paragraph.span.start, last.span.end)


def _within(paragraph: Paragraph, quote: Quote, name: Wording) -> Span | NotFound:
    """A paragraph, or the sentences of it that are named."""
    if quote.sentence is None:
        return paragraph.span
    last = quote.to or quote.sentence
    if last > len(paragraph.sentences):
        return NotFound(
            "to" if quote.to else "sentence",
            say("sentence {number} in {passage}", number=last, passage=name),
            _sentences(len(paragraph.sentences)),
        )
    return Span(paragraph.sentences[quote.sentence - 1].start, paragraph.sentences[last - 1].end)


def _paragraph(number: int) -> Wording:
    return say("paragraph {number}", number=number)


def _passage(label: str) -> Wording:
    return say("passage “{label}”", label=label)


def _paragraphs(count: int) -> Wording:
    return say("1 paragraph") if count == 1 else say("{count} paragraphs", count=count)


def _sentences(count: int) -> Wording:
    return say("1 sentence there") if count == 1 else say("{count} sentences there", count=count)


def _occurrences(source: SourceText, quote: Quote, window: Span) -> Iterator[Span]:
    folded, exact = source.folded, folded_text(quote.exact or "")
    prefix, suffix = folded_text(quote.prefix or ""), folded_text(quote.suffix or "")
    at = folded.text.find(exact, folded.index_of(window.start))
    while exact and at >= 0 and folded.offsets[at + len(exact) - 1] < window.end:
        end = at + len(exact)
        if folded.text.endswith(prefix, 0, at) and folded.text.startswith(suffix, end):
            yield Span(folded.offsets[at], folded.offsets[end - 1] + 1)
        at = folded.text.find(exact, at + 1)


def nearest(source: SourceText, exact: str) -> Wording:
    """The passage most like ``exact``, with what differs: ``[-ours-]`` and ``{+theirs+}``."""
    folded, wanted = source.folded, folded_text(exact)
    match = fuzz.partial_ratio_alignment(wanted, folded.text)
    if match is None or match.score < 50 or match.dest_end <= match.dest_start:
        return say("nothing in the source is like it")
    start, end = _best_ends(wanted, folded.text, match.dest_start, match.dest_end)
    passage = source.text[folded.offsets[start] : folded.offsets[end - 1] + 1]
    return say("nearest passage: {passage}", passage=difference(exact, passage))


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
