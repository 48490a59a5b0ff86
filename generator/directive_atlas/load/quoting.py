"""Texts that need quotation marks, and marks that are not closed: the commonest faults in YAML."""

from __future__ import annotations

import re

from directive_atlas.problems import Place, Problem, problem, say

_VALUE = re.compile(
    r"""^(?P<indent>[ -]*)(?P<key>[A-Za-z_]+):[ ]+(?P<value>[^\s"'\[{|>&*!%@`#].*?)(?:\s+\#.*)?$"""
)
_OPENS = re.compile(r"""^[ -]*(?:[A-Za-z_]+:[ ]+)?"(?:[^"\\]|\\.)*$""")


def bare_colon(text: str, place: Place) -> Problem | None:
    """E102 for a text with “: ” in it and without quotes, if the parser stopped at its line.

    “quote: Note: All districts must …” would be a block in a line, which no block may be.
    """
    lines = text.splitlines()
    found = _VALUE.match(lines[place.line - 1]) if place.line <= len(lines) else None
    if not found or not re.search(r":(?:\s|$)", found["value"]) or place.column <= found.start("value"):
        return None
    below = lines[place.line] if place.line < len(lines) else ""
    goes_on = bool(below.strip()) and len(below) - len(below.lstrip()) > len(found["indent"])
    words = in_quotes(found["value"] + (" …" if goes_on else ""))
    hint = say("write {mended}", mended=f"{found['key']}: {words}")
    return problem("E102", place, hint, why=say("a text with a colon and a space in it needs quotes"))


def unclosed(text: str, place: Place) -> Problem | None:
    """E102 where a text opens with a quotation mark that the line does not close.

    The parser takes the next mark for its end, so it stops behind the one with which a later text begins.
    """
    lines = text.splitlines()
    if place.line > len(lines) or not lines[place.line - 1][: place.column - 1].endswith('"'):
        return None
    for number in range(place.line - 1, 0, -1):
        line = lines[number - 1]
        if '"' in line:
            at = Place(place.file, number, line.find('"') + 1)
            return not_closed(at) if _OPENS.match(line) else None
    return None


def not_closed(place: Place) -> Problem:
    """E102 for a quotation mark that nothing closes."""
    hint = say("close it at the end of the text")
    return problem("E102", place, hint, why=say("a quotation mark opens here and is not closed"))


def in_quotes(text: str) -> str:
    """A text in straight quotes."""
    return f'"{text}"' if not re.search(r'["\\]', text) else "'" + text.replace("'", "''") + "'"
