"""Where the sentences of a paragraph end, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.passages.text import Span

_NOTES = r"(?:\[\w{1,4}\]|[⁰¹²³⁴-⁹])*"
"""Marks of footnotes, which stand behind the end of a sentence.

One figure at a time: several at a time, any number of times, would be tried in all of their divisions.
"""
_CHINESE_END = rf"(?:[。！？…]|[!?](?=[^\x00-\x7f]|$))+[”’」』）)\"]*{_NOTES}"
_NEXT = r"\s+(?:[\"'“‘(\[*_]*[A-Z0-9]|\([a-z]{1,4}\)\s)"
_ENGLISH_END = rf"(?!(?<=\bNo)\.\s+\d)[.!?]+[\"'”’)\]*_]*{_NOTES}(?={_NEXT})"
_END = re.compile(f"{_CHINESE_END}|{_ENGLISH_END}")
_BRACKET = re.compile(r"（(?![一二三四五六七八九十\d]+）)[^（）。]*）[。；，]*")
"""A remark in brackets behind a sentence, often who is responsible for it; not the number of an entry."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|a\.k\.a|U\.S|U\.S\.C|Nos|div|Sec|sec|Dr|Mr|Ms|Mrs|vs|cf|Inc|Co|Ltd|Corp|St|Art|Para|Pub|L"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|^\W*(?:\d+|[a-z]|[ivx]+))\.$"
)
"""Words whose full stop does not end a sentence; also initials and the number of a list item."""


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without the white space between them."""
    start = paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text[max(start, mark.end() - 12) : mark.end()]):
            continue
        if mark.end() <= start:
            continue
        yield Span(start, mark.end())
        start = mark.end() + _spaces(text, mark.end(), paragraph.end)
        if bracket := _BRACKET.match(text, start, paragraph.end):
            yield Span(start, bracket.end())
            start = bracket.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _spaces(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())
