"""The labels that Word shows before paragraphs and that stand nowhere in their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml.ns import qn

from directive_atlas.vocabulary.numerals import to_chinese, to_letters, to_roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BULLET = "•"
"""Stands for whatever mark a list has."""


def _letters(number: int) -> str:
    """A, B … Z, AA, BB, as Word counts."""
    rest, letter = divmod(number - 1, 26)
    return to_letters(letter + 1) * (rest + 1)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Characters that stand in a row, up to a number; figures beyond it."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _stem(row: str) -> Callable[[int], str]:
    return lambda number: row[(number - 1) % len(row)]


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_WRITE: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "chineseLegalSimplified": to_chinese,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "ideographDigital": to_chinese,
    "japaneseDigitalTenThousand": to_chinese,
    "ideographTraditional": _stem(_STEMS),
    "ideographZodiac": _stem(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": to_roman,
    "upperRoman": lambda number: to_roman(number).upper(),
    "ordinal": lambda number: f"{number}{_ordinal(number)}",
    "none": lambda number: "",
}
"""How a number is written, by the words of ``ST_NumberFormat`` (ECMA-376-1, 17.18.59)."""


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    legal: bool = False


@dataclass
class Numbering:
    """The counters of a document; ``label`` is called once for each paragraph, in their order."""

    levels: Mapping[str, Mapping[int, _Level]]
    lists: Mapping[str, str]
    of_styles: Mapping[str, tuple[str, int]]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    unknown: int = 0

    def label(self, paragraph: Element) -> tuple[str, int]:
        """The label of a paragraph with the gap behind it, and its level from 0; empty if it has none."""
        number, level = self._numbered(paragraph)
        levels = self.levels.get(number, {})
        if level not in levels:
            return "", 0
        counted = self.counters.setdefault(self.lists[number], {})
        for deeper in [each for each in counted if each > level]:
            del counted[deeper]
        counted[level] = counted.get(level, levels[level].start - 1) + 1
        for higher in range(level):
            counted.setdefault(higher, levels[higher].start if higher in levels else 1)
        return self._written(levels, counted, level), level

    def _written(self, levels: Mapping[int, _Level], counted: Mapping[int, int], level: int) -> str:
        own = levels[level]
        if own.form == "bullet":
            return f"{BULLET} "

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = "decimal" if own.legal else levels.get(at, own).form
            if form not in _WRITE:
                self.unknown += 1
            return _WRITE.get(form, str)(max(counted.get(at, 1), 1))

        text = re.sub(r"%([1-9])", number, own.text)
        wide = re.search(r"[、．。）】〕：]\Z", text)
        return text + ("" if wide or not text else own.gap)

    def _numbered(self, paragraph: Element) -> tuple[str, int]:
        """The list of a paragraph and its level: its own, or those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle")
        number, level = self.of_styles.get(style, ("", 0))
        own = properties.find(qn("w:numPr")) if properties is not None else None
        if own is not None:
            number = _value(own, "w:numId") or number
            level = int(_value(own, "w:ilvl") or level)
        return number, level


def _value(element: Element | None, name: str) -> str:
    found = element.find(qn(name)) if element is not None else None
    return (found.get(qn("w:val")) or "") if found is not None else ""


def numbering_of(document: Document) -> Numbering:
    """The definitions of the lists of a document."""
    part = next(
        (p for p in document.part.package.iter_parts() if str(p.partname).endswith("/numbering.xml")), None
    )
    root = getattr(part, "element", None)
    if root is None:
        return Numbering({}, {}, {})
    abstract = {each.get(qn("w:abstractNumId")): each for each in root.findall(qn("w:abstractNum"))}
    by_style = {_value(each, "w:styleLink"): key for key, each in abstract.items()}
    levels: dict[str, dict[int, _Level]] = {}
    lists: dict[str, str] = {}
    for each in root.findall(qn("w:num")):
        number, base = each.get(qn("w:numId")), _value(each, "w:abstractNumId")
        linked = _value(abstract.get(base), "w:numStyleLink")
        base = by_style.get(linked, base) if linked else base
        levels[number] = _levels(abstract.get(base), each)
        restarts = each.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
        lists[number] = f"{base}/{number}" if restarts else base
    return Numbering(levels, lists, _of_styles(document, abstract, levels))


def _levels(base: Element | None, own: Element) -> dict[int, _Level]:
    found = (
        {} if base is None else {int(e.get(qn("w:ilvl"), 0)): _level(e) for e in base.findall(qn("w:lvl"))}
    )
    for override in own.findall(qn("w:lvlOverride")):
        at = int(override.get(qn("w:ilvl"), 0))
        replaced = override.find(qn("w:lvl"))
        if replaced is not None:
            found[at] = _level(replaced)
        start = _value(override, "w:startOverride")
        if start and at in found:
            one = found[at]
            found[at] = _Level(int(start), one.form, one.text, one.gap, one.legal)
    return found


def _level(element: Element) -> _Level:
    gap = {"nothing": ""}.get(_value(element, "w:suff"), " ")
    legal = element.find(qn("w:isLgl")) is not None
    start = int(_value(element, "w:start") or 0)
    return _Level(start, _value(element, "w:numFmt") or "decimal", _value(element, "w:lvlText"), gap, legal)


def _of_styles(
    document: Document,
    abstract: Mapping[str, Element],
    levels: Mapping[str, Mapping[int, _Level]],
) -> dict[str, tuple[str, int]]:
    """The list and level that each style gives to its paragraphs, those of the style it is based on too."""
    linked = {
        _value(level, "w:pStyle"): int(level.get(qn("w:ilvl"), 0))
        for each in abstract.values()
        for level in each.findall(qn("w:lvl"))
    }
    styles = {each.get(qn("w:styleId")): each for each in document.styles.element.findall(qn("w:style"))}
    found: dict[str, tuple[str, int]] = {}
    for own in styles:
        name, seen = own, set[str]()
        while name in styles and name not in seen:
            seen.add(name)
            numbered = styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if numbered is not None and _value(numbered, "w:numId") in levels:
                level = int(_value(numbered, "w:ilvl") or linked.get(name, 0))
                found[own] = (_value(numbered, "w:numId"), level)
                break
            name = _value(styles[name], "w:basedOn")
    return found
