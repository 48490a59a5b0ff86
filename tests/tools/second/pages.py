"""What pages say of statuses, read from their files, and the same counts derived a second time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.tools.second.reports import Row, owners, sure
from tests.tools.second.standing import Second

_STATE = re.compile(r'<a class="state (\w+)" href="[^"]*statuses\.html#\w+" title=')
_BOARD = re.compile(r'<li><a class="state (\w+)" href="[^"]*"><b>([\d,]+)</b>')
_REPORTED = re.compile(r'<li><a class="told (\w+)" href="[^"]*"><b>([\d,]+)</b>')
_PAPER = re.compile(r'<h3 id="d-([\w-]+)">.*?([\d,]+)(?:项要求| demands?)[）)]</h3>')
_WAY = re.compile(r'<h4 id="d-([\w-]+)">.*?[（(]([\d,]+)[）)]</h4>')
_EVIDENCE = {
    "evidenced": re.compile(r"With evidence: ([\d,]+) of|有证据的：[\d,]+项中的([\d,]+)项"),
    "unreported": re.compile(r"Without any report: ([\d,]+) of|未见任何报告的：[\d,]+项中的([\d,]+)项"),
    "doubtful": re.compile(r"Only unverified or disputed reports: ([\d,]+)|未核实或有争议报告的：([\d,]+)项"),
}
_WORK = {"lead", "responsible", "support", "supervise", "guide"}
_INVOLVED = {"consulted", "coordinated", "subject"}


@dataclass(frozen=True)
class Part:
    """What one body has to do with one task; without a body, the task as a whole."""

    key: str
    actor: str = ""
    through: bool = False
    roles: frozenset[str] = frozenset()

    @property
    def asks(self) -> bool:
        """Whether it is work of the body itself."""
        return bool(self.roles & _WORK)


def number(text: str) -> int:
    """A number as pages write it."""
    return int(text.replace(",", ""))


def states(page: str) -> list[str]:
    """The statuses with a reason, in the order of a page."""
    return _STATE.findall(page)


def board(page: str) -> tuple[Counter[str], Mapping[str, int]]:
    """The counts of a page's board: by status, and by what is known."""
    found = {name: pattern.search(page) for name, pattern in _EVIDENCE.items()}
    known = {name: number(next(filter(None, match.groups()))) for name, match in found.items() if match}
    return Counter({status: number(count) for status, count in _BOARD.findall(page)}), known


def reported(page: str) -> Counter[str]:
    """The counts of a page's board by what was reported."""
    return Counter({state: number(count) for state, count in _REPORTED.findall(page)})


def papers(page: str) -> Counter[str]:
    """How many demands the heading of each paper of a work list counts."""
    return Counter({paper: number(count) for paper, count in _PAPER.findall(page)})


def ways(page: str) -> Counter[str]:
    """How many rows the heading of each way counts in which a paper concerns a body."""
    return Counter({name: number(count) for name, count in _WAY.findall(page)})


def parts_of(second: Second, actor: str) -> Iterator[Part]:
    """The tasks that have to do with an actor, itself or as a member of a group."""
    for key, frame in second.frames.items():
        duties = frame.task.actors
        mine = [d for d in duties if d.actor == actor or actor in second.members(d.actor)]
        if mine:
            roles = frozenset(duty.role.value for duty in mine)
            yield Part(key, actor, all(duty.actor != actor for duty in mine), roles)


def status(second: Second, part: Part) -> str:
    """How a part stands."""
    if not part.actor:
        return second.task(part.key).status
    return second.body(part.key, part.actor, through=part.through).status


def state(second: Second, part: Part) -> str:
    """What was reported of a part."""
    if not part.actor:
        return second.task(part.key).state
    return second.body(part.key, part.actor, through=part.through).state


def way(second: Second, part: Part) -> str:
    """The anchor of the way in which a paper concerns a body: itself, through a group, or without work."""
    frame = second.frames[part.key]
    if not part.asks:
        kind = "due-involved" if part.roles & _INVOLVED else "due-concerned"
        return f"{frame.directive.id}-{kind}"
    asking = [duty.actor for duty in frame.task.actors if duty.role.value in _WORK]
    mine = [actor for actor in asking if actor == part.actor or part.actor in second.members(actor)]
    return f"{frame.directive.id}-{'itself' if part.actor in mine else mine[0]}"


def counted(second: Second, parts: Iterable[Part]) -> tuple[Counter[str], Mapping[str, int]]:
    """The board of some parts, as ``board`` reads it."""
    parts = list(parts)
    rows = [list(_rows(second, part)) for part in parts]
    doubtful = sum(bool(own) and not any(map(sure, own)) for own in rows)
    known = {
        "evidenced": sum(any(row.evidence and sure(row) for row in own) for own in rows),
        "unreported": sum(not own for own in rows),
        "doubtful": doubtful,
    }
    return Counter(status(second, part) for part in parts), known


def _rows(second: Second, part: Part) -> Iterator[Row]:
    """The reports on a task and all below it, those that are about the body of this part."""
    for key, frame in second.frames.items():
        if part.key in second.frames[key].line:
            about = {part.actor} if part.through else {part.actor, None}
            every = not part.actor or owners(second.frames[part.key].task) == {part.actor}
            yield from (row for row in second.rows(frame) if every or row.actor in about)
