"""Texts without forbidden characters: each is a problem and becomes U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.vocabulary.characters import (
    INVISIBLE,
    NONCHARACTERS,
    SURROGATES,
    UNFIT,
    UNUSUAL,
    control_name,
    misread,
    named,
    usual,
)


def fit(text: str) -> str:
    """A text with U+FFFD in place of each forbidden character, so that positions stay the same."""
    return UNFIT.sub("\ufffd", text)


def unfit_in_file(text: str, file: str) -> Iterator[Problem]:
    """E111 for each unfit character of a file, at the first of its places."""
    for char, offset in _first(text, UNFIT):
        yield unfit(char, _place(text, offset, file))


def pasted_in_file(text: str, file: str) -> Iterator[Problem]:
    """W113 and W114 for each character of a data file that is not what it looks like, at its first place."""
    for char, offset in _first(text, INVISIBLE):
        yield problem("W113", _place(text, offset, file), character=named(char))
    for char, offset in _first(text, UNUSUAL):
        if usual(char) != char:
            yield _unusual(char, usual(char), _place(text, offset, file))


def _unusual(char: str, usual: str, place: Place) -> Problem:
    points = {"point": f"U+{ord(char):04X}", "usual_point": f"U+{ord(usual):04X}"}
    return problem("W114", place, char=char, usual=usual, **points)


def _place(text: str, offset: int, file: str) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))


def unfit_in_value(text: str, place: Place) -> Iterator[Problem]:
    """E111 for each unfit character of a value that escapes it, at the place of the value."""
    for char, _ in _first(text, UNFIT):
        yield unfit(char, place)


def _first(text: str, wanted: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Each wanted character once, with its first offset."""
    seen = set[str]()
    for found in wanted.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found[0], found.start()


def unfit(char: str, place: Place) -> Problem:
    """E111 for one character; the hint says what it most likely was before."""
    was = misread(char).strip()
    hint = say("if “{was}” is meant, write that: the text was once read in a wrong encoding", was=was)
    return problem("E111", place, hint if was else None, character=described(char))


def described(char: str) -> Wording:
    """A forbidden character in words: its code point, its kind, and the name of a control character."""
    point, name = f"U+{ord(char):04X}", control_name(char)
    if re.match(f"[{SURROGATES}]", char):
        return say("{point}, half of a surrogate pair", point=point)
    if re.match(f"[{NONCHARACTERS}]", char):
        return say("{point}, a noncharacter", point=point)
    if name:
        return say("{point}, the control character {name}", point=point, name=name)
    return say("{point}, a control character", point=point)
