"""The units of a text as a tree: sections with their titles, numbered units, bullets, what a colon opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from directive_atlas.draft.en.phrases import spaced, trimmed
from directive_atlas.passages import Kind, Paragraph, SourceText, Span

_SECTION_LABEL = re.compile(
    spaced(
        r"^(?:(?:Section|SECTION|(?:Sec|SEC)[.*]+|§|Article|ARTICLE|Part|PART"
        r"|Title|Chapter) ?\w{1,5}[.:]?|\d{1,2}\.\d{1,2}\.?|[IVX]{1,5}\.)"
    )
)
_LABEL = re.compile(
    spaced(
        r"(?:(?:Section|SECTION|(?:Sec|SEC)[.*]+|§|Article|ARTICLE|Part|PART"
        r"|Title|Chapter|Annex|Appendix|Attachment) ?[\dIVXLA-Z]{1,6}[.:]?"
        r"|\d{1,3}(?:\.\d{1,3})*[.)]?|[(\[][\dA-Za-z]{1,6}[)\]]|[A-Za-z]{1,5}[.)]|[IVX]{1,6}\.)\s+"
    )
)
_RUN_IN = re.compile(r"(?P<title>[A-Z“][^.:;!?—]{1,160}?)(?:\.(?=\s|$|[A-Z(])|:(?=\s+[A-Z(])|\s+[—–]\s)")
_SMALL = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "or",
    "the",
    "to",
    "via",
    "with",
    "within",
    "its",
    "their",
}


_DO = r"\b(?:take|complete|perform|undertake|implement) the following (?:[\w-]+ ){0,2}\w+"
_FOLLOWING = re.compile(spaced(rf"{_DO}\.\W*$"))
_CHAPEAU = re.compile(spaced(rf"{_DO}[.:]\W*$"))
"""How a sentence ends that holds for all that follows up to the next heading, whatever titles are between."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the text that stands by itself: its own words, without its title and what lies in it.

    ``level`` orders what lies in what: a label counts one, what has none lies less than a step below.
    """

    span: Span
    level: float
    paragraph: Paragraph
    path: tuple[str, ...]
    label: str | None = None
    title: str = ""
    is_section: bool = False
    more: tuple[Span, ...] = ()
    children: tuple[Unit, ...] = field(default=())

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its words; more than one where its paragraph was broken."""
        return (self.span, *self.more)

    def opens(self, text: str) -> bool:
        """Whether it ends with a colon or “the following actions.”, so that what follows belongs to it."""
        return bool(
            re.search(r":\W*(?:\[\W?\d+\])?\W*$", text[self.spans[-1].start : self.spans[-1].end][-16:])
            or _FOLLOWING.search(text, self.spans[-1].start, self.spans[-1].end)
        )


