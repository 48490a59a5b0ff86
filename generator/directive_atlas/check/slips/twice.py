"""Do two tasks quote the very same words?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.check.slips.placed import Found
from directive_atlas.passages import Span
from directive_atlas.problems import Problem, problem


def quoted_twice(found: Found) -> Iterator[Problem]:
    """E438: a task or measure whose quotes are those of a record of another task, all of them.

    Measures of one task may share a passage, and a sentence on two tasks may stand in both.
    """
    for every in found:
        first: dict[tuple[Span, ...], str] = {}
        for each in every:
            task = first.setdefault(each.own, each.task.id) if each.own else each.task.id
            if task != each.task.id:
                yield problem("E438", each.measure.quotes[0].place, task=task)
