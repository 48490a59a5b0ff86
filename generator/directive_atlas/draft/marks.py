"""What a draft sets aside, as background, and what no rule has understood."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from directive_atlas.draft.model import Aside, Draft, Part, PartKind
from directive_atlas.passages import SourceText, Span, cover, merged
from directive_atlas.problems import Wording


def quoted_in(draft: Draft) -> tuple[Span, ...]:
    """The passages that tasks, sections, relations and rules quote."""
    parts = (span for part in draft.parts for each in walk(part) for span in each.quotes)
    relations = (relation.span for relation in draft.relations)
    return (*parts, *relations, *(rule.span for rule in draft.rules))


def walk(part: Part) -> Iterator[Part]:
    """A part and those in it, in the order of the text."""
    yield part
    for each in part.parts:
        yield from walk(each)


def asides_of(draft: Draft, source: SourceText) -> tuple[Aside, ...]:
    """What is set aside, without the words that tasks quote: a task takes precedence."""
    tasks = [s for p in draft.parts for e in walk(p) if e.kind is not PartKind.SECTION for s in e.quotes]
    known = merged(tasks)
    left = [
        Aside(span, aside.reason, aside.why)
        for aside in sorted(draft.asides, key=lambda each: each.span)
        for within in _paragraphs(source, aside.span)
        for span in _without(within, known)
        if any(map(str.isalnum, source.text[span.start : span.end]))
    ]
    return tuple(_joined(source, left))


def _paragraphs(source: SourceText, span: Span) -> Iterator[Span]:
    """The parts of a span by paragraph."""
    first = bisect.bisect_right(source.paragraphs, span.start, key=lambda each: each.span.end)
    for paragraph in source.paragraphs[first:]:
        if paragraph.span.start >= span.end:
            return
        yield Span(max(span.start, paragraph.span.start), min(span.end, paragraph.span.end))


def _joined(source: SourceText, asides: Iterable[Aside]) -> Iterator[Aside]:
    """Those of one paragraph that follow each other with one reason as one; none within one before it."""
    last: Aside | None = None
    for aside in asides:
        if last and aside.span.end <= last.span.end:
            continue
        if last and aside.reason == last.reason and _touch(source, last.span, aside.span):
            last = replace(last, span=Span(last.span.start, aside.span.end))
            continue
        yield from [last] if last else []
        last = aside
    yield from [last] if last else []


def _touch(source: SourceText, before: Span, after: Span) -> bool:
    """Whether there is no word between two passages, and no end of a paragraph."""
    between = source.text[before.end : max(before.end, after.start)]
    return not any(map(str.isalnum, between)) and after.start < source.paragraph_at(before.start).span.end


def runs(source: SourceText, asides: Sequence[Aside]) -> Iterator[tuple[Aside, int, int]]:
    """Whole paragraphs that follow each other with one reason: the first and last number; 0 for words.

    A paragraph counts as whole if an aside has all of its letters.
    """
    numbered = [(aside, _whole(source, aside.span)) for aside in asides]
    for _, group in groupby(enumerate(numbered), key=_run):
        entries = [each for _, each in group]
        first, last = entries[0][1], entries[-1][1]
        if first is None or last is None:
            yield from ((aside, 0, 0) for aside, _ in entries)
        else:
            yield entries[0][0], first, last


def _run(numbered: tuple[int, tuple[Aside, int | None]]) -> tuple[Wording, int | None]:
    """What entries of one run have in common: the reason, and how far the paragraph is from the place."""
    place, (aside, paragraph) = numbered
    return aside.reason, paragraph and paragraph - place


def _whole(source: SourceText, span: Span) -> int | None:
    paragraph = source.paragraph_at(span.start)
    outside = source.text[paragraph.span.start : span.start] + source.text[span.end : paragraph.span.end]
    return None if any(map(str.isalnum, outside)) or span.end > paragraph.span.end + 1 else paragraph.number


def unread(draft: Draft, source: SourceText, asides: Iterable[Aside]) -> Iterator[Span]:
    """The runs of words that are neither quoted nor set aside, each within one paragraph."""
    coverage = cover(source, quoted_in(draft), [*(aside.span for aside in asides), *source.struck])
    for _, sentences in groupby(coverage.open, key=lambda each: each.paragraph):
        rests = [rest for sentence in sentences for rest in sentence.rest]
        yield Span(rests[0].start, rests[-1].end)


def _without(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that none of the others (sorted, apart) has."""
    start = span.start
    for index in range(bisect.bisect_right(taken, span.start, key=lambda each: each.end), len(taken)):
        if taken[index].start >= span.end:
            break
        if taken[index].start > start:
            yield Span(start, taken[index].start)
        start = max(start, taken[index].end)
    if start < span.end:
        yield Span(start, span.end)
