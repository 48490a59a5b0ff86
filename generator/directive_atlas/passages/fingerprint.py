"""A passage within its whole sentences, and the fingerprint of what a reviewer sees there."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterable, Iterator
from itertools import pairwise

from directive_atlas.passages.text import SourceText, Span
from directive_atlas.vocabulary.folding import folded_text


def whole_sentences(source: SourceText, span: Span) -> Span:
    """From the start of the sentence in which a passage begins to the end of its last one."""
    first = source.paragraph_at(span.start).sentences
    last = source.paragraph_at(span.end - 1).sentences
    start = first[bisect.bisect_right(first, span.start, key=lambda s: s.end)].start
    end = last[bisect.bisect_left(last, span.end, key=lambda s: s.end)].end
    return Span(start, end)


def fingerprint(source: SourceText, span: Span) -> str:
    """Twelve hex digits that change if a passage or the rest of its sentences changes.

    White space and the width of punctuation do not matter, as in quotes.
    """
    around = whole_sentences(source, span)
    cuts = (around.start, span.start, span.end, around.end)
    parts = (folded_text(source.text[a:b]) for a, b in pairwise(cuts))
    return _digest("\0".join(parts), 12)


def background_name(source: SourceText, span: Span) -> str:
    """The permanent name of a background passage, computed from its words, because it has no id."""
    return f"b-{_digest(folded_text(source.text[span.start : span.end]), 8)}"


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Names made unique: the second of a kind gets ``--2``, and so on."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}--{seen[name]}"


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
