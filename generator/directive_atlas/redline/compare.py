"""From aligned sentences to changes, each with the times, bodies and tasks that it moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.passages import Match, SourceText, Span, dates_in, durations_in
from directive_atlas.redline.model import Change, Moved, Redline
from directive_atlas.redline.named import Bodies
from directive_atlas.redline.pieces import pieces
from directive_atlas.redline.resting import Resting
from directive_atlas.vocabulary.editions import Fate


@dataclass(frozen=True, slots=True)
class Edition:
    """One of two texts, with what rests on its sentences."""

    source: SourceText
    resting: Resting

    def words(self, span: Span | None) -> str:
        """The words of a sentence on one line; none where it does not stand in this text."""
        return " ".join(self.source.text[span.start : span.end].split()) if span else ""

    def keys(self, span: Span | None) -> tuple[str, ...]:
        """What rests on a sentence of this text."""
        return self.resting.get(span, ()) if span else ()


def redline(matches: Sequence[Match], old: Edition, new: Edition, bodies: Bodies) -> Redline:
    """All sentences that are not as they were."""
    changed = [each for each in matches if each.fate is not Fate.KEPT]
    return Redline(tuple(_changes(changed, old, new, bodies)), len(matches) - len(changed))


def _changes(matches: Sequence[Match], old: Edition, new: Edition, bodies: Bodies) -> Iterator[Change]:
    for match in matches:
        before, after = old.words(match.old), new.words(match.new)
        moved = match.fate is Fate.MOVED
        yield Change(
            match.fate,
            match.old,
            match.new,
            pieces(before if not moved else after, after),
            Moved() if moved else _moved(_times(before), _times(after)),
            Moved() if moved else _moved(bodies.within(before), bodies.within(after)),
            old.keys(match.old),
            new.keys(match.new),
        )


def _times(text: str) -> tuple[str, ...]:
    """The dates and durations that a text names, as it writes them."""
    return tuple(dict.fromkeys(each.words for found in (dates_in, durations_in) for each in found(text)))


def _moved(before: Sequence[str], after: Sequence[str]) -> Moved:
    return Moved(
        tuple(each for each in before if each not in after),
        tuple(each for each in after if each not in before),
    )
