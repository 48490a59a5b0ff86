"""The pages of a data folder in the first of its languages, without all else that a build makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from directive_atlas.build import resolved
from directive_atlas.outputs.pages import page_files
from directive_atlas.resolve import Corpus


def pages_of(data: Path, now: dt.datetime, as_of: dt.date | None = None) -> tuple[Corpus, dict[str, str]]:
    """What a data folder says, and its Markdown by path; the arguments are those of ``build``."""
    found = resolved(data, now, as_of=as_of)
    assert found.corpus and found.site, found.problems
    site = replace(found.site, languages=found.site.languages[:1])
    return found.corpus, {file.path: file.content.decode() for file in page_files(found.corpus, site)}
