"""Rules for official papers in Chinese (党政机关公文), reports on meetings and tables of tasks."""

from __future__ import annotations

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.model import Draft
from directive_atlas.draft.zh.paper import read_paper
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import SourceText

__all__ = ["read"]


def read(source: SourceText, names: Names) -> Draft:
    """All suggestions for one text in Chinese."""
    return read_paper(Reading(source, names))
