"""Reading one label at one place of a text; several readings where it is ambiguous, as in (i)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from directive_atlas.vocabulary.numerals import from_chinese, from_letters, from_roman

_HAN = "[一二三四五六七八九十百]{1,5}"
_ALONE = r"(?=\s*(?:\Z|\n))"
_AFTER_DECIMAL = r"(?:[.．、]?(?=\s|\Z)|[．、]|(?![\x00-\x7f倍亿万千百个元％年月日]))"
_SEC = r"(?:Section|SECTION|(?:Sec|SEC)[.*]+|§)"
_NOT_A_LABEL = (
    r"(?!\s*(?:of\s+(?:this|that|the|section|subsection|paragraph|title)\b|(?:and|or|to|through)\s+[(（]"
    r"|[,;，；和或及至]))"
)
"""What follows a label in the middle of a sentence that begins a line: (b) of this section, (c) and (d)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A label in one of its readings: ``style`` is how it is written, ``number`` what it counts to.

    ``label`` is its text without the stop behind it, and ``end`` the place of the words behind. A style
    of lower ``rank`` always stands above one of a higher; without a rank, the one that comes first stands
    above. A label that is not ``certain`` counts only where it begins a row of its style or goes on in one.
    """

    style: str
    number: int
    label: str
    end: int
    rank: int | None
    certain: bool


_Reading = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing labels: the pattern's group ``label`` is shown, its group ``n`` is read."""

    name: str
    pattern: re.Pattern[str]
    readings: tuple[_Reading, ...]
    rank: int | None
    certain: bool


def _form(
    name: str, pattern: str, *readings: _Reading, rank: int | None = None, certain: bool = True
) -> _Form:
    return _Form(name, re.compile(pattern + r"\s*"), readings, rank, certain)


def _any_number(text: str) -> int:
    return int(text) if text.isdecimal() else from_chinese(text) or from_roman(text.lower()) or 1


def _last_number(text: str) -> int:
    return int(text.rpartition(".")[2])


def _circled(text: str) -> int:
    return int(unicodedata.numeric(text))


def _letters(text: str) -> int:
    return from_letters(text.lower())


def _roman(text: str) -> int:
    return from_roman(text.lower())


def _law(rank: int, part: str) -> _Form:
    pattern = rf"(?P<label>第(?P<n>{_HAN}|\d{{1,3}}){part})(?![规所第的和、至款项中之])"
    return _form(part, pattern, _any_number, rank=rank)


def _headed(rank: int, words: str) -> _Form:
    pattern = rf"(?P<label>(?:{words})\s(?P<n>\d{{1,3}}|[IVXL]{{1,6}}))(?:[.:—–]|{_ALONE})"
    return _form(words, pattern, _any_number, rank=rank)


_FORMS = (
    _form("附件", rf"(?P<label>附件(?P<n>{_HAN}|\d{{0,2}})){_ALONE}", _any_number, rank=0),
    _headed(0, "Annex|ANNEX|Appendix|APPENDIX|Attachment|ATTACHMENT"),
    *(_law(rank, part) for rank, part in enumerate("编章节条", 1)),
    _headed(1, "Title|TITLE|Part|PART"),
    _headed(2, "Chapter|CHAPTER"),
    _headed(4, "Article|ARTICLE"),
    _form("Sec", rf"{_SEC}\s*(?P<label>(?P<n>\d{{1,3}}))\s*[.:](?=\s)", int, rank=5),
    _form("一、", rf"(?P<label>(?P<n>{_HAN}))、(?![一二三四五六七八九十])", from_chinese, rank=5),
    _form("（一）", rf"(?P<label>[（(](?P<n>{_HAN})[）)]){_NOT_A_LABEL}", from_chinese, rank=6),
    _form("一是", rf"(?P<label>(?P<n>{_HAN})[是要])", from_chinese, certain=False),
    _form("第一，", rf"(?P<label>第(?P<n>{_HAN}))[，,]", from_chinese, certain=False),
    _form("1.1", rf"(?P<label>(?P<n>\d+(?:\.\d{{1,3}})+)){_AFTER_DECIMAL}", _last_number, certain=False),
    _form("1.", r"(?P<label>(?P<n>\d{1,3}))(?:[.．](?=\s|[^\x00-\x7f]|\Z)|、(?!\d))", int, certain=False),
    _form("1)", r"(?P<label>(?P<n>\d{1,3}))[)）]", int, certain=False),
    _form("(1)", rf"(?P<label>[（(](?P<n>\d{{1,3}})[）)]){_NOT_A_LABEL}", int),
    _form("①", r"(?P<label>(?P<n>[①-⑳㉑-㉟]))", _circled),
    _form("(a)", rf"(?P<label>[（(](?P<n>[a-z]{{1,7}})[）)]){_NOT_A_LABEL}", _letters, _roman),
    _form("(A)", rf"(?P<label>[（(](?P<n>[A-Z]{{1,7}})[）)]){_NOT_A_LABEL}", _letters, _roman),
    _form("a.", r"(?P<label>(?P<n>[a-z]{1,5}))[.)](?=\s)", _letters, _roman, certain=False),
    _form("A.", r"(?P<label>(?P<n>[A-Z]{1,5}))[.)](?=\s)", _letters, _roman, certain=False),
)  # fmt: skip
_IN_HEADINGS = _form("1.", r"(?P<label>(?P<n>\d{1,2}))(?=\s+\D)", int, certain=False)


def readings(text: str, start: int, end: int, *, in_heading: bool = False) -> list[Mark]:
    """Every reading of a label at a place; none where no label stands there."""
    for form in (*_FORMS, _IN_HEADINGS) if in_heading else _FORMS:
        match = form.pattern.match(text, start, end)
        if match:
            found = [
                Mark(f"{form.name}{index}", number, match["label"], match.end(), form.rank, form.certain)
                for index, read in enumerate(form.readings)
                if (number := read(match["n"]))
            ]
            if found:
                return found
    return []
