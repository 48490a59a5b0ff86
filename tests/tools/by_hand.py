"""The pages that are written by hand, in each language."""

from __future__ import annotations

from functools import cache

import pytest

from tests.tools.paths import ROOT

LANGUAGES = ("zh", "en")
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def folder_of(language: str) -> str:
    """The folder of a language below ``docs/``, with its slash; the first language has none."""
    return "" if language == LANGUAGES[0] else f"{language}/"


@cache
def by_hand(language: str, page: str) -> str:
    """The Markdown of a page that is written by hand."""
    return (ROOT / "docs" / folder_of(language) / f"{page}.md").read_text("utf-8")
