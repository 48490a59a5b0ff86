"""What stands in feeds: each report, and each deadline from the day on which it is near."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.model import Report, Task
from directive_atlas.resolve.model.changes import RecordChange
from directive_atlas.vocabulary.timeline import EventKind, NewsKind


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: on which ``day`` it became known, and what it is about.

    ``id`` is made from what does not change when its words are corrected. A report is given with its
    ``report``, a day that comes near with its ``event``.
    """

    id: str
    day: dt.date
    kind: NewsKind
    directive: str
    task: str | None
    actor: str | None = None
    report: Report | None = None
    event: Event | None = None

    @property
    def left(self) -> RecordChange | None:
        """No news is of a record that is gone: recorded changes have feeds of their own."""
        return None


def news(corpus: Corpus, due_soon: int) -> tuple[News, ...]:
    """All news, the latest first; ``due_soon`` is the number of days before a last day that is near."""
    found = _apart([*_reports(corpus), *_ahead(corpus, due_soon)])
    return tuple(sorted(found, key=lambda each: (each.day, each.id), reverse=True))


def _apart(found: Iterable[News]) -> Iterator[News]:
    """The news, those that nothing else tells apart by their number among equals."""
    equals = Counter[str]()
    for each in found:
        number = equals[each.id]
        equals[each.id] += 1
        yield replace(each, id=f"{each.id}-{number + 1}") if number else each


def _reports(corpus: Corpus) -> Iterator[News]:
    for task in corpus.tasks.values():
        for report in task.reports:
            if not report.context:
                yield News(
                    _id(NewsKind.REPORT, task.key, *_identity(report)),
                    report.date.last,
                    NewsKind.REPORT,
                    task.directive,
                    task.key,
                    report.actor,
                    report=report,
                )


def _identity(report: Report) -> tuple[str, ...]:
    """What makes a report another one: its days, its body, where it can be read, its figure."""
    evidence = report.evidence
    source = (evidence.url or evidence.title.values[0][1]) if evidence else ""
    occurrence = report.occurrence.text if report.occurrence else ""
    as_of = report.as_of.text if report.as_of else ""
    return report.date.text, as_of, report.actor or "", source, report.target or "", occurrence


def _ahead(corpus: Corpus, due_soon: int) -> Iterator[News]:
    """The deadlines that are near, or have been: their days of being near are past."""
    for event in corpus.events:
        near = event.date.last - dt.timedelta(days=due_soon)
        if event.kind.is_deadline and near <= corpus.as_of and not _settled(event, near, corpus):
            yield News(
                _id(NewsKind.AHEAD, *_statement(event)),
                near,
                NewsKind.AHEAD,
                event.directive,
                event.task,
                event.actor,
                event=event,
            )


def _statement(event: Event) -> tuple[str, ...]:
    """What makes a deadline another one: whose it is, its kind, its day, and of a figure what is counted."""
    what = event.what.values[0][1] if event.kind is EventKind.TARGET else ""
    return event.directive, event.task or "", event.kind.value, event.date.text, event.actor or "", what


def _settled(event: Event, day: dt.date, corpus: Corpus) -> bool:
    """Whether the task had come to its end before the deadline was near."""
    task = corpus.tasks[event.task] if event.task else None
    return task is not None and _done(task, day)


def _done(task: Task, day: dt.date) -> bool:
    completed = task.standing.completed
    return completed is not None and completed.day.last < day


def _id(kind: NewsKind, *parts: str) -> str:
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"{kind}-{digest[:24]}"
