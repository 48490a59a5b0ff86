"""Do the quotes of measures lie where their task does, and those of tasks in the order of the text?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from directive_atlas.check.slips.placed import Found, Placed, named
from directive_atlas.passages import Span
from directive_atlas.problems import Problem, problem


def outside_of_their_task(found: Found) -> Iterator[Problem]:
    """E436: a measure begins with words that another task quotes, outside of its own task's part of the text.

    Words elsewhere that no other task quotes are none: answers at the end of a directive add to a task.
    """
    for every in found:
        tasks = {each.measure.id: each for each in every if not each.above and each.own}
        starts = sorted(each.own[0].start for each in tasks.values())
        for each in every:
            task = tasks.get(each.task.id)
            if each.above and each.own and task and not _within(task, each.own[0], starts):
                yield from _taken(each, every)


def _within(task: Placed, span: Span, starts: Sequence[int]) -> bool:
    """Whether a passage lies between the beginning of a task and the next one, or in a paragraph of it."""
    paragraphs = [task.source.paragraph_at(own.start).span for own in task.own]
    end = next((start for start in starts if start > task.own[0].start), len(task.source.text))
    return paragraphs[0].start <= span.start < end or any(p.start <= span.start < p.end for p in paragraphs)


def _taken(each: Placed, every: Sequence[Placed]) -> Iterator[Problem]:
    first = each.own[0]
    for other in every:
        shares = any(span.start < first.end and first.start < span.end for span in other.own)
        if shares and other.task.id != each.task.id:
            place = each.measure.quotes[0].place
            yield problem("E436", place, task=named(each.task), other=named(other.task))
            return


def out_of_order(found: Found) -> Iterator[Problem]:
    """W437: a task whose first quote stands before that of the task above it.

    A section has its own tasks before the sections in it, so there the one above may stand later in the text.
    """
    for every in found:
        tasks = [each for each in every if not each.above and each.own]
        for before, after in pairwise(tasks):
            if after.own[0].start < before.own[0].start and not _is_around(before, after):
                yield problem("W437", after.measure.quotes[0].place, task=named(before.measure))


def _is_around(before: Placed, after: Placed) -> bool:
    """Whether a task stands in no section, or directly in one around that of the other."""
    outer, inner = ([section.id for section in each.sections] for each in (before, after))
    return len(outer) < len(inner) and outer == inner[: len(outer)]
