"""The list of coverage: how much of each text is read, and on which page each directive is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.passages import Coverage, CoverageState, Sentence, SourceText
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Background, Directive, Text
from directive_atlas.views.paging import batched

PER_PAGE = 50
"""Directives on one page: each may have many unread sentences."""

UNREAD = 20
"""The number of unread sentences that are listed for each; its own page marks all."""


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
    """A directive that has a text, with its coverage.

    ``states`` has the number of sentences in each state, those without sentences left out; ``reasons`` why
    passages are background; ``binding`` counts the unread sentences with
    binding words, of which ``unread`` has the first.
    """

    directive: Directive
    coverage: Coverage
    language: str
    states: Mapping[CoverageState, int]
    reasons: tuple[Text, ...]
    unread: tuple[Unread, ...]
    binding: int

    def share(self, state: CoverageState) -> float:
        """The sentences in a state, in percent of all."""
        return round(self.states[state] * 100 / sum(self.states.values()), 2)


def covered(corpus: Corpus) -> list[Covered]:
    """The directives that have a text, newest first."""
    return list(_covered(corpus))


def _covered(corpus: Corpus) -> Iterator[Covered]:
    for directive in corpus.directives.values():
        source, note, coverage = directive.source, directive.source_note, directive.coverage
        if source and note and coverage:
            counts = Counter(sentence.state for sentence in coverage.sentences)
            unread = (_unread(directive.id, source, each) for each in coverage.binding[:UNREAD])
            yield Covered(
                directive,
                coverage,
                note.language,
                states={state: counts[state] for state in CoverageState if counts[state]},
                reasons=_reasons(directive.background),
                unread=tuple(unread),
                binding=len(coverage.binding),
            )


def _reasons(background: Iterable[Background]) -> tuple[Text, ...]:
    """All reasons, those that most passages have first."""
    counted = Counter(each.reason for each in background)
    return tuple(reason for reason, _ in counted.most_common())


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
