"""What is due, whose work it is, what is open and what was reported, counted from the records alone.

Nothing of ``views`` or ``outputs`` is used, so that each page can be compared with these counts. Words are
plain texts, as in data and addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Report, Target, Task

WORK = {"lead", "responsible", "support", "supervise", "guide"}
"""The roles that ask something of a body itself."""
OPEN = {"overdue", "not_begun", "due_soon", "ahead", "waiting", "per_case", "open", "begun"}
"""The statuses of what is not over; of ``unreported`` that is not known."""


@dataclass(frozen=True)
class Mine:
    """A task in which a body has work of its own, by itself or only as a member of a group."""

    task: Task
    through: bool


def due_in(corpus: Corpus, year: int) -> set[str]:
    """The tasks and measures of which a deadline ends in a year."""
    return {task.key for task in corpus.tasks.values() if year in _years(task)}


def _years(task: Task) -> set[int]:
    if task.timings:
        return {timing.due.last.year for timing in task.timings if timing.due}
    return {task.standing.due.last.year} if task.standing.due else set()


def figures_in(corpus: Corpus, year: int) -> int:
    """How many figures a text sets for a year: those of others, beside a text, are not due."""
    own = filter(_of_text, _targets(corpus))
    return sum(target.by is not None and target.by.last.year == year for target in own)


def with_figures_in(corpus: Corpus, year: int) -> set[str]:
    """The tasks and measures for which a text sets a figure for a year."""
    return {
        task.key
        for task in corpus.tasks.values()
        if any(_of_text(target) and target.by and target.by.last.year == year for target in task.targets)
    }


def _of_text(target: Target) -> bool:
    return target.passage is not None or target.reference is None


def _targets(corpus: Corpus) -> Iterator[Target]:
    for directive in corpus.directives.values():
        yield from directive.targets
    for task in corpus.tasks.values():
        yield from task.targets


def years(corpus: Corpus) -> list[int]:
    """The years in which something is due."""
    known = {year for task in corpus.tasks.values() for year in _years(task)}
    return sorted(known.union(target.by.last.year for target in _targets(corpus) if target.by))


def mine(corpus: Corpus, actor: str) -> list[Mine]:
    """The tasks and measures that are work of a body."""
    groups = {
        each.id for each in corpus.actors.values() if each.members and actor in _members(corpus, each.id)
    }
    found = []
    for task in corpus.tasks.values():
        asked = [duty.actor for duty in task.duties if duty.role.value in WORK]
        if actor in asked or groups.intersection(asked):
            found.append(Mine(task, actor not in asked))
    return found


def _members(corpus: Corpus, group: str) -> set[str]:
    found, ahead = set[str](), [group]
    while ahead:
        for member in corpus.actors[ahead.pop()].members:
            if member not in found:
                found.add(member)
                ahead.append(member)
    return found


def statuses(corpus: Corpus, actor: str) -> Counter[str]:
    """How the work of a body stands, by status."""
    return Counter(
        each.task.standing_of(actor, through=each.through).timeliness.value for each in mine(corpus, actor)
    )


def due_of(corpus: Corpus, actor: str) -> Counter[int]:
    """How much of the work of a body is due in each year: by its own standing, and by deadlines beside it."""
    found = Counter[int]()
    for each in mine(corpus, actor):
        own = each.task.standing_of(actor, through=each.through).due
        told = each.task.standing.due
        beside = {t.due.last for t in each.task.timings if t.due} - ({told.last} if told else set())
        found.update((_years(each.task) if beside else set()) | ({own.last.year} if own else set()))
    return found


def reports(corpus: Corpus) -> dict[str, int]:
    """How many tasks and measures have evidence, only doubtful reports, or none, on themselves or a part."""
    told = [list(_below(task)) for task in corpus.tasks.values()]
    doubtful = sum(bool(own) and not any(map(_sure, own)) for own in told)
    return {
        "evidenced": sum(any(_sure(report) and report.evidence for report in own) for own in told),
        "unreported": sum(not own for own in told),
        **({"doubtful": doubtful} if doubtful else {}),
    }


def _below(task: Task) -> Iterator[Report]:
    yield from (report for report in task.reports if not report.context)
    for part in task.measures:
        yield from _below(part)


def _sure(report: Report) -> bool:
    return report.verification.value in {"claimed", "confirmed"}
