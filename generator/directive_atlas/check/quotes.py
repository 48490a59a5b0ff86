"""Is every quote in its source, exactly once?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.passages import (
    Found,
    NotFound,
    Passages,
    Purpose,
    Quotation,
    SourceText,
    locate,
    nearest,
    overlaps,
)
from directive_atlas.problems import Problem, Wording, either, problem, say


def quote_problems(raw: RawCorpus, passages: Passages) -> Iterator[Problem]:
    """E401 to E404 and W414 for each quote of each directive."""
    for directive in raw.directives:
        if own := passages.of(directive):
            for each in own.quotations:
                yield from _problems(own.source, each)
        elif not directive.source and directive.id not in raw.unreadable.ids:
            yield from (problem("E404", quote.place) for quote in records_in(directive, schema.Quote))


def both_ways(passages: Passages) -> Iterator[Problem]:
    """W413: background that overlaps words quoted by a task."""
    for own in passages.by_record.values():
        tasks = [span for each, span in own.located if each.purpose is Purpose.TASK]
        marks = {span: each for each, span in own.located if each.purpose is Purpose.BACKGROUND}
        for span in overlaps(marks, tasks):
            yield problem("W413", marks[span].quote.place)


def _problems(source: SourceText, each: Quotation) -> Iterator[Problem]:
    quote, found = each.quote, each.found
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
        key = "exact" if quote.exact else "at"
        yield problem("E402", quote.at(key), _which(source, each), count=len(found.spans), file=source.file)
    elif each.purpose is not Purpose.BACKGROUND and any(overlaps(source.struck, found.spans)):
        yield problem("W414", quote.place, file=source.file)


def _which(source: SourceText, each: Quotation) -> Wording | None:
    """How to tell which of several places is meant."""
    if each.quote.exact:
        named = each.quote.paragraph or each.quote.label
        return say("add prefix: or suffix: (the words before or after it)") if named else None
    spans = each.found.spans if isinstance(each.found, Found) else ()
    places = (source.paragraph_at(span.start) for span in spans)
    listed = either(say("{number} ({label})", number=place.number, label=place.label) for place in places)
    hint = say("write more of its label, or the heading before it, or instead of at: paragraph: {numbers}")
    return hint.with_words({"numbers": listed})


def _missing(source: SourceText, quote: schema.Quote) -> Problem:
    exact = quote.exact or ""
    anywhere = locate(source, schema.Quote(exact=exact))
    if isinstance(anywhere, Found) and anywhere.spans:
        hint = say("the words are there, but not with this prefix, suffix or position: correct those")
    else:
        hint = nearest(source, exact)
    return problem("E401", quote.at("exact"), hint, file=source.file)
