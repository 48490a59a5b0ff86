"""The colours of the look: each ink on each paper has the contrast that WCAG 2.2 (1.4.3) asks for."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.tools.paths import PACKAGE

THEME = PACKAGE / "theme"
LIGHT, DARK = re.findall(r"--atlas-paper: .*?\}", (THEME / "assets/identity.css").read_text("utf-8"), re.S)
INKS = ("ink", "faint", "link", "seal", "red", "amber", "green", "rest", "blue")


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--atlas-(\w+): (#[0-9a-f]{6})(?:[0-9a-f]{2})?;", block))


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_paper(block: str) -> None:
    colours = _colours(block)
    found = {
        (ink, paper): _contrast(colours[ink], colours[paper])
        for ink, paper in product(INKS, ("paper", "wash"))
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("page", ["main.html", "404.html"])
def test_what_stands_outside_of_the_style_sheet_has_its_paper(page: str) -> None:
    text = (THEME / page).read_text("utf-8")
    for block in (LIGHT, DARK):
        assert _colours(block)["paper"] in text
