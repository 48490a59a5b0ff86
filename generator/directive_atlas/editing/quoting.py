"""The shortest quote of a passage: its words, else its words with what is around them, else its position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product

from directive_atlas.load.marked import Mapping, Marks, Scalar
from directive_atlas.load.schema import Quote
from directive_atlas.passages import Found, Paragraph, SourceText, Span, locate
from directive_atlas.problems import Place

Written = str | dict[str, str]
"""A quote as a record has it: its words, or a block of keys."""

_AROUND = (4, 8, 16, 32, 64)
"""How many characters before or behind a passage are tried to tell it from others."""

_PLACE = Place("")


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


def shortest(source: SourceText, span: Span, *, by_position: bool = False) -> Written | None:
    """The first form that means this passage and no other; nothing where there is none.

    ``by_position`` takes the position before the words where it names the passage, as for background.
    """
    words, place = _by_words(source, span), _positions(source, span)
    first, second = (place, words) if by_position else (words, place)
    forms = chain(first, second, _by_both(source, span))
    return next((form for form in forms if _means(source, form, span)), None)


def _means(source: SourceText, form: Written, span: Span) -> bool:
    """Whether a quote is found once, with the letters of the passage."""
    found = locate(source, _quote(form))
    if not isinstance(found, Found) or len(found.spans) != 1:
        return False
    [own] = found.spans
    return _letters(source.text, own) == _letters(source.text, span)


def _letters(text: str, span: Span) -> tuple[int, int] | None:
    """The first and the last letter or digit of a passage."""
    places = [at for at in range(span.start, span.end) if text[at].isalnum()]
    return (places[0], places[-1]) if places else None


def _quote(form: Written) -> Quote:
    keys = {"exact": form} if isinstance(form, str) else form
    block = Mapping(Marks(_PLACE))
    for key, value in keys.items():
        block.set(key, Scalar(value, _PLACE), _PLACE, _PLACE)
    return Quote.model_validate(block)


def _by_words(source: SourceText, span: Span) -> Iterator[Written]:
    paragraph = source.paragraph_at(span.start)
    if paragraph is not source.paragraph_at(span.end - 1):
        return
    words = _line(source.text[span.start : span.end])
    yield words
    before = source.text[paragraph.span.start : span.start]
    behind = source.text[span.end : paragraph.span.end]
    for length in _AROUND:
        prefix, suffix = _line(_tail(before, length)), _line(_head(behind, length))
        for key, around in (("suffix", suffix), ("prefix", prefix)):
            if around:
                yield {"exact": words, key: around}
        if prefix and suffix:
            yield {"exact": words, "prefix": prefix, "suffix": suffix}


def _tail(text: str, length: int) -> str:
    """The last characters of a text, from the beginning of a word on."""
    cut = max(0, len(text) - length)
    while cut and _joined(text[cut - 1 : cut + 1]):
        cut -= 1
    return text[cut:]


def _head(text: str, length: int) -> str:
    """The first characters of a text, up to the end of a word."""
    cut = min(length, len(text))
    while cut < len(text) and _joined(text[cut - 1 : cut + 1]):
        cut += 1
    return text[:cut]


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _positions(source: SourceText, span: Span) -> Iterator[Written]:
    """By the text's own label or the number of the paragraph, with the sentences unless it is whole."""
    first, last = source.paragraph_at(span.start), source.paragraph_at(span.end - 1)
    if first is not last:
        yield {"paragraph": str(first.number), "through": str(last.number)}
        return
    names = [{"at": first.label}] if first.label else []
    for name, part in product((*names, {"paragraph": str(first.number)}), _parts(first, span)):
        yield {**name, **part}


def _by_both(source: SourceText, span: Span) -> Iterator[Written]:
    """By the words and the number of the paragraph, for what stands alike in others."""
    paragraph = source.paragraph_at(span.start)
    form = {"exact": _line(source.text[span.start : span.end]), "paragraph": str(paragraph.number)}
    yield form
    yield {**form, "prefix": _line(source.text[paragraph.span.start : span.start])}


def _parts(paragraph: Paragraph, span: Span) -> Iterator[dict[str, str]]:
    yield {}
    inside = [
        number
        for number, each in enumerate(paragraph.sentences, 1)
        if each.start < span.end and span.start < each.end
    ]
    if len(inside) == 1:
        yield {"sentence": str(inside[0])}
    elif inside:
        yield {"sentence": str(inside[0]), "to": str(inside[-1])}
