"""The passages of a directive compared with their last reviews."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.load import RawCorpus, schema
from directive_atlas.passages import (
    DirectivePassages,
    Passages,
    Quotation,
    Span,
    fingerprint,
    whole_sentences,
)
from directive_atlas.problems import Place
from directive_atlas.review.state import Review, review_of


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage now: ``text`` has its whole sentences, ``words`` its own; ``row`` is its last review.

    ``edition`` is the one before, if its sentences are new or changed since that.
    """

    anchor: str
    title: str
    place: Place
    words: str
    text: str
    fingerprint: str
    row: schema.Reviewed | None
    edition: schema.Edition | None = None

    @property
    def state(self) -> Review:
        """Whether it is unchanged since its last review."""
        return review_of(self.row, self.fingerprint, renewed=self.edition is not None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All passages of a directive, and the rows of ``review.csv`` of removed passages."""

    directive: str
    passages: tuple[Seen, ...]
    gone: tuple[schema.Reviewed, ...]

    def of_state(self, state: Review) -> tuple[Seen, ...]:
        """The passages in one state, in the order of the record."""
        return tuple(seen for seen in self.passages if seen.state is state)

    @property
    def open(self) -> int:
        """The number of passages and rows that need a review."""
        return len(self.passages) - len(self.of_state(Review.REVIEWED)) + len(self.gone)


def compare(directive: schema.Directive, raw: RawCorpus, passages: Passages) -> Comparison:
    """Compare a directive with its reviews; if a quote is an error, no row counts as removed."""
    rows = raw.reviews[directive.place.file]
    by_passage = {row.passage: row for row in rows}
    own = passages.of(directive)
    if own is None:
        return Comparison(directive.id, (), () if directive.source else rows)
    seen = tuple(_seen(own, each, span, by_passage.get(each.anchor)) for each, span in own.located)
    known = {each.anchor for each in seen}
    complete = own.complete and directive.id not in raw.unreadable.ids
    return Comparison(directive.id, seen, tuple(row for row in rows if complete and row.passage not in known))


def _seen(own: DirectivePassages, quote: Quotation, span: Span, row: schema.Reviewed | None) -> Seen:
    source = own.source
    around = whole_sentences(source, span)
    return Seen(
        anchor=quote.anchor,
        title=quote.title,
        place=quote.quote.place,
        words=source.text[span.start : span.end],
        text=source.text[around.start : around.end],
        fingerprint=fingerprint(source, span),
        row=row,
        edition=own.renewed_since(span),
    )
