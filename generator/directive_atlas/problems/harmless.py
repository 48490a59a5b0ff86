"""Words of others as they may be printed: a terminal and a CI service find nothing in them to obey.

What is taken out becomes U+FFFD, so that one sees that something was there.
"""

from __future__ import annotations

import re

_OBEYED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069"
"""Controls, halves of pairs, which no encoding has, ends of lines of Unicode, and what turns a direction."""

_CONTROL = re.compile(f"[{_OBEYED}]|\r(?!\n)")
_OUT_OF_LINE = re.compile(f"[{_OBEYED}\t\r\n]")

_COMMAND = re.compile(r"^([^\S\n]*:)(?=:)|(##)(?=\w*\[)", re.MULTILINE)
"""Where runners see a command: ``::`` after nothing but spaces, and ``##[`` (GitHub), or the same with a word
between (``##vso[`` of Azure, ``##teamcity[``) anywhere.
"""
_COMMAND_IN_JSON = re.compile(r"##(\w*)\[")


def within_line(text: str) -> str:
    """A text for the middle of a line: it has no end of a line, no tab and no control."""
    return _OUT_OF_LINE.sub("\ufffd", text)


def without_controls(text: str) -> str:
    """A text whose lines stay, without what a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def without_commands(text: str) -> str:
    """A text whose lines stay, and none of them is a command to CI: a space stands in each that was one."""
    return _COMMAND.sub(r"\1\2 ", text)


def without_commands_in_json(text: str) -> str:
    """The same for JSON, which stays the same for those who read it."""
    return _COMMAND_IN_JSON.sub(r"##\1\\u005b", text)
