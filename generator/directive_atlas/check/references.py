"""Does everything that records refer to exist?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Any, get_args

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.fields import RefersTo
from directive_atlas.load.record import Record
from directive_atlas.load.validate import did_you_mean
from directive_atlas.load.walk import measures_of, records_in
from directive_atlas.problems import Place, Problem, problem

_FILE_OF = {"actor": "actors", "topic": "topics", "term": "glossary", "directive": "directive"}


def dangling(raw: RawCorpus) -> Iterator[Problem]:
    """E302: ids of actors, topics, terms and directives that nothing has.

    Which fields hold such ids is read from the schema, so a new field needs no new check.
    """
    known = {
        "actor": {record.id for record in raw.actors},
        "topic": {record.id for record in raw.topics},
        "term": {record.id for record in raw.terms},
        "directive": {record.id for record in raw.directives},
    }
    names = {kind: sorted(ids) for kind, ids in known.items()}
    roots: Iterator[Record] = chain(raw.actors, raw.topics, raw.terms, raw.directives)
    for record in chain(roots, chain.from_iterable(raw.progress.values())):
        for inner in records_in(record, Record):
            for kind, value, place in _references(inner):
                if value not in known[kind] and not _excused(raw, kind, value):
                    yield _missing(kind, value, place, names[kind])


def _excused(raw: RawCorpus, kind: str, value: str) -> bool:
    """Whether the record may well exist in a file that could not be read."""
    return value in raw.unreadable.ids or _FILE_OF[kind] in raw.unreadable.files - {"directive"}


def _missing(kind: str, value: str, place: Place, known: list[str]) -> Problem:
    return problem("E302", place, did_you_mean(value, known), what=kind, id=value)


def _references(record: Record) -> Iterator[tuple[str, str, Place]]:
    for name, key, kind in _reference_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from ((kind, item, record.at(key, i)) for i, item in enumerate(value))
        elif value is not None:
            yield kind, value, record.at(key)


@cache
def _reference_fields(model: type[Record]) -> tuple[tuple[str, str, str], ...]:
    """Name, key and kind of each field of a record class that refers to another record."""
    fields = ((n, f.alias or n, [*f.metadata, f.annotation]) for n, f in model.model_fields.items())
    return tuple((name, key, marks[0].kind) for name, key, where in fields if (marks := _marks(where)))


def _marks(annotations: list[Any]) -> list[RefersTo]:
    found = [mark for mark in annotations if isinstance(mark, RefersTo)]
    inner = [arg for annotation in annotations for arg in get_args(annotation)]
    return found or (_marks(inner) if inner else [])


def dangling_tasks(raw: RawCorpus) -> Iterator[Problem]:
    """E302 for what directives name inside themselves: tasks, sections, events, targets."""
    tasks = {d.id: {measure.id for measure in measures_of(d)} for d in raw.directives}
    for directive in raw.directives:
        own = {measure.id for measure in measures_of(directive)}
        for name, place in _task_names(directive, raw, tasks):
            owner, _, task = name.partition("/") if "/" in name else (directive.id, "", name)
            known = own if owner == directive.id else tasks.get(owner)
            if known is None:
                yield from _missing_owner(raw, owner or name, place, list(tasks))
            elif not (task in known or task in raw.unreadable.ids or owner in raw.unreadable.nameless):
                yield _missing("task", name, place, sorted(known))
        if directive.id in raw.unreadable.nameless:
            continue
        yield from _dangling_sections(directive, raw)
        yield from _dangling_events(directive, raw)
        yield from _dangling_targets(directive, raw)


def _missing_owner(raw: RawCorpus, owner: str, place: Place, known: list[str]) -> Iterator[Problem]:
    if not _excused(raw, "directive", owner):
        yield _missing("directive", owner, place, known)


def _task_names(
    directive: schema.Directive, raw: RawCorpus, known: Collection[str]
) -> Iterator[tuple[str, Place]]:
    """Each task that a directive refers to, as ``task`` or ``directive/task``, and where."""
    for measure in measures_of(directive):
        for index, name in enumerate(measure.depends_on):
            yield name, measure.at("depends_on", index)
    for anchor in records_in(directive, schema.Anchor):
        if other := anchor.due or anchor.done:
            yield other, anchor.at("due" if anchor.due else "done")
    for relation in (r for r in directive.relations if r.to in known):  # dangling() tells the rest
        for index, name in enumerate(relation.tasks):
            yield f"{relation.to}/{name}", relation.at("tasks", index)
    for report in raw.progress[directive.place.file]:
        yield report.task, report.at("task")


def _dangling_sections(directive: schema.Directive, raw: RawCorpus) -> Iterator[Problem]:
    sections = {section.id for section in records_in(directive, schema.Section)}
    for task in directive.tasks:
        if task.section and task.section not in sections | raw.unreadable.ids:
            yield _missing("section", task.section, task.at("section"), sorted(sections))


def _dangling_events(directive: schema.Directive, raw: RawCorpus) -> Iterator[Problem]:
    events = {event.id for event in directive.events}
    for anchor in records_in(directive, schema.Anchor):
        if anchor.event and anchor.event not in events | raw.unreadable.ids:
            yield _missing("event", anchor.event, anchor.at("event"), sorted(events))


def _dangling_targets(directive: schema.Directive, raw: RawCorpus) -> Iterator[Problem]:
    targets = {target.id for target in records_in(directive, schema.Target) if target.id}
    for report in raw.progress[directive.place.file]:
        if report.target and report.target not in targets | raw.unreadable.ids:
            yield _missing("target", report.target, report.at("target"), sorted(targets))
