"""Punctuation of Chinese typing where YAML needs its own: ：, “ ”, and the wide space as an indent.

In a text all of these may stand; so they are looked for only where the file cannot be read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.load.quoting import in_quotes
from directive_atlas.problems import Place, Problem, Wording, problem, say

_WIDE = "\u3000\u00a0"
_WIDE_INDENT = re.compile(rf"^( *)([{_WIDE}][ {_WIDE}]*)(?=\S)")
_WIDE_KEY = re.compile(rf"^[{_WIDE}][ {_WIDE}]*(?:- |[a-z_]+:(?: |$))", re.MULTILINE)
_COLON = re.compile(r"^([ -]*[A-Za-z_]+)[ ]*：[ ]*(.*)$")
_CURLY = re.compile(r"^(.*?(?:: |- ))[“”](.*)[“”] *$")
_REACH = 3
"""A parser may see what is wrong so many lines later."""


def wide_indents(text: str, file: str) -> Iterator[Problem]:
    """E115 for the first line that is a key or an entry, and is indented with wide spaces alone."""
    if found := _WIDE_KEY.search(text):
        number = text.count("\n", 0, found.start())
        yield from _in_line(text.splitlines()[number], Place(file, number + 1))


def near(text: str, place: Place) -> Problem | None:
    """E115 if such punctuation stands in the line that a parser stopped at, or shortly above it."""
    lines = text.splitlines()
    for number in range(place.line, max(place.line - _REACH, 0), -1):
        line = lines[number - 1] if number <= len(lines) else ""
        if found := next(_in_line(line, Place(place.file, number)), None):
            return found
    return None


def _in_line(line: str, place: Place) -> Iterator[Problem]:
    if found := _WIDE_INDENT.match(line):
        at = Place(place.file, place.line, found.start(2) + 1)
        hint = say("indent with usual spaces: {line}", line=line[found.end() :])
        yield problem("E115", at, hint, what=say("a wide space (U+3000 or U+00A0)"))
    if colon := in_value(line, place):
        yield colon
    if found := _CURLY.match(line):
        what = say("a curly quote (“ or ”)")
        yield _problem(what, f"{found[1]}{in_quotes(found[2])}", place, found.end(1))


def in_value(value: str, place: Place) -> Problem | None:
    """E115 if what should be a key and its value are joined by a full-width colon."""
    found = _COLON.match(value)
    if not found:
        return None
    mended = f"{found[1]}: {found[2]}".rstrip()
    return _problem(say("the full-width colon (：)"), mended, place, found.end(1))


def _problem(what: Wording, mended: str, line: Place, column: int) -> Problem:
    place = Place(line.file, line.line, line.column + column)
    return problem("E115", place, what=what, mended=mended.strip(" -"))
