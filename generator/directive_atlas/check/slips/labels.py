"""Is the number of a label the one with which the passage begins in the source?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from directive_atlas.check.slips.placed import Found, Placed
from directive_atlas.passages import Span, entry_number, label_numbers
from directive_atlas.problems import Problem, problem


def wrong_labels(found: Found) -> Iterator[Problem]:
    """E435: a label whose number none of the quotes begins with, where both can be read."""
    for each in chain.from_iterable(found):
        label = each.measure.label
        numbers = label_numbers(label) if label else ()
        begun = [_agrees(each, span, numbers) for span in each.own] if numbers else []
        if False in begun and True not in begun:
            words = each.text(each.own[begun.index(False)])
            yield problem("E435", each.measure.at("label"), label=label, words=_beginning(words))


def _agrees(each: Placed, span: Span, numbers: tuple[frozenset[int], ...]) -> bool | None:
    """Whether a quote, or else its paragraph, begins with the label's number; nothing without a number.

    The paragraph may be that of an entry further out: any number of the label will do.
    """
    if begins := entry_number(each.text(span)):
        return bool(begins & numbers[-1])
    if begins := entry_number(each.text(each.source.paragraph_at(span.start).span)):
        return any(begins & number for number in numbers)
    return None


def _beginning(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
