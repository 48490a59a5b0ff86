"""Does every quote stand in its source, once?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.passages import (
    Found,
    NotFound,
    SourceText,
    locate,
    nearest,
    overlaps,
    quotes_of,
    source_of,
)
from directive_atlas.problems import Problem, problem


def quote_problems(raw: RawCorpus) -> Iterator[Problem]:
    """E401 to E404 for each quote of each directive."""
    for directive in raw.directives:
        quotes = records_in(directive, schema.Quote)
        if source := source_of(directive, raw):
            for quote in quotes:
                yield from _problems(source, quote)
        elif not directive.source and directive.id not in raw.unreadable.ids:
            yield from (problem("E404", quote.place) for quote in quotes)


def both_ways(raw: RawCorpus) -> Iterator[Problem]:
    """W413: background that lies on words which a task quotes."""
    for directive in raw.directives:
        source = source_of(directive, raw)
        found = quotes_of(directive, source).located if source else ()
        tasks = [each.span for each in found if each.anchor.startswith("q-")]
        marks = {each.span: each for each in found if isinstance(each.quote, schema.Background)}
        for span in overlaps(marks, tasks):
            yield problem("W413", marks[span].quote.place)


def _problems(source: SourceText, quote: schema.Quote) -> Iterator[Problem]:
    found = locate(source, quote)
    if isinstance(found, NotFound):
        yield problem(
            "E403",
            quote.at(found.key),
            file=source.file,
            what=found.what,
            available=found.available,
        )
    elif not found.spans:
        yield _missing(source, quote)
    elif len(found.spans) > 1:
        hint = "add prefix: or suffix: (the words before or after it)" if quote.paragraph else ""
        yield problem("E402", quote.at("exact"), hint, count=len(found.spans), file=source.file)


def _missing(source: SourceText, quote: schema.Quote) -> Problem:
    exact = quote.exact or ""
    anywhere = locate(source, schema.Quote(exact=exact))
    if isinstance(anywhere, Found) and anywhere.spans:
        hint = "the words are there, but not with this prefix, suffix or position: correct those"
    else:
        hint = nearest(source, exact)
    return problem("E401", quote.at("exact"), hint, file=source.file)
