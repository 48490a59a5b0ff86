"""Finding the paragraphs that a name means: 4.1(a), 二（三）."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from directive_atlas.passages.labels.name import name
from directive_atlas.passages.text import Kind, Paragraph, SourceText

_SECTION = re.compile(r"^(?:(?:sub)?sections?|secs?\.?|paragraphs?|paras?\.?|§+)(?=[\W\d])", re.IGNORECASE)
_NEAREST = 6
"""How many labels a message lists."""


Named = list[tuple[Paragraph, tuple[str, ...]]]
"""Paragraphs, each with the path by which it is named."""


def named(source: SourceText, wanted: str) -> Named:
    """The paragraphs that a name may mean; the words of a heading may stand before it: Duties 1."""
    found = _named(source.paragraphs, wanted)
    return found if len(found) == 1 else _below_headings(source, _strict(wanted)) or found


def _below_headings(source: SourceText, wanted: str) -> Named:
    """The paragraphs between a heading whose words the name begins with and the next heading."""
    found: Named = []
    for heading in source.paragraphs:
        words = _strict(source.text[heading.span.start : heading.span.end])
        if _is_title(heading) and wanted.startswith(words) and wanted != words:
            below = takewhile(lambda each: not _is_title(each), source.paragraphs[heading.number :])
            found += _named([*below], wanted[len(words) :])
    return found


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.HEADING and not paragraph.own


def _named(paragraphs: Sequence[Paragraph], wanted: str) -> Named:
    """The whole name is best, then the end of one; if nothing fits, brackets and stops do not count."""
    paths = [(paragraph, path) for paragraph in paragraphs for path in paragraph.names]
    for fold in (_strict, _loose):
        for ends in (_whole, _endings):
            found = [(p, path) for p, path in paths if fold(wanted) in map(fold, ends(path))]
            if found:
                return found
    return []


def _whole(path: tuple[str, ...]) -> Iterator[str]:
    yield name(path)


def _endings(path: tuple[str, ...]) -> Iterator[str]:
    yield from (name(path[start:]) for start in range(1, len(path)))


def _strict(text: str) -> str:
    """Without white space, the width of characters, words such as Section, and stops before brackets."""
    text = _SECTION.sub("", unicodedata.normalize("NFKC", text).strip())
    return re.sub(r"[\s、]|[.:,]+(?=\(|$)", "", text)


def _loose(text: str) -> str:
    return "".join(filter(str.isalnum, _strict(text)))


def nearest_names(paragraphs: Sequence[Paragraph], wanted: str) -> list[str]:
    """The names that there are, those most like a name that there is not first."""
    names = dict.fromkeys(name(path) for paragraph in paragraphs for path in paragraph.names)
    folded = _strict(wanted)
    return sorted(names, key=lambda each: Levenshtein.distance(folded, _strict(each)))[:_NEAREST]
