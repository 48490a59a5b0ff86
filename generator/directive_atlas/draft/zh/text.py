"""A text with the names of bodies that stand in it, found once for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.model import Body
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.passages import SourceText, Span


@dataclass(frozen=True)
class Reading:
    """A source text and the names that it is read with."""

    source: SourceText
    names: Names
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """The ids of those whom 你 and 我 mean, in 你市 and 我部."""

    recipient: Body | None = None
    """The only body to which the paper is addressed."""

    @property
    def text(self) -> str:
        """The words of the source."""
        return self.source.text

    @cached_property
    def known(self) -> Mapping[int, Body]:
        """The bodies of the site and of the registries that the text names, by where they begin."""
        whole = Span(0, len(self.text))
        return {body.span.start: body for body in self.names.within(self.text, whole)}

    def words(self, span: Span) -> str:
        """The words of a passage."""
        return self.text[span.start : span.end]

    def named(self, span: Span) -> Body:
        """The body that a passage is the whole name of, with its id if it is known."""
        for body in self.names.within(self.text, span):
            if body.span == span:
                return body
        words = self.words(span)
        return Body(words, self.pronouns.get(words[:1]) if len(words) == 2 else None, span)

    def sentences(self, span: Span) -> Iterator[Span]:
        """The sentences of a passage, cut at its ends."""
        for paragraph in self.paragraphs(span):
            for each in paragraph:
                start, end = max(each.start, span.start), min(each.end, span.end)
                if start < end and self.text[start:end].strip():
                    yield trimmed(self.text, Span(start, end))

    def paragraphs(self, span: Span) -> Iterator[tuple[Span, ...]]:
        """The sentences of each paragraph that a passage touches."""
        start = span.start
        while start < span.end and self.source.paragraphs and start < self.source.paragraphs[-1].span.end:
            paragraph = self.source.paragraph_at(start)
            if paragraph.span.start >= span.end:
                return
            yield paragraph.sentences
            start = paragraph.span.end + 1


def trimmed(text: str, span: Span) -> Span:
    """A passage without the white space at its ends."""
    words = text[span.start : span.end]
    lead, trail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return Span(span.start + lead, max(span.start + lead, span.end - trail))


def clauses(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of a passage between some marks, without them."""
    start = span.start
    for mark in marks.finditer(text, span.start, span.end):
        if mark.start() > start:
            yield Span(start, mark.start())
        start = mark.end()
    if start < span.end:
        yield Span(start, span.end)


def blanked(piece: str, spans: Iterable[Span]) -> str:
    """A text of the same length in which some passages, given in order, are signs without meaning."""
    kept: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at:
            kept += [piece[at : span.start], "#" * (span.end - span.start)]
            at = span.end
    return "".join((*kept, piece[at:]))


def without_titles(text: str, span: Span) -> str:
    """The words of a passage with the titles and numbers of other papers blanked."""
    titles = brackets(text, span, "《〔")
    moved = (Span(title.start - span.start, title.end - span.start) for title in titles)
    return blanked(text[span.start : span.end], moved)


def outside(pattern: re.Pattern[str], text: str, span: Span, skip: Sequence[Span]) -> Iterator[re.Match[str]]:
    """What a pattern finds in a passage, without what begins in some others."""
    for match in pattern.finditer(text, span.start, span.end):
        if not any(each.start <= match.start() < each.end for each in skip):
            yield match
