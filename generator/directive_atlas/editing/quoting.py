"""What can be quoted of a selection, and the shortest quote of it."""

from __future__ import annotations

from directive_atlas.draft.quoting import Value, at_its_place, quotes_of
from directive_atlas.passages import SourceText, Span


def snapped(source: SourceText, start: int, end: int) -> Span | None:
    """What can be quoted of a selection: whole words, and whole paragraphs where it has more than one.

    Nothing if there is no letter or digit in it.
    """
    text = source.text
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    first, last = source.paragraph_at(start), source.paragraph_at(end - 1)
    if first is not last:
        return Span(first.span.start, last.span.end)
    while start > first.span.start and _joined(text[start - 1 : start + 1]):
        start -= 1
    while end < last.span.end and _joined(text[end - 1 : end + 1]):
        end += 1
    return Span(start, end)


def _joined(pair: str) -> bool:
    """Whether two characters are within a word of Latin letters or digits."""
    return pair.isascii() and len(pair) == 2 and pair.isalnum()


def shortest(source: SourceText, span: Span, *, by_position: bool = False) -> Value | None:
    """Its words where they stand once, else its words with more, or its position; nothing where no form fits.

    Several paragraphs are quoted by their numbers; with ``by_position`` also a whole one and whole sentences.
    """
    is_long = source.paragraph_at(span.start) is not source.paragraph_at(span.end - 1)
    place = at_its_place(source, span) if by_position or is_long else None
    return place or quotes_of(source, [span]).get(span)
