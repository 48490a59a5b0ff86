"""The tasks of a body as the rows of its sheet."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.interface.language import Language
from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.interface.site import Site
from directive_atlas.interface.values import Values
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Report, Task, Timing
from directive_atlas.tables.ledger.fields import Field
from directive_atlas.tables.ledger.model import Ledger, LedgerRow
from directive_atlas.views.work import Work, work_of
from directive_atlas.vocabulary.progress import Status
from directive_atlas.vocabulary.word import N_


def ledger_of(corpus: Corpus, site: Site, language: Language, body: str) -> Ledger:
    """The sheet of a body: a row for each task or measure in which it has work of its own."""
    words = _Words(corpus, site, language)
    title = language.gettext(N_("%(body)s: tasks and progress")) % {
        "body": words.plain(corpus.actors[body].name)
    }
    return Ledger(
        body,
        title,
        language.gettext(N_("Day of this report")),
        {field: language.gettext(field.label) for field in Field},
        tuple(language.gettext(status.label) for status in Status),
        tuple(words.row(work) for work in work_of(corpus, body) if work.asks),
    )


def record_of(task: Task) -> str:
    """What the record says of a task that somebody reports on: its words and its times."""
    times = ((t.form.value, t.words or "", t.due.text if t.due and not t.cycle else "") for t in task.timings)
    passages = (passage.text for passage in task.passages)
    return "\n".join([task.title.values[0][1], *passages, *("\t".join(time) for time in times)])


@dataclass(frozen=True, slots=True)
class _Words:
    """Puts tasks into words of one language, without markup."""

    corpus: Corpus
    site: Site
    language: Language

    def row(self, work: Work) -> LedgerRow:
        task = work.task
        roles = dict.fromkeys(item.duty.role for item in work.owed if item.duty.role.asks)
        texts = {
            Field.DIRECTIVE: self.plain(self.corpus.directives[task.directive].title),
            Field.TASK: f"{task.label} {self.plain(task.title)}" if task.label else self.plain(task.title),
            Field.TEXT: "\n".join(passage.text for passage in task.passages),
            Field.ROLE: self.language.gettext(N_(", ")).join(map(self.plain, roles)),
            Field.DUE: "\n".join(self._when(timing) for timing in task.timings),
        }
        last = work.reports[-1] if work.reports else None
        return LedgerRow(task.key, texts | self._reported(last), record_of(task))

    def _reported(self, last: Report | None) -> dict[Field, str]:
        """What the body said last, which it goes on from."""
        if last is None:
            return {}
        evidence = last.evidence
        said = {
            Field.NOTE: last.note and self.plain(last.note),
            Field.OBSTACLE: last.obstacle and self.plain(last.obstacle),
            Field.NEXT: last.next and self.plain(last.next),
            Field.STATUS: last.status and self.plain(last.status),
            Field.PERCENT: None if last.percent is None else str(last.percent),
            Field.EXPECTED: last.expected and last.expected.text,
            Field.OCCURRENCE: last.occurrence and last.occurrence.text,
            Field.EVIDENCE: evidence and self.plain(evidence.title),
            Field.ADDRESS: evidence and evidence.url,
        }
        return {field: text for field, text in said.items() if text}

    def plain(self, value: object) -> str:
        """A value in the language."""
        return Values(self.site, self.language).plain(value)

    def _when(self, timing: Timing) -> str:
        """A time in words, with the day that follows from it."""
        words = PlainTimes(self.corpus, self.site, self.language).when(timing)
        day = self.language.date(timing.due) if timing.due else ""
        if not day or day in words:
            return words
        return self.language.gettext(N_("%(time)s (%(day)s)")) % {"time": words, "day": day}
