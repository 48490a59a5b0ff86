"""How the cells of a sheet look, as far as it says what is meant: merged ones, percentages and errors."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""

Range = tuple[Place, Place]
"""The first and the last cell of a merged one."""

STYLES = "xl/styles.xml"
"""The part of an XLSX archive with the formats of its numbers."""
_BOOK = "xl/workbook.xml"
_PARTS = "xl/_rels/workbook.xml.rels"
_QUOTED = re.compile(r'"[^"]*"|\\.')


@dataclass
class Looks:
    """The cells of one sheet that are merged, that show a percentage, and that show an error."""

    merged: list[Range] = field(default_factory=list)
    shares: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)


@dataclass
class Styles:
    """Which styles of an XLSX archive show percentages, and which part has which sheet."""

    shares: set[str] = field(default_factory=lambda: {"9", "10"})
    """The numbers of formats; 9 and 10 are 0% and 0.00% everywhere (ECMA-376 part 1, 18.8.30)."""
    formats: list[str] = field(default_factory=list)
    sheets: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)

    def start(self, part: str, name: str, own: Mapping[str, str]) -> bool:
        """Take note of an element of one of the three parts that say so; whether it is in one of them."""
        if part == STYLES:
            self._style(name, own)
        elif part == _BOOK and name == "sheet":
            self.sheets[own.get("id", "")] = own.get("name", "")
        elif part == _PARTS and name == "Relationship":
            self.parts[own.get("Id", "")] = posixpath.join("/xl", own.get("Target", "")).lstrip("/")
        return part in {STYLES, _BOOK, _PARTS}

    def _style(self, name: str, own: Mapping[str, str]) -> None:
        if name == "numFmt" and "%" in _QUOTED.sub("", own.get("formatCode", "")):
            self.shares.add(own.get("numFmtId", ""))
        elif name == "cellXfs":
            self.formats.clear()
        elif name == "xf":
            self.formats.append(own.get("numFmtId", ""))

    def is_share(self, style: str) -> bool:
        """Whether numbers in a style, called by its place among all, are shown as percentages."""
        place = int(style or 0)
        return 0 <= place < len(self.formats) and self.formats[place] in self.shares

    def by_name(self, looks: Mapping[str, Looks]) -> dict[str, Looks]:
        """The looks of sheets by their names, where they are by the parts that have them."""
        parts = {self.parts.get(key, ""): name for key, name in self.sheets.items()}
        return {parts.get(key, key): each for key, each in looks.items()}
