"""The questions that can be asked, each with the shape of its arguments and what answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from directive_atlas.api.v1 import Entry, RecordedChange, Task
from directive_atlas.asking.published import NotPublishedError, Published

Limit = Annotated[int, Field(ge=1, le=100, description="At most so many answers")]
Answer = Mapping[str, Any]


class Question(BaseModel):
    """The arguments of a question."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Search(Question):
    """Words that a directive, task, quoted passage, report, body or term has."""

    words: Annotated[str, Field(min_length=1, max_length=400, description="Words, all of which must occur")]
    limit: Limit = 10


class OfTask(Question):
    """A task by its name in the corpus."""

    key: Annotated[str, Field(max_length=400, description="The key of the task: directive/id")]


class OfBody(Question):
    """A body, and how its tasks stand."""

    body: Annotated[str, Field(max_length=200, description="The id of the body")]
    timeliness: Annotated[str | None, Field(description="Only tasks with this deadline status")] = None
    limit: Limit = 50


class Between(Question):
    """The days between which something is due."""

    first: Annotated[dt.date, Field(description="The first day")]
    last: Annotated[dt.date, Field(description="The last day")]
    body: Annotated[str | None, Field(max_length=200, description="Only tasks of the body with this id")] = (
        None
    )
    limit: Limit = 50


class Since(Question):
    """The day since which something became known."""

    day: Annotated[dt.date, Field(description="The first day")]
    limit: Limit = 20


class ChangedSince(Since):
    """The day since which records changed, and the record."""

    record: Annotated[
        str | None, Field(max_length=400, description="Only changes of this record, by its id")
    ] = None


@dataclass(frozen=True, slots=True)
class Tool:
    """A question: what it asks, its arguments, and what answers it."""

    name: str
    what: str
    question: type[Question]
    answer: Callable[[Published, Any], Answer]


def search(site: Published, asked: Search) -> Answer:
    """Where words occur; a task with its quoted sentence."""
    hits = site.found(asked.words, asked.limit)
    return _dated(
        site,
        [
            {"kind": hit.kind, "id": hit.id, "address": _address(site, hit.page), "text": hit.text}
            for hit in hits
        ],
    )


def task(site: Published, asked: OfTask) -> Answer:
    """A whole task, with its quotes, bodies, deadlines, reports and measures."""
    found = site.task(asked.key)
    answer = found.model_dump(mode="json", exclude_defaults=True)
    return _dated(site, [{**answer, "address": _address(site, found.page)}])


def duties(site: Published, asked: OfBody) -> Answer:
    """What a body has to do, with its part in it and how it stands there."""
    entries = (
        each for each in site.entries("body", asked.body) if asked.timeliness in (None, each.timeliness.value)
    )
    return _dated(site, list(_told(site, islice(entries, asked.limit))))


def due(site: Published, asked: Between) -> Answer:
    """What is due between two days, in the order of the days."""
    own = {each.key for each in site.entries("body", asked.body)} if asked.body else None
    found = [
        each
        for month in site.months()
        if f"{asked.first:%Y-%m}" <= month[:7] <= f"{asked.last:%Y-%m}"
        for each in site.entries("month", month)
        if each.due and asked.first <= each.due.last <= asked.last and (own is None or each.key in own)
    ]
    found.sort(key=lambda each: each.due.last if each.due else asked.last)
    return _dated(site, list(_told(site, found[: asked.limit])))


def changed(site: Published, asked: Since) -> Answer:
    """Which tasks have reports published since a day, the latest first."""
    reported = site.reported_since(asked.day, asked.limit)
    return _dated(site, [{"reported": day, **_of_task(site, site.task(key))} for key, day in reported])


def changes(site: Published, asked: ChangedSince) -> Answer:
    """What the editors changed in the records since a day, the latest first."""
    found = (each for each in site.changes(asked.day) if asked.record in (None, each.record, each.former))
    return _dated(site, [_of_change(site, each) for each in islice(found, asked.limit)])


TOOLS: tuple[Tool, ...] = (
    Tool(
        "search",
        "Find directives, tasks, quoted passages, reports, bodies and terms by words",
        Search,
        search,
    ),
    Tool(
        "task",
        "Read one task: the quoted sentence, who, by when, figures, reports, how it stands",
        OfTask,
        task,
    ),
    Tool(
        "duties", "List what a body has to do, with its role, the deadline and how it stands", OfBody, duties
    ),
    Tool("due", "List what is due between two days", Between, due),
    Tool("changed", "List the tasks on which reports were published since a day", Since, changed),
    Tool(
        "changes",
        "List what changed in the records since a day: field by field, with before, after and the reason; "
        "records that were removed or renamed too",
        ChangedSince,
        changes,
    ),
)


def _told(site: Published, entries: Iterator[Entry] | list[Entry]) -> Iterator[Answer]:
    """Entries of an index, each with the sentence that says so."""
    for each in entries:
        answer = each.model_dump(mode="json", exclude_defaults=True)
        quotes = [quote.text for quote in site.task(each.key).quotes]
        yield {**answer, "quotes": quotes, "address": _address(site, each.page)}


def _of_task(site: Published, found: Task) -> Answer:
    reports = [report.model_dump(mode="json", exclude_defaults=True) for report in found.reports]
    quotes = [quote.text for quote in found.quotes]
    address = _address(site, found.page)
    return {"key": found.key, "title": found.title, "quotes": quotes, "reports": reports, "address": address}


def _of_change(site: Published, found: RecordedChange) -> Answer:
    """A change as it is in its file, with the quotes of its task and the address of its page, if any."""
    address = {"address": _address(site, found.page)} if found.page else {}
    return {**found.model_dump(mode="json", exclude_defaults=True), "quotes": _quotes(site, found), **address}


def _quotes(site: Published, found: RecordedChange) -> list[str]:
    try:
        return [quote.text for quote in site.task(found.record).quotes]
    except NotPublishedError:
        return []


def _address(site: Published, page: str) -> str:
    """The address of a page; without a known site, from its root."""
    root = site.corpus().address
    return f"{root.rstrip('/')}/{page}" if root else page


def _dated(site: Published, answers: list[Any]) -> Answer:
    """Answers with the reference date; none is no evidence that nothing was done."""
    return {"as_of": site.corpus().as_of.isoformat(), "answers": answers}


__all__ = ["TOOLS", "NotPublishedError", "Tool"]
