"""The bodies that a sentence names: names that are known, titles of offices, organisations and groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.en.nouns import (
    BARE,
    DOUBLE_TITLE,
    FIRMS,
    GROUP,
    HEADS,
    LEVELS,
    LISTED,
    ORGANISATIONS,
    POST,
    QUANTIFIERS,
    SHORT,
    TITLE,
)
from directive_atlas.draft.model import Body
from directive_atlas.passages import Span

_HEAD = re.compile(rf"{POST} of (?:the )?")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A body at its place; ``each`` tells that each member of a group is meant."""

    start: int
    end: int
    body: Body = field(compare=False)
    each: bool = field(compare=False, default=False)


@dataclass(frozen=True)
class Finder:
    """Finds bodies in one text; ``shorts`` are the short forms that it defines, in order of place."""

    text: str
    names: Names
    shorts: tuple[tuple[int, str, Body], ...] = ()

    @cached_property
    def straight(self) -> str:
        """The text with straight apostrophes, as the registries write them."""
        return self.text.replace("’", "'")

    def within(self, span: Span) -> list[Mention]:
        """The bodies named in a part of the text, in order, without overlaps; the longest counts."""
        known = [*self._known(span)]
        ends = {each.start: each.end for each in known}
        patterns = [each for each in self._patterns(span) if _adds(self.text, each, ends)]
        return list(
            _longest([*known, *patterns, *self._groups(span, known), *self._defined(span), *self._bare(span)])
        )

    def _known(self, span: Span) -> Iterator[Mention]:
        """The bodies that have a record, also one whose name begins behind “the”: the President’s Council."""
        for body in self.names.within(self.straight, span):
            longer = None
            if body.words.startswith("the ") and self.straight[body.span.end : body.span.end + 2] == "'s":
                rest = Span(body.span.start + len("the "), min(span.end, body.span.end + 120))
                longer = next(
                    (b for b in self.names.within(self.straight, rest) if b.span.start == rest.start), None
                )
            found = longer or body
            yield Mention(found.span.start, found.span.end, found)

    def _patterns(self, span: Span) -> Iterator[Mention]:
        for pattern in (DOUBLE_TITLE, TITLE, *ORGANISATIONS):
            for match in pattern.finditer(self.text, span.start, span.end):
                yield self._unknown(match.start(), match.end())
        for match in LISTED.finditer(self.text, span.start, span.end):
            yield self._unknown(*match.span("name"))

    def _unknown(self, start: int, end: int) -> Mention:
        """A title or name by its pattern; the head of a body that is known means that body."""
        words = self.text[start:end].rstrip(".")
        end = start + len(words)
        inner = next(
            (b for b in self.names.within(self.straight, Span(start, end)) if b.span.end == end), None
        )
        heads = inner and _HEAD.search(self.text[start : inner.span.start]) is not None
        return Mention(start, end, Body(words, inner.id if inner and heads else None, Span(start, end)))

    def _groups(self, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
        """Groups; one begins behind a name that it would begin in: “the Department of State and agencies”."""
        for pattern in (LEVELS, HEADS, GROUP, FIRMS):
            place = span.start
            while match := pattern.search(self.text, place, span.end):
                first, last = match.span(1)
                inside = next((k.end for k in known if k.start < first < k.end < last), None)
                if inside is None:
                    yield self._group(match)
                place = inside or match.end()

    def _group(self, match: re.Match[str]) -> Mention:
        words = match[1]
        each = bool(re.match(r"(?:(?:the )?heads? of )?(?:each|every)\b", words, re.IGNORECASE))
        start = match.start(1) + (m.end() if (m := QUANTIFIERS.match(words)) else 0)
        span = Span(start, match.end(1))
        known = [b.id for b in self.names.within(self.straight, span) if b.span == span]
        body = Body(self.text[span.start : span.end], known[0] if known else None, span)
        return Mention(match.start(1), match.end(1), body, each)

    def _defined(self, span: Span) -> Iterator[Mention]:
        """Short forms where they are used: those defined before, the last of a form."""
        latest = {short: body for place, short, body in self.shorts if place < span.end}
        if not latest:
            return
        forms = "|".join(re.escape(short) for short in sorted(latest, key=len, reverse=True))
        for match in re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", self.text[span.start : span.end]):
            where = Span(span.start + match.start(), span.start + match.end())
            body = latest[match[0]]
            yield Mention(where.start, where.end, Body(body.words, body.id, where))

    def _bare(self, span: Span) -> Iterator[Mention]:
        for match in BARE.finditer(self.text, span.start, span.end):
            where = Span(match.start("post"), match.end("post"))
            yield Mention(where.start, where.end, Body(match["post"], None, where))


_MORE = re.compile(r" (?:for|to|and \w+ (?:Secretary|of|for)|and Director|of) ")
_OF_IT = re.compile(
    r"(?: [A-Z][\w-]*){0,5} (?:Task Force|Council|Board|Committee|Office"
    r"|Working Group|Center)"
)


def _adds(text: str, mention: Mention, known: Mapping[int, int]) -> bool:
    """Whether a name by its pattern is more than a known one at its beginning and words that follow it.

    ``known`` are the ends of known names by where they begin.
    """
    end = known.get(mention.start, mention.end)
    rest = text[end : mention.end]
    return end >= mention.end or bool(_OF_IT.fullmatch(rest) or _MORE.match(rest))


def _longest(found: Iterable[Mention]) -> Iterator[Mention]:
    """Of mentions that overlap the first and longest; of equal ones the one that is known."""
    last = -1
    for mention in sorted(found, key=lambda m: (m.body.span.start, -m.body.span.end, m.body.id is None)):
        if mention.body.span.start >= last:
            yield mention
            last = mention.body.span.end


def short_forms(text: str, span: Span, names: Names) -> Iterator[tuple[int, str, Body]]:
    """The short forms that a part of a text defines: “the Office of Management and Budget (OMB)”."""
    for mention in Finder(text, names).within(span):
        if match := SHORT.match(text, mention.body.span.end):
            yield mention.body.span.end, match["short"], mention.body


def resolved(mention: Mention, context: Mapping[str, Body]) -> Mention:
    """“The Secretary” as the last body that bore this title; others stay as they are."""
    if mention.body.id is None and (body := context.get(mention.body.words)):
        return replace(mention, body=Body(body.words, body.id, mention.body.span))
    return mention
