"""Two editions of a text, sentence by sentence: which stayed, moved, changed, came and went.

The longest row of equal sentences that have the same order in both editions stayed, so that one of several
equal sentences can go without the others seeming to move; other equal ones moved. What is left between two
that stayed is paired by likeness, and at last what is left at all, since a sentence may have moved and
changed. The cost grows with the texts: likeness is only computed between sentences that stand about as far
into their gap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from directive_atlas.passages.text import SourceText, Span
from directive_atlas.vocabulary.editions import Fate
from directive_atlas.vocabulary.folding import folded_text

_ALIKE = 0.5
"""From which share of common characters on a sentence is another one changed, not a new one."""
_NEAR = 30
"""How many sentences of a gap are compared with one of the other edition."""


@dataclass(frozen=True, slots=True)
class Match:
    """One sentence, and what became of it; ``old`` and ``new`` are its places in the two texts."""

    fate: Fate
    old: Span | None
    new: Span | None


def align(old: SourceText, new: SourceText) -> tuple[Match, ...]:
    """Every sentence of both texts once, in the order of the new one; dropped ones where they stood."""
    before, after = _Sentences.of(old), _Sentences.of(new)
    held = set(_in_order(before.words, after.words))
    pairs = dict(held) | _equal(before.words, after.words, dict(held))
    alike = dict(_alike(before.words, after.words, pairs, held))
    return tuple(_matches(before, after, pairs | alike, held))


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a text that have words; ``words`` are folded, so that white space does not count."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, source: SourceText) -> _Sentences:
        spans = [span for paragraph in source.paragraphs for span in paragraph.sentences]
        words = [folded_text(source.text[span.start : span.end]) for span in spans]
        kept = [n for n, text in enumerate(words) if any(map(str.isalnum, text))]
        return cls(tuple(spans[n] for n in kept), tuple(words[n] for n in kept))


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The longest row of equal sentences that rises in both texts: those that were not moved."""
    numbers = {text: number for number, text in enumerate(dict.fromkeys((*old, *new)))}
    blocks = LCSseq.opcodes([numbers[text] for text in old], [numbers[text] for text in new])
    for block in blocks:
        if block.tag == "equal":
            yield from zip(
                range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True
            )


def _equal(old: Sequence[str], new: Sequence[str], held: Mapping[int, int]) -> dict[int, int]:
    """Other sentences of the old text, each with the equal one of the new: the first with the first."""
    waiting: dict[str, list[int]] = defaultdict(list)
    taken = set(held.values())
    for place in range(len(new) - 1, -1, -1):
        if place not in taken:
            waiting[new[place]].append(place)
    rest = ((place, text) for place, text in enumerate(old) if place not in held)
    return {place: waiting[text].pop() for place, text in rest if waiting.get(text)}


def _alike(
    old: Sequence[str], new: Sequence[str], pairs: dict[int, int], held: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The sentences that are most alike: within each gap between held pairs, then of what is left."""
    used_old, used_new = set(pairs), set(pairs.values())
    ends = [(-1, -1), *sorted(held), (len(old), len(new))]
    gaps = [((a + 1, c), (b + 1, d)) for (a, b), (c, d) in pairwise(ends)]
    for before, after in [*gaps, ((0, len(old)), (0, len(new)))]:
        gone = [place for place in range(*before) if place not in used_old]
        come = [place for place in range(*after) if place not in used_new]
        for x, y in _paired(old, new, gone, come):
            used_old.add(x)
            used_new.add(y)
            yield x, y


def _paired(
    old: Sequence[str], new: Sequence[str], gone: Sequence[int], come: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of a gap, the most alike first; each sentence at most once."""
    found = [
        (-LCSseq.normalized_similarity(old[x], new[y], score_cutoff=_ALIKE), abs(n - m), x, y)
        for n, x in enumerate(gone)
        for m, y in _near(come, n, len(gone))
    ]
    used_old, used_new = set[int](), set[int]()
    for likeness, _, x, y in sorted(found):
        if likeness and x not in used_old and y not in used_new:
            used_old.add(x)
            used_new.add(y)
            yield x, y


def _near(come: Sequence[int], number: int, length: int) -> Iterator[tuple[int, int]]:
    """The new sentences about as far into their gap as an old one is into its own."""
    middle = number * len(come) // length
    first = max(0, middle - _NEAR)
    return enumerate(come[first : middle + _NEAR + 1], first)


def _matches(
    before: _Sentences, after: _Sentences, pairs: dict[int, int], held: set[tuple[int, int]]
) -> Iterator[Match]:
    """The sentences in the order of the new text, dropped ones behind the one that they followed."""
    came_from = {new: old for old, new in pairs.items()}
    behind = _dropped(len(before.spans), pairs)
    yield from (Match(Fate.DROPPED, before.spans[place], None) for place in behind[-1])
    for place, span in enumerate(after.spans):
        source = came_from.get(place)
        if source is None:
            yield Match(Fate.ADDED, None, span)
            continue
        yield Match(_fate(before, after, (source, place), held), before.spans[source], span)
        yield from (Match(Fate.DROPPED, before.spans[gone], None) for gone in behind[source])


def _fate(before: _Sentences, after: _Sentences, pair: tuple[int, int], held: set[tuple[int, int]]) -> Fate:
    if before.words[pair[0]] != after.words[pair[1]]:
        return Fate.CHANGED
    return Fate.KEPT if pair in held else Fate.MOVED


def _dropped(length: int, pairs: dict[int, int]) -> dict[int, list[int]]:
    """Sentences without a counterpart, by the last one before them that has one; -1 at the beginning."""
    behind: dict[int, list[int]] = defaultdict(list)
    last = -1
    for place in range(length):
        if place in pairs:
            last = place
        else:
            behind[last].append(place)
    return behind
