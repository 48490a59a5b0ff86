"""Is enough of each source read? Checked only if a percentage is required."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus
from directive_atlas.passages import Passages, Sentence, SourceText
from directive_atlas.problems import Place, Problem, problem

BEGINNING = 40
"""How many characters of a sentence a problem quotes."""


def coverage_problems(raw: RawCorpus, passages: Passages, wanted: int) -> Iterator[Problem]:
    """E411 for each directive of which less than ``wanted`` percent is read, W412 for the unread text."""
    for directive in raw.directives:
        own = passages.of(directive)
        if not own or not own.complete or directive.id in raw.unreadable.ids:
            continue  # a quote that is an error is corrected first
        source, coverage = own.source, own.coverage
        if coverage.share < wanted:
            yield problem("E411", directive.at("source"), share=coverage.share, wanted=wanted)
        file = f"{directive.place.file.rpartition('/')[0]}/{source.file}"
        yield from (_open(source, sentence, file) for sentence in coverage.open)


def _open(source: SourceText, sentence: Sentence, file: str) -> Problem:
    """W412 where the open words begin."""
    first = sentence.rest[0]
    words = source.text[first.start : first.end]
    shown = words if len(words) <= BEGINNING else f"{words[:BEGINNING]}…"
    return problem("W412", Place(file, *source.place(first.start)), words=shown)
