"""The word of the text that makes something binding: in a passage, before it, or in a passage above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.passages.fingerprint import whole_sentences
from directive_atlas.passages.obligations import words_of_class
from directive_atlas.passages.text import SourceText, Span
from directive_atlas.vocabulary.tasks import Obligation

READ_IN = ("zh", "en")
"""The languages whose words of obligation are known."""

_CLAUSE = re.compile("[;；]")


def word_within(source: SourceText, own: Sequence[Span], obligation: Obligation) -> str | None:
    """The first word of a class in some passages."""
    return _said(source, next(_words(source, own, obligation), None))


def word_before(source: SourceText, own: Sequence[Span], obligation: Obligation) -> str | None:
    """The last word of a class before a passage in its sentence; a semicolon begins anew."""
    if not own:
        return None
    return _said(source, _last(_words(source, [_clause_before(source, own[0])], obligation)))


def word_above(
    source: SourceText, above: Sequence[Span], own: Sequence[Span], obligation: Obligation
) -> str | None:
    """The word of a class in passages of a record above: the last before the own ones, else the first."""
    words = list(_words(source, above, obligation))
    before = (word for word in words if own and word.end <= own[0].start)
    return _said(source, _last(before) or next(iter(words), None))


def _words(source: SourceText, spans: Sequence[Span], obligation: Obligation) -> Iterator[Span]:
    for span in spans:
        yield from words_of_class(source.text, span, obligation)


def _last(words: Iterator[Span]) -> Span | None:
    return next(reversed(list(words)), None)


def _said(source: SourceText, word: Span | None) -> str | None:
    """A word as it is shown, on one line."""
    if word is None:
        return None
    pieces = source.text[word.start : word.end].split()
    return (" " if pieces[0].isascii() else "").join(pieces)


def _clause_before(source: SourceText, span: Span) -> Span:
    start = whole_sentences(source, span).start
    ends = [mark.end() for mark in _CLAUSE.finditer(source.text, start, span.start)]
    return Span(ends[-1] if ends else start, span.start)
