"""Lines that belong to one paragraph: finding them, and joining them as their language does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

LABEL = re.compile(
    r"\s*(?:[-*+•●▪◦■□·–]\s"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)](?=\s|\()"
    r"|[（(][一二三四五六七八九十百\d]{1,4}[)）]"
    r"|[一二三四五六七八九十百]{1,4}[、．]|第[一二三四五六七八九十百]{1,5}[章节条款]"
    r"|\d{1,3}(?:[．、]|\.(?=[\u4e00-\u9fff]))|[①-⑳]|(?:Sec|Section|Article|Part)\b\.?\s*\w+[.:])"
)
"""What begins a paragraph of its own: a number, a letter or a mark of a list."""

WIDEST = 120
"""Nobody wraps text at more columns than this; a wide character takes two."""

_ENDS = re.compile(r"[.。!！?？;；:：]['\"”’)）」』]*\s*\Z")
_NO_SPACE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—\U00020000-\U0003ffff]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WORD = re.compile(r"\w+(?:-\w+)*")
_HALVES = re.compile(r"[\w-]+-[ \t]*\n\s*[\w-]+")
_DIVIDED = re.compile(r"[\w-]*\w-\Z")
_SLACK = 0.12
"""The share of a line that may be left free where the next word would still have had room."""


class Wrapped(Enum):
    """Whether the lines of a text were wrapped by a program."""

    NO = auto()
    PERHAPS = auto()
    YES = auto()


def unwrapped(text: str) -> tuple[Wrapped, str]:
    """Whether a text is wrapped, and its paragraphs, one a line, if it is."""
    lines = [line.rstrip() for line in text.split("\n")]
    wide = max(map(columns, lines))
    if wide > WIDEST:
        return Wrapped.NO, text
    pairs = [(one, other) for one, other in pairwise(lines) if one and other]
    on = sum(_goes_on(one, other, wide) and not _ENDS.search(one) for one, other in pairs)
    if on < 5 or on < 0.25 * len(pairs):
        return (Wrapped.PERHAPS if on > 2 else Wrapped.NO), text
    spelling = spelled(text)
    return Wrapped.YES, "\n".join(join(group, spelling) for group in _paragraphs(lines, wide))


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a text writes its words, in small letters with their hyphens, and whether it divides words.

    Words that a line end divides are left out. A text divides words if the halves of one are a word of it.
    """

    words: frozenset[str]
    divides: bool


def spelled(text: str) -> Spelling:
    """The spelling of a text with its lines as they are."""
    text = text.lower()
    whole = set(_WORD.findall(_HALVES.sub(" ", text)))
    words = frozenset(whole | {part for word in whole if "-" in word for part in word.split("-")})
    halves = (re.sub(r"-\s+", "", each) for each in _HALVES.findall(text))
    return Spelling(words, any(each in words for each in halves))


def _paragraphs(lines: Sequence[str], wide: int) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if group and line and _goes_on(group[-1], line, wide):
            group.append(line)
            continue
        if group:
            yield group
        group = [line] if line else []
    if group:
        yield group


def _goes_on(line: str, following: str, wide: int) -> bool:
    """Whether a line is full, so that the next one goes on with its paragraph."""
    if LABEL.match(following) or _indent(following) > _indent(line):
        return False
    word = following.lstrip()
    first = 2 if _WIDE.match(word) else len(word.split(maxsplit=1)[0]) + 1
    return columns(line) + first > wide * (1 - _SLACK)


def _indent(line: str) -> int:
    return columns(line[: len(line) - len(line.lstrip())])


def columns(line: str) -> int:
    """The columns that a line takes; a wide character takes two."""
    return len(line) + sum(unicodedata.east_asian_width(char) in "WF" for char in line)


def join(lines: Sequence[str], spelling: Spelling) -> str:
    """The lines of one paragraph: Chinese without a space, a word that was divided as it stands elsewhere.

    ``spelling`` is that of the whole text, which shows how a divided word is written.
    """
    parts = [lines[0].strip()]
    for line in map(str.strip, lines[1:]):
        last = parts[-1]
        divided = _DIVIDED.search(last)
        if divided and line[:1].islower():
            parts[-1] = last if _keeps_hyphen(divided[0], line, spelling) else last[:-1]
        elif not (last.endswith("-") or _NO_SPACE.match(last[-1:]) or _NO_SPACE.match(line)):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _keeps_hyphen(left: str, line: str, spelling: Spelling) -> bool:
    """Whether the hyphen of a word that is divided at the end of a line is one of the word.

    Where the text has it neither with the hyphen nor without, the hyphen stays if the text divides no words,
    or if one of the halves is a word of it: “risk-based”, not “inspec-tion”. Up to three letters are none, as
    many prefixes are such.
    """
    found = _WORD.match(line)
    left, right = left.lower(), found[0].lower() if found else ""
    half, words = left[:-1], spelling.words
    unknown = not spelling.divides or any(len(part) > 3 and part in words for part in (half, right))
    return left + right in words or (half + right not in words and unknown)
