"""Texts without forbidden characters: each is a problem and becomes U+FFFD."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.problems import Place, Problem, problem
from directive_atlas.vocabulary.characters import UNFIT, described, misread


def fit(text: str) -> str:
    """A text with U+FFFD in place of each forbidden character, so that positions stay the same."""
    return UNFIT.sub("\ufffd", text)


def unfit_in_file(text: str, file: str) -> Iterator[Problem]:
    """E111 for each forbidden character of a file, at its first position."""
    for char, offset in _first(text):
        before = text[:offset]
        yield unfit(char, Place(file, before.count("\n") + 1, offset - before.rfind("\n")))


def unfit_in_value(text: str, place: Place) -> Iterator[Problem]:
    """E111 for each forbidden character that a value escapes, at the place of the value."""
    for char, _ in _first(text):
        yield unfit(char, place)


def _first(text: str) -> Iterator[tuple[str, int]]:
    """Each forbidden character once, with its first offset."""
    seen = set[str]()
    for found in UNFIT.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found[0], found.start()


def unfit(char: str, place: Place) -> Problem:
    """E111 for one character; the hint says what it most likely was before."""
    was = misread(char).strip()
    hint = f"if “{was}” is meant, write that: the text was once read in a wrong encoding" if was else ""
    return problem("E111", place, hint, character=described(char))
