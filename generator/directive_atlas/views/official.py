"""A text as official documents lay it out (GB/T 9704): its lines by rank, without what its head repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from directive_atlas.passages import Paragraph, SourceText, Span
from directive_atlas.passages.text import Kind
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.vocabulary.folding import name_key

LONGEST_HEADING = 40
"""A first sentence of more characters is no heading, though it bears a number."""

_FIRST = re.compile(r"\s*[一二三四五六七八九十]+、")
_SECOND = re.compile(r"\s*[（(][一二三四五六七八九十]+[）)]")
_DATE = re.compile(
    r"\s*[〇○零一二三四五六七八九十\d]{4}年[一二三四五六七八九十\d]{1,2}月[一二三四五六七八九十\d]{1,3}日\s*"
)


class Rank(StrEnum):
    """What a line is in the document; its class on the sheet."""

    ADDRESSEES = "addressees"
    FIRST = "first"
    SECOND = "second"
    PLAIN = "plain"
    ROW = "row"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, verbatim, and whether they are struck through."""

    text: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text: its rank, its ``heading``, if it begins with one, and its other words."""

    rank: Rank
    heading: tuple[Run, ...]
    rest: tuple[Run, ...]


def lines_of(directive: Directive, corpus: Corpus) -> tuple[Line, ...]:
    """The paragraphs of a directive's text, behind its title, number and issuers; none without a text."""
    source = directive.source
    if source is None:
        return ()
    issuers = _names(directive.issuers, corpus)
    own = _below_head(source, directive, issuers)
    ranks = [_rank(source, each, issuers) for each in own]
    if own and ranks[0] is Rank.PLAIN and _words(source, own[0]).rstrip().endswith(("：", ":")):
        ranks[0] = Rank.ADDRESSEES
    return tuple(_line(source, each, rank) for each, rank in zip(own, ranks, strict=True))


def _names(actors: Iterable[str], corpus: Corpus) -> frozenset[str]:
    """What bodies are called, and all of them together, as texts are compared."""
    found = [corpus.actors[each] for each in actors]
    names = {name for actor in found for _, name in actor.name.values}
    names.update(alias.name for actor in found for alias in actor.aliases)
    together = "".join(actor.name.values[0][1] for actor in found)
    return frozenset(name_key(name) for name in (*names, together))


def _below_head(source: SourceText, directive: Directive, issuers: frozenset[str]) -> list[Paragraph]:
    """The paragraphs behind those that are the title, or a part of it, the number, or the issuers."""
    titles = [name_key(text) for _, text in directive.title.values]
    number, title = name_key(directive.number or ""), ""
    for place, each in enumerate(source.paragraphs):
        key = name_key(_words(source, each))
        if key == number:
            continue
        title += _without_issuers(key, issuers)
        if not any(whole.startswith(title) for whole in titles):
            return list(source.paragraphs[place:])
    return []


def _without_issuers(key: str, issuers: frozenset[str]) -> str:
    """A line of a title without the issuers that it begins with."""
    while found := next((each for each in issuers if key.startswith(each)), ""):
        key = key[len(found) :]
    return key


def _rank(source: SourceText, paragraph: Paragraph, issuers: frozenset[str]) -> Rank:
    words = _words(source, paragraph)
    if paragraph.kind is Kind.ROW:
        return Rank.ROW
    if _DATE.fullmatch(words) or name_key(words) in issuers:
        return Rank.SIGNED
    if _FIRST.match(words):
        return Rank.FIRST
    return Rank.SECOND if _SECOND.match(words) else Rank.PLAIN


def _line(source: SourceText, paragraph: Paragraph, rank: Rank) -> Line:
    span = paragraph.span
    end = _heading_end(paragraph) if rank in (Rank.FIRST, Rank.SECOND) else span.start
    return Line(
        rank,
        tuple(_runs(source, Span(span.start, end))),
        tuple(_runs(source, Span(end, span.end))),
    )


def _heading_end(paragraph: Paragraph) -> int:
    """Where the first sentence of a numbered paragraph ends, if it is short enough for a heading."""
    end = paragraph.sentences[0].end if paragraph.sentences else paragraph.span.end
    return end if end - paragraph.span.start <= LONGEST_HEADING else paragraph.span.start


def _runs(source: SourceText, span: Span) -> Iterator[Run]:
    """The words of a span, divided where a part that is struck through begins or ends."""
    struck = [each for each in source.struck if each.start < span.end and span.start < each.end]
    edges = {span.start, span.end}
    edges.update(max(each.start, span.start) for each in struck)
    edges.update(min(each.end, span.end) for each in struck)
    for start, end in pairwise(sorted(edges)):
        yield Run(source.text[start:end], any(each.start <= start < each.end for each in struck))


def _words(source: SourceText, paragraph: Paragraph) -> str:
    return source.text[paragraph.span.start : paragraph.span.end]
