"""Is enough of each source read? Asked only when a share is demanded."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from directive_atlas.load import RawCorpus
from directive_atlas.passages import Sentence, SourceText, coverage_of, quotes_of, source_of
from directive_atlas.problems import Place, Problem, problem

BEGINNING = 40
"""How many characters of a sentence a problem quotes."""


def coverage_problems(raw: RawCorpus, wanted: int) -> Iterator[Problem]:
    """E411 for each directive of which less than ``wanted`` percent is read, W412 for what is not."""
    for directive in raw.directives:
        source = source_of(directive, raw)
        quotes = quotes_of(directive, source) if source else None
        if not source or not quotes or not quotes.whole or directive.id in raw.unreadable.ids:
            continue  # a quote that is an error is mended first
        coverage = coverage_of(source, quotes)
        if coverage.share < wanted:
            yield problem("E411", directive.at("source"), share=coverage.share, wanted=wanted)
        file = f"{directive.place.file.rpartition('/')[0]}/{source.file}"
        breaks = [mark.start() for mark in re.finditer("\n", source.text)]
        yield from (_open(source, sentence, file, breaks) for sentence in coverage.open)


def _open(source: SourceText, sentence: Sentence, file: str, breaks: list[int]) -> Problem:
    """W412 where the open words begin; ``breaks`` are the places of the source's line breaks."""
    first = sentence.rest[0]
    words = source.text[first.start : first.end]
    shown = words if len(words) <= BEGINNING else f"{words[:BEGINNING]}…"
    line = bisect.bisect_left(breaks, first.start)
    column = first.start - (breaks[line - 1] if line else -1)
    return problem("W412", Place(file, line + 1, column), words=shown)
