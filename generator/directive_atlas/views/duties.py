"""Those who have one role in a task together, as one text names them: “A, B and others”."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.resolve.model import Duty


def runs(duties: Iterable[Duty]) -> list[tuple[Duty, ...]]:
    """The actors of a task in the order of the text.

    Each stands alone, but one after whom the list goes on stands with those of its role before it.
    """
    found: list[tuple[Duty, ...]] = []
    for duty in duties:
        found.append((duty,))
        if duty.and_others:
            while len(found) > 1 and _goes_on(found[-2][-1], duty):
                found[-2:] = [found[-2] + found[-1]]
    return found


def _goes_on(before: Duty, last: Duty) -> bool:
    """Whether one actor is in the list that another one ends."""
    return _terms(before) == _terms(last) and not before.and_others


def _terms(duty: Duty) -> tuple[object, ...]:
    """What a list shows behind the names of those who stand together."""
    return duty.role, duty.basis, duty.each, duty.chosen_by
