"""The tables of what records have several of: a row for each, with the record that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from directive_atlas.api.v1 import (
    Actor,
    Alias,
    BodyStanding,
    Duty,
    Quote,
    Reading,
    Records,
    Relation,
    Report,
    Succession,
    Target,
    Task,
    Timing,
)
from directive_atlas.outputs.exports.tables.table import (
    Field,
    Fields,
    Table,
    day,
    flag,
    number,
    said,
    table,
    text,
    whole,
)

P = TypeVar("P")
Row = tuple[str, int, P]
"""The name of a record, the number of one of its parts from 1, and the part."""


def part_tables(made: Records, languages: Sequence[str]) -> Iterator[Table]:
    """The tables of parts; each refers only to tables of records."""
    tasks = tuple(made.all_tasks())
    yield _quotes(tasks, languages)
    yield _duties(tasks, languages)
    yield _timings(tasks, languages)
    yield _targets(tasks, languages)
    yield _readings(tasks)
    yield _reports(tasks, languages)
    yield _bodies(tasks)
    yield _pairs("task_topics", "The topics of tasks", "task", tasks, "topic", lambda each: each.topics)
    yield _relations(made, languages)
    yield _aliases(made)
    yield _pairs(
        "members",
        "Which bodies are in which groups",
        "actor",
        made.actors.values(),
        "member",
        lambda a: a.members,
    )
    yield _successions(made, languages)


def _rows(names: Iterable[tuple[str, Iterable[P]]]) -> tuple[Row[P], ...]:
    return tuple((name, place, part) for name, parts in names for place, part in enumerate(parts, 1))


def _of(owner: str, refers: str, *fields: Fields[P]) -> Iterator[Field[Row[P]]]:
    """The columns of parts, after the name of the record that has them and their number."""
    yield from text(owner, "The record that has it", lambda row: row[0], refers)
    yield from whole("place", "Its place among those of the record, from 1", lambda row: row[1])
    for each in (one for group in fields for one in group):
        yield Field(each.column, lambda row, taken=each.value: taken(row[2]))  # type: ignore[misc]


def _quotes(tasks: Sequence[Task], languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Quote]]] = _of(
        "task",
        "tasks",
        text("text", "The words of the source", lambda each: each.text),
        said("translation", "What they mean, by the editors", languages, lambda each: each.translation),
        whole("paragraph", "The paragraph that it begins in", lambda each: each.paragraph),
        text("page", "The passage, from the root of the site", lambda each: each.page),
        text("review", "Whether it still is what its last reviewer saw", lambda each: each.review),
    )
    rows = _rows((task.key, task.quotes) for task in tasks)
    return table("quotes", "The passages that say so", fields, rows, ("task", "place"))


def _duties(tasks: Sequence[Task], languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Duty]]] = _of(
        "task",
        "tasks",
        text("actor", "The body", lambda each: each.actor, "actors"),
        text("role", "Its part", lambda each: each.role),
        text("basis", "How that is known", lambda each: each.basis),
        text("words", "What the text calls the body", lambda each: each.words),
        said("reason", "Why the editors infer it", languages, lambda each: each.reason),
        flag("each", "Whether every member of the group has it for itself", lambda each: each.each),
        flag("and_others", "Whether the text's list goes on", lambda each: each.and_others),
    )
    rows = _rows((task.key, task.duties) for task in tasks)
    return table("duties", "Who has what part in a task", fields, rows, ("task", "place"))


def _timings(tasks: Sequence[Task], languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Timing]]] = _of(
        "task",
        "tasks",
        text("form", "How the text says it", lambda each: each.form),
        day("start", "The first day", lambda each: each.start),
        day("due", "The last day", lambda each: each.due),
        text("words", "The text's own words", lambda each: each.words),
        text("recurrence", "The rule of a recurrence (RFC 5545)", lambda each: each.recurrence),
        text("set_by", "The body that sets the time", lambda each: each.set_by, "actors"),
        flag("soft", "Whether it holds only in principle", lambda each: each.soft),
        said("until", "The condition that ends it", languages, lambda each: each.until),
        said("note", "What else is to be known of it", languages, lambda each: each.note),
    )
    rows = _rows((task.key, task.timings) for task in tasks)
    return table("timings", "When a task is due", fields, rows, ("task", "place"))


def _targets(tasks: Sequence[Task], languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Target]]] = _of(
        "task",
        "tasks",
        text("id", "Its id in the task", lambda each: each.id),
        text("actor", "The body that is to reach it", lambda each: each.actor, "actors"),
        said("metric", "What is counted", languages, lambda each: each.metric),
        text("comparator", "Whether it is to be reached, kept below, or met", lambda each: each.comparator),
        number("value", "The value, or the lower end of a range", lambda each: each.value),
        number("to", "The upper end of a range", lambda each: each.to),
        said("unit", "The unit", languages, lambda each: each.unit),
        day("by", "The last day for it", lambda each: each.by),
        flag("of_text", "Whether the text itself sets it", lambda each: each.of_text),
    )
    rows = _rows((task.key, task.targets) for task in tasks)
    return table("targets", "Figures to reach", fields, rows, ("task", "place"))


def _readings(tasks: Sequence[Task]) -> Table:
    fields: Iterable[Field[Row[tuple[int, Reading]]]] = _of(
        "task",
        "tasks",
        whole("target", "The place of the figure in the task", lambda each: each[0]),
        day("date", "The day that it is about", lambda each: each[1].date),
        text("actor", "Whose value it is", lambda each: each[1].actor, "actors"),
        text("comparator", "Whether it is the value, or more or less", lambda each: each[1].comparator),
        number("value", "The value", lambda each: each[1].value),
        text("verification", "How far it can be relied on", lambda each: each[1].verification),
    )
    rows = _rows((task.key, _read(task)) for task in tasks)
    return table("readings", "Reported values of figures", fields, rows, ("task", "place"))


def _read(task: Task) -> Iterator[tuple[int, Reading]]:
    for place, target in enumerate(task.targets, 1):
        yield from ((place, reading) for reading in target.readings)


def _reports(tasks: Sequence[Task], languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Report]]] = _of(
        "task",
        "tasks",
        day("date", "When it was published", lambda each: each.date),
        day("as_of", "The day that it is about", lambda each: each.as_of),
        text("actor", "The body whose progress it is", lambda each: each.actor, "actors"),
        text("status", "The status that it gives", lambda each: each.status),
        whole("percent", "How much is done, by its own account", lambda each: each.percent),
        number("value", "The reading that it gives of a figure", lambda each: each.value),
        said("note", "What it says, in the editors' words", languages, lambda each: each.note),
        said("obstacle", "What is in the way", languages, lambda each: each.obstacle),
        said("next", "What is to be done next", languages, lambda each: each.next),
        text("verification", "How far it can be relied on", lambda each: each.verification),
        said(
            "evidence", "Where it can be read", languages, lambda e: e.evidence.title if e.evidence else None
        ),
        text(
            "evidence_grade",
            "How near to the fact that is",
            lambda e: e.evidence.grade if e.evidence else None,
        ),
        text("evidence_url", "Its address", lambda each: each.evidence.url if each.evidence else None),
        flag("context", "Whether it is of a time before the directive", lambda each: each.context),
    )
    rows = _rows((task.key, task.reports) for task in tasks)
    return table("reports", "Progress reports", fields, rows, ("task", "place"))


def _bodies(tasks: Sequence[Task]) -> Table:
    fields: Iterable[Field[Row[BodyStanding]]] = _of(
        "task",
        "tasks",
        text("actor", "The body", lambda each: each.body, "actors"),
        text("timeliness", "How it stands in time", lambda each: each.timeliness),
        text("state", "What was reported of it", lambda each: each.state),
        day("due", "The deadline to which the timeliness refers", lambda each: each.due),
    )
    rows = _rows((task.key, task.bodies) for task in tasks)
    return table("standings", "How bodies stand in tasks of several", fields, rows, ("task", "place"))


def _relations(made: Records, languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Relation]]] = _of(
        "directive",
        "directives",
        text("kind", "What it does", lambda each: each.kind),
        text("older", "The older directive", lambda each: each.directive, "directives"),
        said("title", "Its title, if it has no record here", languages, lambda each: each.title),
        text("number", "Its number, if it has no record here", lambda each: each.number),
        day("date", "From when on", lambda each: each.date),
        text("basis", "How that is known", lambda each: each.basis),
        text("status", "How far it has come, if it is not in force", lambda each: each.status),
    )
    rows = _rows((each.id, each.relations) for each in made.directives.values())
    return table("relations", "What directives do to older ones", fields, rows, ("directive", "place"))


def _aliases(made: Records) -> Table:
    fields: Iterable[Field[Row[Alias]]] = _of(
        "actor",
        "actors",
        text("name", "The name", lambda each: each.name),
        day("start", "Since when", lambda each: each.start),
        day("end", "Until when", lambda each: each.end),
    )
    rows = _rows((each.id, each.aliases) for each in made.actors.values())
    return table("aliases", "Other names of bodies", fields, rows, ("actor", "place"))


def _successions(made: Records, languages: Sequence[str]) -> Table:
    fields: Iterable[Field[Row[Succession]]] = _of(
        "actor",
        "actors",
        text("successor", "The body that took over", lambda each: each.actor, "actors"),
        day("date", "When", lambda each: each.date),
        said("part", "What it took over, if not all", languages, lambda each: each.part),
    )
    rows = _rows((each.id, each.successors) for each in made.actors.values())
    return table("successions", "Which bodies took over from which", fields, rows, ("actor", "place"))


Owner = TypeVar("Owner", Task, Actor)


def _pairs(
    name: str,
    what: str,
    owner: str,
    owners: Iterable[Owner],
    other: str,
    others: Callable[[Owner], Iterable[str]],
) -> Table:
    """The links of records to records of another kind."""
    fields: Fields[tuple[str, str]] = (
        *text(owner, "The record", lambda row: row[0], f"{owner}s"),
        *text(
            other, "What it is linked to", lambda row: row[1], "actors" if other == "member" else f"{other}s"
        ),
    )
    rows = ((_key(each), to) for each in owners for to in others(each))
    return table(name, what, fields, rows, (owner, other))


def _key(record: Task | Actor) -> str:
    return record.key if isinstance(record, Task) else record.id
