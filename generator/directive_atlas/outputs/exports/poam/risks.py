"""How a task stands, as a risk of OSCAL: that what is demanded is not done in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from directive_atlas.api.v1 import Day, Report, Task, Timing, walk
from directive_atlas.outputs.exports.plain import Plain
from directive_atlas.outputs.exports.poam.names import Names
from directive_atlas.vocabulary.progress import ReportedStatus

Part = dict[str, Any]

_CLOSED = {
    ReportedStatus.DONE,
    ReportedStatus.NOT_SELECTED,
    ReportedStatus.WAIVED,
    ReportedStatus.CANCELLED,
}
_BEGUN = {ReportedStatus.PARTLY, ReportedStatus.IN_PROGRESS, ReportedStatus.INCOMPLETE}


@dataclass(frozen=True, slots=True)
class Risks:
    """Puts tasks into the words of OSCAL, in one language."""

    words: Plain
    names: Names

    def risk(self, task: Task) -> Part:
        """A task with its deadline, its milestones and what was reported of it."""
        found: Part = {
            "uuid": self.names.of("risks", task.key),
            "title": self.words.text(task.title),
            "description": self.demanded(task),
            "statement": self._stands(task),
            "status": _status(task.standing.state),
        }
        if task.standing.due:
            found["deadline"] = _end_of(task.standing.due)
        if milestones := list(self._milestones(task)):
            found["remediations"] = [self._planned(task, milestones)]
        if entries := [self._entry(task, number, each) for number, each in _told(task)]:
            found["risk-log"] = {"entries": entries}
        return found

    def demanded(self, task: Task) -> str:
        """The words of the text, or else what is to be done in ours."""
        return "\n".join(quote.text for quote in task.quotes) or self.words.text(task.title)

    def _stands(self, task: Task) -> str:
        """How it stands in time, what was reported, and when it is due in words."""
        standing = task.standing
        times = map(self.words.when, task.timings)
        return self.words.joined(
            (self.words.word(standing.timeliness), self.words.word(standing.state), *times)
        )

    def _planned(self, task: Task, milestones: list[Part]) -> Part:
        title = self.words.text(task.title)
        return {
            "uuid": self.names.of("responses", task.key),
            "lifecycle": "planned",
            "title": title,
            "description": self.demanded(task),
            "tasks": milestones,
        }

    def _milestones(self, task: Task) -> Iterator[Part]:
        """The task and its measures, each with its bodies and, where it has one, its last day."""
        for part in walk(task):
            roles = list(self._roles(part))
            days = [day for timing in part.timings if (day := timing.due or timing.latest)]
            if roles or days:
                yield {
                    "uuid": self.names.of("milestones", part.key),
                    "type": "milestone",
                    "title": self.words.text(part.title),
                    **(
                        {"timing": _timing(max(days, key=lambda day: day.last), part.timings)} if days else {}
                    ),
                    **({"responsible-roles": roles} if roles else {}),
                }

    def _roles(self, task: Task) -> Iterator[Part]:
        for role in dict.fromkeys(duty.role for duty in task.duties):
            bodies = dict.fromkeys(duty.actor for duty in task.duties if duty.role is role)
            yield {"role-id": role.value, "party-uuids": [self.names.of("actors", body) for body in bodies]}

    def _entry(self, task: Task, number: int, report: Report) -> Part:
        """A report as an entry of the log; its day is that of its publication."""
        status = self.words.word(report.status) if report.status else ""
        told = self.words.joined((status, self.words.word(report.verification), self.words.text(report.note)))
        entry: Part = {
            "uuid": self.names.of("reports", f"{task.key}/{number}"),
            "description": told,
            "start": f"{report.date.first.isoformat()}T00:00:00Z",
        }
        if report.actor:
            entry["logged-by"] = [{"party-uuid": self.names.of("actors", report.actor)}]
        if report.evidence and report.evidence.url:
            entry["links"] = [{"href": report.evidence.url, "rel": "reference"}]
        return entry


def _told(task: Task) -> Iterable[tuple[int, Report]]:
    return [(number, each) for number, each in enumerate(task.reports, 1) if not each.context]


def _status(state: ReportedStatus) -> str:
    """Whether it is closed; that a task is being worked on is told only where a report says so."""
    return "closed" if state in _CLOSED else "remediating" if state in _BEGUN else "open"


def _end_of(day: Day) -> str:
    return f"{day.last.isoformat()}T23:59:59Z"


def _timing(day: Day, timings: Iterable[Timing]) -> Part:
    """The last day, or the first and the last where the text has both."""
    starts = [timing.start for timing in timings if timing.start and timing.start.first <= day.last]
    if not starts:
        return {"on-date": {"date": _end_of(day)}}
    start = min(starts, key=lambda each: each.first)
    return {"within-date-range": {"start": f"{start.first.isoformat()}T00:00:00Z", "end": _end_of(day)}}
