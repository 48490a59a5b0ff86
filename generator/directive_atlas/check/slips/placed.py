"""Tasks and measures with the places of their quotes: what the checks of slips look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from directive_atlas.load import schema
from directive_atlas.load.walk import records_in, sections_of
from directive_atlas.passages import Passages, SourceText, Span, whole_sentences
from directive_atlas.problems import Place
from directive_atlas.vocabulary.folding import caseless, folded_text


@dataclass(frozen=True)
class Placed:
    """A task or measure, the records above it (the task first), and where quotes stand in the source.

    ``sections`` are those that the task stands in, the outer ones first.
    """

    measure: schema.Measure
    above: tuple[schema.Measure, ...]
    sections: tuple[schema.Section, ...]
    source: SourceText
    spans: Mapping[Place, Span]

    @cached_property
    def own(self) -> tuple[Span, ...]:
        """Where its own quotes stand, in the order of the record."""
        return self._of(self.measure)

    @cached_property
    def duties(self) -> tuple[schema.Duty, ...]:
        """The parts that it writes itself, without those that it has from above."""
        above = {duty.place for record in self.above for duty in record.actors}
        return tuple(duty for duty in self.measure.actors if duty.place not in above)

    @cached_property
    def timings(self) -> tuple[schema.Timing, ...]:
        """The times that it writes itself, without those that it has from above."""
        above = {timing.place for record in self.above for timing in record.timing}
        return tuple(timing for timing in self.measure.timing if timing.place not in above)

    @property
    def task(self) -> schema.Measure:
        """The task that it is, or a part of."""
        return self.above[0] if self.above else self.measure

    @cached_property
    def around(self) -> tuple[Span, ...]:
        """Where its own quotes stand, those of the records and sections above it and of its parts."""
        below = records_in(self.measure, schema.Measure)
        records: tuple[schema.Measure | schema.Section, ...] = (*self.sections, *self.above, *below)
        return tuple(span for record in records for span in self._of(record))

    def _of(self, record: schema.Measure | schema.Section) -> tuple[Span, ...]:
        return tuple(self.spans[quote.place] for quote in record.quotes)

    def text(self, span: Span) -> str:
        """The words of the source in a span."""
        return self.source.text[span.start : span.end]

    @cached_property
    def comparable(self) -> str:
        """All that it quotes and is quoted around it, as ``comparable`` makes it."""
        return self._comparable(self.around)

    @cached_property
    def comparable_above(self) -> str:
        """The sentences of its own quotes and what records above it quote, as ``comparable`` makes it."""
        sentences = (whole_sentences(self.source, span) for span in self.own)
        records: tuple[schema.Measure | schema.Section, ...] = (*self.sections, *self.above)
        above = (span for record in records for span in self._of(record))
        return self._comparable((*sentences, *above))

    def _comparable(self, spans: Iterable[Span]) -> str:
        folded = self.source.folded
        parts = (folded.text[folded.index_of(s.start) : folded.index_of(s.end)] for s in spans)
        return caseless("\n".join(parts))


Found = Sequence[tuple[Placed, ...]]
"""Those of each directive, in the order of the record."""


def placed(directives: Iterable[schema.Directive], passages: Passages) -> Found:
    """Every task and measure of each directive whose quotes were all located; others are errors already."""
    return [tuple(_placed_in(directive, passages)) for directive in directives]


def _placed_in(directive: schema.Directive, passages: Passages) -> Iterator[Placed]:
    own = passages.of(directive)
    if own and own.complete:
        spans = {each.quote.place: span for each, span in own.located}
        sections = sections_of(directive)
        for task in directive.tasks:
            top = Placed(task, (), sections.get(task.section or "", ()), own.source, spans)
            yield from _with_parts(top)


def _with_parts(each: Placed) -> Iterator[Placed]:
    yield each
    for part in each.measure.measures:
        yield from _with_parts(replace(each, measure=part, above=(*each.above, each.measure)))


def comparable(text: str) -> str:
    """A text without what does not matter when words are looked for in it."""
    return caseless(folded_text(text))


def named(measure: schema.Measure) -> str:
    """What messages call a task or measure."""
    return measure.title.first if measure.title else str(measure.id)
