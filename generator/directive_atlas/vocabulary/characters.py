"""Characters that no text may hold, and their names.

Control characters and noncharacters cannot be shown on a page. YAML, XML and HTML each refuse some of them,
so one of them in a text could break the file around it. Tabs and line ends are allowed.
"""

from __future__ import annotations

import re
import unicodedata

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""The controls C0 and C1 without tab, line feed and carriage return, as ranges of a regular expression."""

NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""The 66 code points that Unicode keeps out of texts (The Unicode Standard, 23.7), as ranges."""

SURROGATES = "\ud800-\udfff"
"""Halves of a surrogate pair of UTF-16; alone they are not characters."""

UNFIT = re.compile(f"[{CONTROLS}{NONCHARACTERS}{SURROGATES}]")
"""One character that no text may hold."""


def described(char: str) -> str:
    """A forbidden character in words: its code point, its kind, and the name of a control character."""
    point = f"U+{ord(char):04X}"
    if re.match(f"[{SURROGATES}]", char):
        return f"{point}, half of a surrogate pair"
    if re.match(f"[{NONCHARACTERS}]", char):
        return f"{point}, a noncharacter"
    picture = chr(0x2421) if char == "\x7f" else chr(0x2400 + ord(char))
    name = unicodedata.name(picture, "").removeprefix("SYMBOL FOR ") if char <= "\x7f" else ""
    return f"{point}, the control character {name}" if name else f"{point}, a control character"


def misread(char: str) -> str:
    """What a C1 control was in Windows-1252, from which such texts usually come."""
    try:
        return char.encode("latin-1").decode("cp1252") if "\x80" <= char <= "\x9f" else ""
    except UnicodeDecodeError:
        return ""
