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


INVISIBLE = re.compile("[\u200b\u2060\ufeff]|(?<=[\u3400-\u9fff])[\u200c\u200d]")
"""A character without width, which comes with copied text; joiners have a use in other scripts than Han."""

_RADICALS = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that have no compatibility form in Unicode (EquivalentUnifiedIdeograph.txt), to the ideographs."""

UNUSUAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
"""A radical or a compatibility ideograph (The Unicode Standard, 18.1 and 18.3): it looks like another."""


def usual(char: str) -> str:
    """The ideograph that an unusual one stands for; itself where there is none."""
    return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)


def named(char: str) -> str:
    """A character's code point and name: ``U+200B ZERO WIDTH SPACE``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def control_name(char: str) -> str:
    """The name of a control character of ASCII; nothing for other characters."""
    if char > "\x7f":
        return ""
    picture = chr(0x2421) if char == "\x7f" else chr(0x2400 + ord(char))
    return unicodedata.name(picture, "").removeprefix("SYMBOL FOR ")


def misread(char: str) -> str:
    """What a C1 control was in Windows-1252, from which such texts usually come."""
    try:
        return char.encode("latin-1").decode("cp1252") if "\x80" <= char <= "\x9f" else ""
    except UnicodeDecodeError:
        return ""
