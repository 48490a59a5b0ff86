"""Every quote of a directive with the name of its passage, and what it was quoted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.record import Languages
from directive_atlas.passages.coverage import Coverage, cover
from directive_atlas.passages.locate import Found, locate
from directive_atlas.passages.passages import background_name, numbered
from directive_atlas.passages.text import SourceText, Span


@dataclass(frozen=True, slots=True)
class Located:
    """A quote and where it stands; ``title`` is that of the task, or says what else it is for."""

    anchor: str
    title: str
    quote: schema.Quote
    span: Span


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes that stand in the source once; ``whole`` unless others do not, which are errors."""

    located: tuple[Located, ...]
    whole: bool


def quotes_of(directive: schema.Directive, source: SourceText) -> Quotes:
    """The quotes of a directive, under the names that their passages have on its page."""
    quotes = list(_quotes(directive))
    spans = [_span(source, quote) for _, _, quote in quotes]
    names = (
        name or (background_name(source, span) if span else "b-")
        for (name, _, _), span in zip(quotes, spans, strict=True)
    )
    found = tuple(
        Located(anchor, title, quote, span)
        for anchor, (_, title, quote), span in zip(numbered(names), quotes, spans, strict=True)
        if span
    )
    return Quotes(found, len(found) == len(quotes))


def coverage_of(source: SourceText, quotes: Quotes) -> Coverage:
    """How much of a source its directive's quotes cover: those of background, and all others."""
    background = [each.span for each in quotes.located if isinstance(each.quote, schema.Background)]
    others = [each.span for each in quotes.located if not isinstance(each.quote, schema.Background)]
    return cover(source, others, background)


def _span(source: SourceText, quote: schema.Quote) -> Span | None:
    found = locate(source, quote)
    return found.spans[0] if isinstance(found, Found) and len(found.spans) == 1 else None


def _quotes(directive: schema.Directive) -> Iterator[tuple[str, str, schema.Quote]]:
    """Name (empty for background, which is named by its words), title and quote."""
    for task in directive.tasks:
        yield from _of_measure(task)
    for section in directive.sections:
        yield from _of_section(section)
    for number, relation in enumerate(directive.relations, 1):
        if relation.quote:
            yield f"r-{number}", f"{relation.kind.value} {relation.to}", relation.quote
    for mark in directive.background:
        yield "", f"background: {_words(mark.reason)}", mark


def _of_measure(measure: schema.Measure) -> Iterator[tuple[str, str, schema.Quote]]:
    for quote in measure.quotes:
        yield f"q-{measure.id}", _words(measure.title), quote
    for part in measure.measures:
        yield from _of_measure(part)


def _of_section(section: schema.Section) -> Iterator[tuple[str, str, schema.Quote]]:
    for quote in section.quotes:
        yield f"s-{section.id}", _words(section.title), quote
    for part in section.sections:
        yield from _of_section(part)


def _words(text: Languages) -> str:
    return text.zh or text.en or ""
