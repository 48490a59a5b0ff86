"""Where the passages of a text stand in its new edition, and whether they say the same."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from directive_atlas.passages import Match, SourceText, Span, align
from directive_atlas.vocabulary.editions import Fate


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a passage: the same words at ``span``, other words there, or nothing."""

    fate: Fate
    span: Span | None = None


@dataclass(frozen=True)
class Editions:
    """Two editions of a text, aligned."""

    old: SourceText
    new: SourceText

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Each sentence, with what became of it."""
        return align(self.old, self.new)

    @cached_property
    def _old(self) -> Sequence[Match]:
        return sorted((each for each in self.matches if each.old), key=lambda each: each.old or Span(0, 0))

    @cached_property
    def _by_new(self) -> Mapping[Span, Match]:
        return {each.new: each for each in self.matches if each.new}

    def carried(self, span: Span) -> Carried:
        """Where a passage of the old text is now."""
        found = self._overlapping(span)
        if not found or all(each.new is None for each in found):
            return Carried(Fate.DROPPED)
        there = [each.new for each in found if each.new]
        around = Span(min(there).start, max(there).end)
        same = all(each.fate in {Fate.KEPT, Fate.MOVED} for each in found)
        exact = self._shifted(span, found[0]) if same else None
        if exact and self._words(self.old, span) == self._words(self.new, exact):
            return Carried(Fate.KEPT, exact)
        apart = self._words(self.new, around) != "".join(self._words(self.new, each) for each in there)
        return Carried(Fate.CHANGED, there[0] if apart else around)

    def kept_in(self, span: Span) -> Iterator[Span]:
        """The sentences of a passage of the old text that stayed, where they are in the new one."""
        for each in self._overlapping(span):
            if each.new and each.fate is not Fate.CHANGED:
                yield each.new

    def _overlapping(self, span: Span) -> Sequence[Match]:
        """The sentences of the old text that a passage has words of."""
        first = bisect.bisect_right(self._old, span.start, key=lambda each: each.old.end if each.old else 0)
        last = bisect.bisect_left(self._old, span.end, key=lambda each: each.old.start if each.old else 0)
        return self._old[first:last]

    def _shifted(self, span: Span, first: Match) -> Span | None:
        """The passage as far from the beginning of its first sentence; white space is not counted."""
        if not (first.old and first.new):
            return None
        old, new = self.old.folded, self.new.folded
        distance = old.index_of(span.start) - old.index_of(first.old.start)
        start = new.index_of(first.new.start) + distance
        end = start + old.index_of(span.end) - old.index_of(span.start)
        if not 0 <= start < end < len(new.offsets):
            return None
        return Span(new.offsets[start], new.offsets[end - 1] + 1)

    def _words(self, source: SourceText, span: Span) -> str:
        folded = source.folded
        return folded.text[folded.index_of(span.start) : folded.index_of(span.end)]

    def is_settled(self, sentence: Span) -> bool:
        """Whether a sentence of the new text stood in the old one, word for word."""
        match = self._by_new.get(sentence)
        return match is None or match.fate in {Fate.KEPT, Fate.MOVED}

    def sentences(self, span: Span) -> Sequence[Span]:
        """The sentences of the new text that a passage has words of."""
        paragraphs = self.new.paragraphs
        first = bisect.bisect_right(paragraphs, span.start, key=lambda each: each.span.end)
        found = []
        for paragraph in paragraphs[first:]:
            if paragraph.span.start >= span.end:
                break
            found += [s for s in paragraph.sentences if s.start < span.end and span.start < s.end]
        return found
