"""From the raw corpus to passages: every quote is located once."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from directive_atlas.load import RawCorpus, schema
from directive_atlas.passages.coverage import Coverage, cover
from directive_atlas.passages.editions import Match, align
from directive_atlas.passages.fingerprint import background_name, numbered
from directive_atlas.passages.formats import read_source
from directive_atlas.passages.locate import Found, NotFound, locate
from directive_atlas.passages.text import SourceText, Span
from directive_atlas.problems import Place
from directive_atlas.vocabulary.editions import Fate


class Purpose(StrEnum):
    """What a passage is quoted for."""

    TASK = "task"
    SECTION = "section"
    RELATION = "relation"
    RULE = "rule"
    TARGET = "target"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote of a record, its purpose, and where its words were found.

    ``anchor`` is the permanent name of the passage on the directive's page; ``title`` is that of the
    record that quotes it, for messages.
    """

    quote: schema.Quote
    purpose: Purpose
    anchor: str
    title: str
    found: Found | NotFound

    @property
    def span(self) -> Span | None:
        """Its position; nothing if it was not found, or found more than once."""
        spans = self.found.spans if isinstance(self.found, Found) else ()
        return spans[0] if len(spans) == 1 else None


@dataclass(frozen=True, slots=True)
class EarlierText:
    """An earlier edition, its text, and what became of each sentence in the next edition."""

    edition: schema.Edition
    source: SourceText
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class DirectivePassages:
    """The source text of a directive and every quote from it, in the order of the record.

    ``earlier`` are the editions before it, the oldest first.
    """

    source: SourceText
    quotations: tuple[Quotation, ...]
    earlier: tuple[EarlierText, ...] = ()

    @cached_property
    def located(self) -> tuple[tuple[Quotation, Span], ...]:
        """The quotes that are in the source exactly once, with their positions."""
        return tuple((each, each.span) for each in self.quotations if each.span)

    @property
    def complete(self) -> bool:
        """Whether every quote was located; the others are errors."""
        return len(self.located) == len(self.quotations)

    @cached_property
    def coverage(self) -> Coverage:
        """How much of the source is quoted, and how much is background; struck words ask nothing either."""
        background = [span for each, span in self.located if each.purpose is Purpose.BACKGROUND]
        others = [span for each, span in self.located if each.purpose is not Purpose.BACKGROUND]
        return cover(self.source, others, [*background, *self.source.struck])

    @cached_property
    def _renewed(self) -> tuple[Span, ...]:
        """The sentences that the edition before this one did not have in these words."""
        matches = self.earlier[-1].matches if self.earlier else ()
        return tuple(each.new for each in matches if each.new and each.fate in {Fate.CHANGED, Fate.ADDED})

    def renewed_since(self, span: Span) -> schema.Edition | None:
        """The edition before, if it does not have some sentence of a passage in these words."""
        after = bisect.bisect_right(self._renewed, span.start, key=lambda each: each.end)
        is_new = after < len(self._renewed) and self._renewed[after].start < span.end
        return self.earlier[-1].edition if is_new else None

    @cached_property
    def _by_place(self) -> Mapping[Place, tuple[Quotation, Span]]:
        return {each.quote.place: (each, span) for each, span in self.located}

    def of(self, quote: schema.Quote) -> tuple[Quotation, Span]:
        """A quote of the record, located.

        Raises:
            KeyError: it is not in the source exactly once (the checks were not run).
        """
        return self._by_place[quote.place]

    def text_of(self, quote: schema.Quote) -> str | None:
        """The words of the source that a quote selects; nothing where it does not stand there once."""
        found = self._by_place.get(quote.place)
        return self.source.text[found[1].start : found[1].end] if found else None


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of every directive that has a source that could be read."""

    by_record: Mapping[str, DirectivePassages]

    def of(self, directive: schema.Directive) -> DirectivePassages | None:
        """Those of one directive; nothing if it has no source."""
        return self.by_record.get(directive.place.file)


def find_passages(raw: RawCorpus) -> Passages:
    """Split every source and locate every quote in it."""
    return Passages({d.place.file: found for d in raw.directives if (found := _passages(d, raw))})


def _passages(directive: schema.Directive, raw: RawCorpus) -> DirectivePassages | None:
    text = raw.sources.get(directive.place.file)
    if directive.source is None or text is None:
        return None
    source = read_source(text, directive.source.file, wrapped=directive.source.wrapped)
    quotes = [(quote, locate(source, quote.quote)) for quote in _quotes(directive)]
    anchors = numbered(quote.name or _background_name(source, found) for quote, found in quotes)
    return DirectivePassages(
        source,
        tuple(
            Quotation(quote.quote, quote.purpose, anchor, quote.title, found)
            for anchor, (quote, found) in zip(anchors, quotes, strict=True)
        ),
        tuple(_earlier(directive.source, raw.editions.get(directive.place.file, {}), source)),
    )


def _earlier(raw: schema.Source, texts: Mapping[str, str], present: SourceText) -> Iterator[EarlierText]:
    """The earlier editions that could be read, each compared with the next."""
    editions = [each for each in raw.editions if each.file in texts]
    sources = [read_source(texts[each.file], each.file, wrapped=raw.wrapped) for each in editions]
    for edition, (old, new) in zip(editions, pairwise([*sources, present]), strict=True):
        yield EarlierText(edition, old, align(old, new))


def _background_name(source: SourceText, found: Found | NotFound) -> str:
    """Background has no id, so it is named by its words; an invalid one has no name."""
    spans = found.spans if isinstance(found, Found) else ()
    return background_name(source, spans[0]) if len(spans) == 1 else "b-"


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote before it is located; ``name`` is empty for background."""

    name: str
    purpose: Purpose
    title: str
    quote: schema.Quote


def _quotes(directive: schema.Directive) -> Iterator[_Quote]:
    for task in directive.tasks:
        yield from _of_measure(task)
    yield from _of_targets(directive.targets)
    for section in directive.sections:
        yield from _of_section(section)
    for number, relation in enumerate(directive.relations, 1):
        if relation.quote:
            title = f"{relation.kind.value} {relation.called}"
            yield _Quote(f"r-{number}", Purpose.RELATION, title, relation.quote)
    for number, rule in enumerate(directive.rules, 1):
        yield _Quote(f"rule-{number}", Purpose.RULE, f"rule: {rule.rule.value}", rule.quote)
    for mark in directive.background:
        yield _Quote("", Purpose.BACKGROUND, f"background: {mark.reason.first}", mark)


def _of_measure(measure: schema.Measure) -> Iterator[_Quote]:
    for quote in measure.quotes:
        yield _Quote(f"q-{measure.id}", Purpose.TASK, _name(measure), quote)
    yield from _of_targets(measure.targets)
    for part in measure.measures:
        yield from _of_measure(part)


def _of_targets(targets: Iterable[schema.Target]) -> Iterator[_Quote]:
    for target in targets:
        if target.quote:
            yield _Quote(f"f-{target.id}", Purpose.TARGET, target.metric.first, target.quote)


def _name(measure: schema.Measure) -> str:
    return measure.title.first if measure.title else measure.label or measure.id


def _of_section(section: schema.Section) -> Iterator[_Quote]:
    for quote in section.quotes:
        yield _Quote(f"s-{section.id}", Purpose.SECTION, section.title.first, quote)
    for part in section.sections:
        yield from _of_section(part)
