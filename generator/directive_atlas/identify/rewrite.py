"""A record with ids where it names others, by the marks that the schema puts on its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Any, TypeVar, get_args

from directive_atlas.identify.names import Names
from directive_atlas.identify.skeletons import instead
from directive_atlas.load import schema
from directive_atlas.load.corpus import Unreadable
from directive_atlas.load.fields import RefersTo
from directive_atlas.load.inside import classes_inside
from directive_atlas.load.record import Record
from directive_atlas.problems import Place, Problem, problem, say

R = TypeVar("R", bound=Record)
Change = Callable[[str, str, Place], str]
"""Kind of record, name and place of the name to the id that stands for it."""

NOTHING = Names()
_FILE_OF = {"actor": "actors", "topic": "topics", "term": "glossary", "directive": "directive"}
CALLED = {
    "actor": say("actor"),
    "topic": say("topic"),
    "term": say("term"),
    "directive": say("directive"),
    "event": say("event"),
    "target": say("target"),
    "section": say("section"),
    "task": say("task"),
}
"""The kinds of record that a name may mean, as messages call them."""


@dataclass
class Resolver:
    """Finds the record that a name means; each name that means none, or several, is one problem."""

    unreadable: Unreadable
    corpus: Names
    directives: Mapping[str, Names]
    problems: list[Problem] = field(default_factory=list)
    told: set[tuple[int, str, str]] = field(default_factory=set)

    def inside(self, own: Names = NOTHING) -> Change:
        """The change for what stands in a directive: its tasks, sections, events and figures count."""
        return lambda kind, name, place: self._id(kind, name, place, own)

    def _id(self, kind: str, name: str, place: Place, own: Names) -> str:
        if kind in _FILE_OF:
            return self._found(self.corpus, kind, name, place) or name
        if kind == "task" and "/" in name:
            return self._elsewhere(name, place)
        return self._found(own, kind, name, place) or name

    def _elsewhere(self, name: str, place: Place) -> str:
        """A task of another directive, as ``directive/task``."""
        owner, _, task = name.partition("/")
        found = self._found(self.corpus, "directive", owner or name, place)
        if found is None or found not in self.directives:
            return name
        inner = self._found(self.directives[found], "task", task, place, name)
        return f"{found}/{inner or task}"

    def task_of(self, directive: str, task: str, place: Place) -> str:
        """A task of a directive, which itself may be unknown and is told of elsewhere."""
        names = self.directives.get(directive)
        written = f"{directive}/{task}"
        found = self._found(names, "task", task, place, written) if names else None
        return found or task

    def _found(self, names: Names, kind: str, name: str, place: Place, written: str = "") -> str | None:
        found = names.find(kind, name)
        if len(found) == 1:
            return found[0]
        if not self._excused(kind, name, place) and (id(names), kind, name) not in self.told:
            self.told.add((id(names), kind, name))
            self.problems.append(not_one(names, kind, written or name, place, found))
        return None

    def _excused(self, kind: str, name: str, place: Place) -> bool:
        """Whether the record may well exist in a file that could not be read, or under an unreadable id."""
        if kind not in _FILE_OF and PurePosixPath(place.file).parent.name in self.unreadable.nameless:
            return True
        return name in self.unreadable.ids or _FILE_OF.get(kind) in self.unreadable.files - {"directive"}


def not_one(names: Names, kind: str, name: str, place: Place, found: tuple[str, ...]) -> Problem:
    """E308 where a name may be each of several records, E302 where it is none."""
    if found:
        return problem("E308", place, what=CALLED[kind], name=name, candidates=", ".join(found))
    return problem("E302", place, instead(names, kind, name), what=CALLED[kind], id=name)


def rewritten(record: R, change: Change) -> R:
    """A record with every name of another record, in it and in the records inside it, changed."""
    kinds = _kinds(type(record))
    update: dict[str, Any] = {}
    for name, key in _keys(type(record)):
        value = getattr(record, name)
        changed = _changed(value, kinds.get(name), change, record, key)
        if changed is not value:
            update[name] = changed
    return record.model_copy(update=update) if update else record


def _changed(value: Any, kind: str | None, change: Change, record: Record, key: str) -> Any:
    if isinstance(value, Record):
        return rewritten(value, change)
    if isinstance(value, tuple):
        if kind:
            return tuple(change(kind, item, record.at(key, index)) for index, item in enumerate(value))
        items = tuple(rewritten(item, change) if isinstance(item, Record) else item for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return change(kind, value, record.at(key)) if kind and value is not None else value


@cache
def _keys(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """Name and key of each field of a record class in which names of records are."""
    naming = {name for name, inside in classes_inside(model).items() if any(map(_kinds, inside))}
    naming |= _kinds(model).keys()
    return tuple((name, info.alias or name) for name, info in model.model_fields.items() if name in naming)


@cache
def _kinds(model: type[Record]) -> Mapping[str, str]:
    """The kind of record that each field refers to, for the fields that refer to one."""
    fields = ((name, [*info.metadata, info.annotation]) for name, info in model.model_fields.items())
    return {name: marks[0].kind for name, where in fields if (marks := _marks(where))}


def _marks(annotations: list[Any]) -> list[RefersTo]:
    found = [mark for mark in annotations if isinstance(mark, RefersTo)]
    inner = [arg for annotation in annotations for arg in get_args(annotation)]
    return found or (_marks(inner) if inner else [])


def with_tasks_of_relations(directive: schema.Directive, resolver: Resolver) -> schema.Directive:
    """A directive whose relations name the tasks of the older directives by their ids."""
    relations = tuple(
        relation.model_copy(
            update={
                "tasks": tuple(
                    resolver.task_of(relation.to or "", task, relation.at("tasks", index))
                    for index, task in enumerate(relation.tasks)
                )
            }
        )
        if relation.tasks
        else relation
        for relation in directive.relations
    )
    return directive.model_copy(update={"relations": relations}) if directive.relations else directive