_RUN_ON = re.compile(r"(?:(?<=[;:])|(?<=; and)|(?<=; or)|(?<=,\sand))\s+\((?P<n>[a-z]{1,4}|\d{1,2})\)\s")
_ROWS = (
    tuple("abcdefghij"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("123456789"),
)


def _enumerated(text: str, unit: Unit) -> Iterator[Unit]:
    """A unit, and the units that it enumerates in one paragraph: “shall: (a) …; (b) …; and (c) …”."""
    start = unit.span.start if unit.is_section else first_words(text, unit)
    found = [*_RUN_ON.finditer(text, start, unit.span.end)]
    marks = tuple(match["n"] for match in found)
    below = _goes_below(unit, marks)
    if unit.is_section or unit.more or below is None:
        yield unit
        return
    places = [match.start() for match in found]
    yield replace(unit, span=trimmed(text, Span(unit.span.start, places[0])))
    above = (unit.label or "") if below else (unit.label or "").removesuffix(unit.path[-1])
    for place, end, mark in zip(places, [*places[1:], unit.span.end], marks, strict=True):
        span, label = trimmed(text, Span(place, end)), f"{above}({mark})"
        yield replace(unit, span=span, level=unit.level + below, label=label, title="")


def _goes_below(unit: Unit, marks: tuple[str, ...]) -> int | None:
    """1 where marks begin a row of their own, 0 where they go on with the unit's own, nothing for neither."""
    own = unit.path[-1].strip("()") if unit.path and unit.paragraph.own else ""
    for row in _ROWS:
        if len(marks) > 1 and row[: len(marks)] == marks:
            return 1
        if marks and own == row[0] and row[1 : len(marks) + 1] == marks:
            return 0
    return None


def units(source: SourceText, text: str, skipped: frozenset[int]) -> tuple[Unit, ...]:
    """The tree of a text, without the paragraphs that are head."""
    pieces: list[Unit] = []
    for paragraph in source.paragraphs:
        if paragraph.number in skipped:
            continue
        if pieces and _goes_on(text, pieces[-1], paragraph):
            pieces[-1] = replace(pieces[-1], more=(*pieces[-1].more, paragraph.span))
        else:
            pieces.extend(_pieces(text, paragraph))
    found = [each for piece in pieces for each in _enumerated(text, piece)]
    return _tree(text, _enclosed(text, [each for each in found if each.span.start < each.span.end]))


_TITLE_LINE = 0.5
"""The level of a line that is only a title, wherever it stands; right before a number it heads that one."""

_REACH = 40
"""How many units may stand between an entry that ends with a colon and the next one of its list."""


def _enclosed(text: str, found: list[Unit]) -> list[Unit]:
    """The units; what stands between “3. Do one of these:” and “4.” lies in the former, whatever its form."""
    deeper = list(found)
    for at, unit in enumerate(found):
        opens = unit.paragraph.own and not unit.is_section and unit.opens(text)
        between = _until_next(found, at) if opens else slice(0)
        if any(each.level <= unit.level for each in found[between]):
            deeper[between] = [replace(each, level=each.level + 1) for each in deeper[between]]
    return deeper


def _until_next(found: Sequence[Unit], at: int) -> slice:
    """The units up to the one that has the next number; none where it does not come before a heading."""
    unit = found[at]
    for other in range(at + 1, min(len(found), at + 1 + _REACH)):
        if found[other].is_section:
            break
        if found[other].level == unit.level and _follows(found[other].path, unit.path):
            heads = found[other - 1].title and found[other - 1].level == _TITLE_LINE
            return slice(at + 1, other - 1 if heads else other)
    return slice(0)


def _follows(path: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether a label has the next number of the same list."""
    same = len(path) == len(last) > 0 and path[:-1] == last[:-1]
    return same and last[-1].isdecimal() and path[-1] == str(int(last[-1]) + 1)


_ENDED = re.compile(r"[.:;!?”\"\])]\W*$|[;,]\s*(?:and|or)$")
_LEFT_OPEN = re.compile(r"\b(?:and|or|of|the|a|an|for|to|in|on|by|with|that|which|from|as|at|its|their)$")


def _goes_on(text: str, last: Unit, paragraph: Paragraph) -> bool:
    """Whether a paragraph continues a sentence that the one before it left open."""
    before = text[last.spans[-1].start : last.spans[-1].end].rstrip()[-14:]
    if paragraph.kind is not Kind.TEXT or paragraph.own or last.is_section or _ENDED.search(before):
        return False
    is_line = last.paragraph.kind in {Kind.HEADING, Kind.ROW}
    return not is_line and (text[paragraph.span.start].islower() or bool(_LEFT_OPEN.search(before)))


def _pieces(text: str, paragraph: Paragraph) -> Iterator[Unit]:
    """A paragraph as one unit, or as a section with its title and the unit behind it."""
    words = text[paragraph.span.start : paragraph.span.end]
    depth = len(paragraph.path)
    if paragraph.kind is Kind.HEADING:
        yield Unit(
            paragraph.span,
            depth if paragraph.own else 0,
            paragraph,
            paragraph.path,
            paragraph.label,
            _bare(words),
            is_section=True,
        )
        return
    if not paragraph.own or paragraph.kind is Kind.FOOTNOTE:
        title, start = _title_of(text, paragraph.span.start, paragraph.span)
        is_title = bool(title) and start == paragraph.span.end and paragraph.kind is Kind.TEXT
        span = trimmed(text, Span(start if title else paragraph.span.start, paragraph.span.end))
        own = title if span.start < span.end or is_title else ""
        level = _TITLE_LINE if is_title else depth + _step(paragraph, words)
        yield Unit(paragraph.span, level, paragraph, paragraph.path, None, own)
        return
    yield from _labelled(text, paragraph, depth)


def _step(paragraph: Paragraph, words: str) -> float:
    """How far below its list a paragraph without a label lies; what opens a part of it lies deeper."""
    if paragraph.kind is Kind.ENTRY:
        return 0.75
    return 0.5 if words.rstrip().endswith(":") and not _CHAPEAU.search(words) else 0.25


def _labelled(text: str, paragraph: Paragraph, depth: int) -> Iterator[Unit]:
    """Units of a labelled paragraph: above them a section for each label that has a title."""
    start, end = paragraph.span.start, paragraph.span.end
    for number in range(paragraph.own):
        level = depth - paragraph.own + number + 1
        begins = start
        label = _LABEL.match(text, start, end)
        start = label.end() if label else start
        path = paragraph.path[:level]
        is_last = number == paragraph.own - 1
        title, behind = _title_of(text, start, paragraph.span)
        if not is_last and behind == end:  # the labels that follow are no part of a title
            title, behind = "", start
        is_section = bool(_SECTION_LABEL.match(text[begins:start])) and bool(title)
        if is_section or not is_last:
            yield Unit(
                trimmed(text, Span(begins, behind if title else start)),
                level,
                paragraph,
                path,
                _name(paragraph, path),
                title,
                is_section=True,
            )
            start = behind if title else start
            level_behind = level + 0.5
            if is_last and text[start:end].strip():
                yield Unit(
                    trimmed(text, Span(start, end)), level_behind, paragraph, path, _name(paragraph, path)
                )
        else:
            yield Unit(
                trimmed(text, Span(begins, end)), level, paragraph, path, _name(paragraph, path), title
            )


def _name(paragraph: Paragraph, path: tuple[str, ...]) -> str | None:
    label = paragraph.label or ""
    below = "".join(paragraph.path[len(path) :])
    return label.removesuffix(below) if below and label.endswith(below) else label if not below else None


def _title_of(text: str, start: int, paragraph: Span) -> tuple[str, int]:
    """A title that runs into its paragraph, and where the words behind it begin; “” where none does."""
    match = _RUN_IN.match(text, start, min(paragraph.end, start + 180))
    if match is None:
        rest = text[start : paragraph.end].strip()
        whole = (
            bool(rest)
            and len(rest) < 160
            and _is_title(rest.rstrip("."))
            and not rest.endswith((":", ";", ","))
        )
        return (rest.rstrip("."), paragraph.end) if whole else ("", start)
    title = match["title"].strip()
    return (title, match.end()) if _is_title(title) else ("", start)


def _is_title(words: str) -> bool:
    """Whether every word has a capital but small ones; a single sentence word is none."""
    listed = [word for word in re.findall(r"[A-Za-z][\w’'-]*", words) if word.lower() not in _SMALL]
    return 0 < len(listed) <= 18 and all(word[0].isupper() or "-" in word for word in listed)


def _bare(words: str) -> str:
    label = _LABEL.match(words)
    return " ".join(words[label.end() if label else 0 :].split())


def first_words(text: str, unit: Unit) -> int:
    """Where a unit begins behind its label and its title."""
    label = (
        _LABEL.match(text, unit.span.start, unit.span.end)
        if unit.paragraph.own or unit.paragraph.kind is Kind.FOOTNOTE
        else None
    )
    start = label.end() if label else unit.span.start
    title, behind = _title_of(text, start, unit.span) if unit.title and not unit.is_section else ("", start)
    return behind if title and behind < unit.span.end else start


def _tree(text: str, pieces: Sequence[Unit]) -> tuple[Unit, ...]:
    """Each unit in the last one above it that may hold others."""
    stack: list[tuple[Unit, list[Unit]]] = []
    roots: list[Unit] = []

    def close(level: float) -> None:
        while stack and stack[-1][0].level >= level:
            unit, children = stack.pop()
            done = replace(unit, children=tuple(children))
            (stack[-1][1] if stack else roots).append(done)

    for piece in pieces:
        close(piece.level)
        stack.append((piece, []))
        if not piece.is_section and piece.level % 1 and not piece.opens(text):
            close(piece.level)
    close(-1)
    return tuple(roots)
