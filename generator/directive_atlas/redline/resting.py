"""What rests on each sentence of a text: the tasks and measures that quote it."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping

from directive_atlas.load import schema
from directive_atlas.load.walk import measures_of
from directive_atlas.passages import DirectivePassages, Span

Resting = Mapping[Span, tuple[str, ...]]
"""The keys of tasks and measures by the sentence that they quote, in the order of the record."""


def resting(directive: schema.Directive, own: DirectivePassages) -> Resting:
    """What rests on each sentence of the source of a directive; quotes that are not found rest on none."""
    sentences = [span for paragraph in own.source.paragraphs for span in paragraph.sentences]
    spans = {quotation.quote.place: span for quotation, span in own.located}
    found: dict[Span, dict[str, None]] = defaultdict(dict)
    for measure in measures_of(directive):
        for quote in _quotes(measure):
            for sentence in _under(sentences, spans.get(quote.place)):
                found[sentence][f"{directive.id}/{measure.id}"] = None
    return {sentence: tuple(keys) for sentence, keys in found.items()}


def _quotes(measure: schema.Measure) -> Iterator[schema.Quote]:
    yield from measure.quotes
    yield from (target.quote for target in measure.targets if target.quote)


def _under(sentences: list[Span], span: Span | None) -> Iterator[Span]:
    """The sentences that a quote overlaps."""
    if span is None:
        return
    for place in range(bisect.bisect_right(sentences, span.start, key=lambda each: each.end), len(sentences)):
        if sentences[place].start >= span.end:
            return
        yield sentences[place]
