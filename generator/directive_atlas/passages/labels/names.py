"""Finding the paragraphs that a name means: 4.1(a), 二（三）."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from directive_atlas.passages.labels.name import name
from directive_atlas.passages.text import Paragraph

_SECTION = re.compile(r"^(?:(?:sub)?sections?|secs?\.?|paragraphs?|paras?\.?|§+)(?=[\W\d])", re.IGNORECASE)
_NEAREST = 6
"""How many labels a message lists."""


def named(paragraphs: Sequence[Paragraph], wanted: str) -> list[tuple[Paragraph, tuple[str, ...]]]:
    """The paragraphs that a name may mean, each with the path that it names.

    The whole name is best, then the end of one; if nothing fits, brackets and stops do not count.
    """
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
