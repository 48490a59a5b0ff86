"""The bodies that a cell names, and the part of each: “A牵头，B、C配合”, “A; B and others”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from directive_atlas.vocabulary.languages import is_chinese
from directive_atlas.vocabulary.tasks import Role

Known = Callable[[str], bool]
"""Whether a name is that of a body of the site or of a registry."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A body as a cell names it, with its part; ``said`` if the cell says the part, not only its column.

    ``marked`` if an asterisk stands behind its name.
    """

    name: str
    role: Role
    said: bool = False
    and_others: bool = False
    marked: bool = False


_MARK = "*＊"
_PARTS = {
    Role.LEAD: "牵头|主办|lead",
    Role.SUPPORT: "配合|协办|协同|参与|参加|协助|支持|support",
    Role.RESPONSIBLE: "负责|承办|落实|责任|responsible",
}
"""The words that say a part behind a body, or before it with a colon."""

_WORDS = "|".join(_PARTS.values())
_BEFORE = re.compile(
    rf"(?P<part>{_WORDS})(?:单位|部门|责任单位|(?:ing)?\s*(?:agency|agencies|office|offices)?)\s*[:：]",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:共同|分别|按(?:照)?职责(?:分工)?|分工|负责|组织)*(?P<part>牵头|主办|配合|协办|协同|参与|参加|协助|承办|(?<!职责)负责"
    r"|落实)(?:负责|组织实施|组织|落实|工作)?(?=[\s,，;；。、]|$)"
)
_BRACKET = re.compile(rf"\s*[(（\[]\s*(?P<part>{_WORDS})(?:单位|部门|\s*agency)?\s*[)）\]]$", re.IGNORECASE)
_LIST = re.compile(r"[、,，;；。/／\n\t\u2003]+")
_WHOLE = re.compile(
    r"[(（][^()（）]*[)）]|各[^各,，;；\n]{0,20}?(?:人民政府|政府|管委会)"
    r"|\b(?:Director|Administrator|Secretary|Commissioner|Chief|Chair|Head),\s+(?:the\s+)?[A-Z][^,;\n]*"
)
"""What no sign of a list divides: remarks in brackets, classes (各市、县人民政府), heads of bodies."""
_HELD = str.maketrans("、,，;；/／", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006")
_RELEASED = {after: before for before, after in _HELD.items()}
_OTHERS = re.compile(
    r"等(?:\d+个|[一二三四五六七八九十]+个)?(?:有关|相关|各)?(?:部门|单位|部委|地区)?$"
    r"|,?\s*(?:and|&)?\s*\b(?:others|other agencies|et al\.?|etc\.?)$",
    re.IGNORECASE,
)
_AND = re.compile(r"以及|[和与及]|\s+and\s+|\s*&\s*", re.IGNORECASE)
_ENDS = re.compile(
    r"[部委局办署院会厅府司行处科中心组队站所社团区县市镇乡]$|(?:企业|单位|部门|公司|机构|街道|集团)$"
)
"""How names of bodies end in Chinese."""
_BODY = (
    "Administration|Agency|Authority|Board|Branch|Bureau|Center|Centre|Commission|Committee|Corps|Council"
    "|Department|Division|Institute|Ministry|Office|Service|University"
)
_ENGLISH = re.compile(
    rf"^(?:the )?(?:[A-Z]{{2,}}$|(?:{_BODY}|Secretary|Director|Administrator)\b)|\b(?:{_BODY})$"
)
"""How they begin or end in English: an abbreviation, or a word for a body or its head."""


def units_in(text: str, role: Role, known: Known) -> tuple[Unit, ...]:
    """The bodies of a cell in their order, each once; ``role`` is that of the column."""
    found: dict[str, Unit] = {}

    def plainly(name: str) -> bool:
        return known(name.rstrip(_MARK))

    for names, part in _clauses(_unbroken(text, plainly)):
        for unit in _listed(names, part or role, bool(part), plainly):
            found.setdefault(unit.name, unit)
    return tuple(found.values())


def _unbroken(text: str, known: Known) -> str:
    """A cell without the line breaks that divide a name: joined with the next line, it is a known one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = lines[:1]
    for line in lines[1:]:
        tail = _LIST.split(joined[-1])[-1]
        head = _LIST.split(line)[0]
        if not known(tail) and (known(tail + head) or _goes_on(tail, line)):
            joined[-1] += line
        else:
            joined.append(line)
    return "\n".join(joined)


def _goes_on(tail: str, line: str) -> bool:
    """Whether a line of Chinese breaks off within a name, or begins with a sign that ends nothing."""
    return line[0] in "、，,；;" or (is_chinese(tail) and not _ENDS.search(tail) and not _BEHIND.search(tail))


def _clauses(text: str) -> Iterator[tuple[str, Role | None]]:
    """The names that have one part in common, with the part if the cell says it."""
    if before := list(_BEFORE.finditer(text)):
        yield text[: before[0].start()], None
        ends = [*(match.start() for match in before[1:]), len(text)]
        for match, end in zip(before, ends, strict=True):
            yield text[match.end() : end], _part(match["part"])
        return
    start = 0
    for match in _BEHIND.finditer(text):
        yield text[start : match.start()], _part(match["part"])
        start = match.end()
    yield text[start:], None


def _part(word: str) -> Role:
    return next(role for role, words in _PARTS.items() if word.lower() in words.split("|"))


def _listed(names: str, role: Role, said: bool, known: Known) -> Iterator[Unit]:
    shorter, goes_on = _without_others(names.rstrip())
    found = [_unit(name, role, said, known) for name in _names(shorter, known)]
    last = len(found) - 1
    yield from (
        replace(unit, and_others=goes_on) if n == last and goes_on else unit for n, unit in enumerate(found)
    )


def _unit(name: str, role: Role, said: bool, known: Known) -> Unit:
    bracket = _BRACKET.search(name)
    own, others = _without_others(name[: bracket.start()] if bracket else name)
    part = _part(bracket["part"]) if bracket else role
    own = own if known(own) else own.removeprefix("the ")
    plain = own.rstrip(_MARK)
    return Unit(plain, part, said or bool(bracket), others, marked=plain != own)


def _without_others(names: str) -> tuple[str, bool]:
    """A list of names without the words that say that it goes on, and whether it had them."""
    others = _OTHERS.search(names)
    return (names[: others.start()] if others else names).strip(" :：,"), bool(others)


def _names(names: str, known: Known) -> Iterator[str]:
    held = _WHOLE.sub(lambda found: found[0].translate(_HELD), names)
    for piece in _LIST.split(held):
        name = piece.translate(_RELEASED).strip(" :：").removeprefix("由").strip()
        if name:
            yield from (name,) if known(name) else _divided(name, known)


def _divided(name: str, known: Known) -> Iterator[str]:
    """Names that only a space or “and” divides; where a part is none, it belongs to the name."""
    for divider in (r"\s+" if is_chinese(name) else r"\s{2,}", _AND):
        parts = [part.strip() for part in re.split(divider, name) if part.strip()]
        if len(parts) > 1 and all(known(part) or _is_name(part) for part in parts):
            for part in parts:
                yield from (part,) if known(part) else _divided(part, known)
            return
    yield name


def _is_name(part: str) -> bool:
    """Whether a text looks like the whole name of a body."""
    plain = _OTHERS.sub("", part)
    if is_chinese(part):
        return len(plain) > 1 and bool(_ENDS.search(_BRACKET.sub("", plain)))
    return bool(_ENGLISH.search(_BRACKET.sub("", plain)))
