"""How much of a source is read: the words that tasks quote, and those that are background.

Only letters and digits of any script count, not punctuation and white space. The cost grows with the text and
with the number of spans, not with their product.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.passages.obligations import obligations
from directive_atlas.passages.text import SourceText, Span


class CoverageState(StrEnum):
    """How far a sentence is read: quoted, all read but partly as background, in part, not at all."""

    QUOTED = "quoted"
    BACKGROUND = "background"
    PARTLY = "partly"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that has words, in the paragraph of that number.

    ``rest`` are the unread runs, each from its first to its last letter or digit; ``duties`` the binding
    words of an open sentence, wherever in it they are. ``letters`` counts the letters and digits of the
    sentence, ``open_letters`` those in ``rest``.
    """

    paragraph: int
    span: Span
    state: CoverageState
    rest: tuple[Span, ...]
    duties: tuple[Span, ...]
    letters: int
    open_letters: int

    @property
    def is_open(self) -> bool:
        """Whether some of its words are neither quoted nor background."""
        return bool(self.rest)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences of a source, in order, each with how far it is read."""

    sentences: tuple[Sentence, ...]

    @property
    def share(self) -> int:
        """The percentage of letters and digits that are read, rounded down: 100 means all."""
        letters = sum(sentence.letters for sentence in self.sentences)
        left = sum(sentence.open_letters for sentence in self.sentences)
        return 100 * (letters - left) // letters if letters else 100

    @property
    def open(self) -> tuple[Sentence, ...]:
        """The sentences that are read in part or not at all."""
        return tuple(sentence for sentence in self.sentences if sentence.is_open)

    @property
    def binding(self) -> tuple[Sentence, ...]:
        """The open sentences that have a binding word."""
        return tuple(sentence for sentence in self.sentences if sentence.duties)

    def count(self, state: CoverageState) -> int:
        """The number of sentences in a state."""
        return sum(sentence.state == state for sentence in self.sentences)


def cover(source: SourceText, quoted: Iterable[Span], background: Iterable[Span]) -> Coverage:
    """The coverage of each sentence by the two kinds of span; quoted takes precedence over background."""
    quoted = tuple(quoted)
    quotes, known = merged(quoted), merged([*quoted, *background])
    found = (
        _sentence(source.text, paragraph.number, span, quotes, known)
        for paragraph in source.paragraphs
        for span in paragraph.sentences
    )
    return Coverage(tuple(sentence for sentence in found if sentence.letters))


def _sentence(text: str, paragraph: int, span: Span, quotes: list[Span], known: list[Span]) -> Sentence:
    rest = tuple(_rest(text, span, known))
    duties = tuple(obligations(text, span)) if rest else ()
    letters, left = _letters(text, span), sum(_letters(text, run) for run in rest)
    read = sum(_letters(text, run) for run in _inside(quotes, span))
    return Sentence(paragraph, span, _state(letters, left, read), rest, duties, letters, left)


def _state(letters: int, left: int, read: int) -> CoverageState:
    """The state of a sentence by its letters, the unread ones and the quoted ones."""
    if left:
        return CoverageState.UNCOVERED if left == letters else CoverageState.PARTLY
    return CoverageState.QUOTED if read else CoverageState.BACKGROUND


def overlaps(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Those of the spans that overlap one of the others."""
    known = merged(others)
    for span in spans:
        if any(_inside(known, span)):
            yield span


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters as sorted spans that do not touch."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _inside(spans: Sequence[Span], window: Span) -> Iterator[Span]:
    """The parts of the spans (sorted, not touching) that are in a window."""
    for index in range(bisect.bisect_right(spans, window.start, key=lambda s: s.end), len(spans)):
        if spans[index].start >= window.end:
            return
        yield Span(max(spans[index].start, window.start), min(spans[index].end, window.end))


def _rest(text: str, window: Span, known: Sequence[Span]) -> Iterator[Span]:
    """The runs of words in a window that no span covers."""
    start = window.start
    for span in (*_inside(known, window), Span(window.end, window.end)):
        words = [index for index in range(start, span.start) if text[index].isalnum()]
        if words:
            yield Span(words[0], words[-1] + 1)
        start = span.end


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))
