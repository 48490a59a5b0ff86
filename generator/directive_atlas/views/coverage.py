"""The list of coverage: how much of each text is read, and on which page each directive is listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.passages import Coverage, Sentence, SourceText
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.views.paging import batched

PER_PAGE = 50
"""Directives on one page: each may have many unread sentences."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An unread sentence with binding words.

    ``pieces`` are its words in order, each with whether it is unread; ``duties`` the binding words.
    """

    paragraph: int
    label: str | None
    target: Address
    pieces: tuple[tuple[str, bool], ...]
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A directive that has a text, with its coverage."""

    directive: Directive
    coverage: Coverage
    language: str
    unread: tuple[Unread, ...]


def covered(corpus: Corpus) -> list[Covered]:
    """The directives that have a text, newest first."""
    return list(_covered(corpus))


def _covered(corpus: Corpus) -> Iterator[Covered]:
    for directive in corpus.directives.values():
        source, note, coverage = directive.source, directive.source_note, directive.coverage
        if source and note and coverage:
            unread = tuple(_unread(directive.id, source, sentence) for sentence in coverage.binding)
            yield Covered(directive, coverage, note.language, unread)


def _unread(directive: str, source: SourceText, sentence: Sentence) -> Unread:
    edges = {sentence.span.start, sentence.span.end}
    edges |= {edge for run in sentence.rest for edge in (run.start, run.end)}
    starts = {run.start for run in sentence.rest}
    duties = (source.text[word.start : word.end] for word in sentence.duties)
    return Unread(
        paragraph=sentence.paragraph,
        label=source.paragraphs[sentence.paragraph - 1].label,
        target=address.paragraph(directive, sentence.paragraph),
        pieces=tuple((source.text[a:b], a in starts) for a, b in pairwise(sorted(edges))),
        duties=tuple(dict.fromkeys(duties)),
    )


def coverage_addresses(corpus: Corpus) -> dict[str, Address]:
    """The place in the list of each directive that has a text."""
    listed = [directive.id for directive in corpus.directives.values() if directive.coverage]
    return {
        record_id: address.coverage(number, record_id)
        for number, run in enumerate(batched(listed, PER_PAGE), start=1)
        for record_id in run
    }
