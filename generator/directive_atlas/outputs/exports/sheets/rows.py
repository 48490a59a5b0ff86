"""The rows of sheets about tasks: numbered as in the text, with their bodies and their last report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.api.v1 import Report, Task
from directive_atlas.outputs.exports.plain import Plain
from directive_atlas.outputs.exports.sheets.sheet import Cell
from directive_atlas.vocabulary.tasks import Basis, Role

_INFERRED = "*"


@dataclass(frozen=True, slots=True)
class Row:
    """A task or measure and its number, such as 2.1."""

    number: str
    task: Task


def rows(tasks: Iterable[Task], above: str = "") -> Iterator[Row]:
    """Each task and, after it, its measures."""
    for number, task in enumerate(tasks, 1):
        name = f"{above}{number}"
        yield Row(name, task)
        yield from rows(task.measures, f"{name}.")


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells of a row say, in one language."""

    words: Plain

    def title(self, row: Row) -> str:
        """What is to be done, and the words of the text."""
        label = f"{row.task.label} " if row.task.label else ""
        return f"{label}{self.words.text(row.task.title)}"

    def quote(self, row: Row) -> str:
        """The words of the text."""
        return "\n".join(quote.text for quote in row.task.quotes)

    def bodies(self, fits: Callable[[Role], bool]) -> Callable[[Row], str]:
        """The bodies whose role fits, each once; an asterisk marks what the editors infer."""
        return lambda row: self.words.joined(dict.fromkeys(self._bodies(row.task, fits)))

    def _bodies(self, task: Task, fits: Callable[[Role], bool]) -> Iterator[str]:
        for duty in task.duties:
            if fits(duty.role):
                mark = _INFERRED if duty.basis is Basis.INFERRED else ""
                yield f"{self.words.actor(duty.actor)}{mark}"

    def when(self, row: Row) -> Cell:
        """The last day, if there is one and it is known to the day; else the time in words."""
        timings = row.task.timings
        due = timings[0].due if len(timings) == 1 else None
        if due and due.first == due.last and not timings[0].recurrence:
            return due.first
        return "\n".join(map(self.words.when, timings))

    def status(self, row: Row) -> str:
        """How it stands in time, and what was reported."""
        standing = row.task.standing
        return self.words.joined((self.words.word(standing.timeliness), self.words.word(standing.state)))

    def last(self, told: Callable[[Report], str]) -> Callable[[Row], str]:
        """What the latest report tells that tells it, with its day."""

        def cell(row: Row) -> str:
            for report in reversed(row.task.reports):
                if not report.context and (text := told(report)):
                    return f"{self.words.day(report.date)} {text}"
            return ""

        return cell

    def reports(self, row: Row) -> str:
        """All reports, each with its day, the latest first."""
        lines = (self._report(report) for report in reversed(row.task.reports) if not report.context)
        return "\n".join(lines)

    def _report(self, report: Report) -> str:
        who = self.words.actor(report.actor) if report.actor else ""
        status = self.words.word(report.status) if report.status else ""
        parts = (who, status, self.words.word(report.verification), self.words.text(report.note))
        return f"{self.words.day(report.date)} {self.words.joined(parts)}"
