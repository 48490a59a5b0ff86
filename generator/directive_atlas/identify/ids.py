"""Ids for tasks, measures, sections and figures that were given none: from the label, else from the place.

A derived id depends on what stands before its record only, so that it stays while that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TypeVar

from directive_atlas.load import schema
from directive_atlas.load.fields import ID
from directive_atlas.load.walk import records_in
from directive_atlas.vocabulary.numerals import from_chinese

M = TypeVar("M", bound=schema.Measure)
Label = tuple[str, ...]
"""The numbers of a label from the outermost to the innermost; empty where it has none."""


def with_ids(directive: schema.Directive) -> schema.Directive:
    """A directive whose every part has an id, and whose tasks stand in one list, each with its section."""
    numbers = _Ids(directive)
    sections = numbers.sections(directive.sections)
    tasks = [*directive.tasks, *_in_sections(sections)]
    return directive.model_copy(
        update={
            "sections": tuple(map(_without_tasks, sections)),
            "tasks": numbers.measures(tasks, "t"),
            "targets": numbers.targets(directive.targets, "d"),
        }
    )


def _in_sections(sections: Iterable[schema.Section]) -> Iterator[schema.Task]:
    for section in sections:
        yield from (task.model_copy(update={"section": section.id}) for task in section.tasks)
        yield from _in_sections(section.sections)


def _without_tasks(section: schema.Section) -> schema.Section:
    inner = tuple(map(_without_tasks, section.sections))
    return section.model_copy(update={"tasks": (), "sections": inner})


class _Ids:
    """The ids that are in use in a directive: those that were given, then those that were derived."""

    def __init__(self, directive: schema.Directive) -> None:
        self.tasks = {measure.id for measure in records_in(directive, schema.Measure)}
        self.parts = {section.id for section in records_in(directive, schema.Section)}
        self.figures = {target.id for target in records_in(directive, schema.Target)}

    def sections(self, raw: Iterable[schema.Section], above: str = "s") -> tuple[schema.Section, ...]:
        found = []
        for place, section in enumerate(raw, 1):
            name = section.id or _free(f"{above}-{place}", self.parts)
            inner = self.sections(section.sections, name)
            found.append(section.model_copy(update={"id": name, "sections": inner}))
        return tuple(found)

    def measures(self, raw: Iterable[M], above: str, outer: Label = ()) -> tuple[M, ...]:
        """``outer`` is the label of the task above: 4(e) below 4 is e."""
        found = []
        for place, measure in enumerate(raw, 1):
            label = label_parts(measure.label or "")
            own = _below(label, outer) or (str(place),)
            name = measure.id or self._derived(above, own, getattr(measure, "section", None))
            inner = self.measures(measure.measures, name, label)
            targets = self.targets(measure.targets, name)
            found.append(measure.model_copy(update={"id": name, "measures": inner, "targets": targets}))
        return tuple(found)

    def _derived(self, above: str, own: Label, section: str | None) -> str:
        """``t-3`` by the label 三, ``t-3-2`` by the place; a second label 三 has its section before it."""
        number = "-".join(own)
        name = f"{above}-{number}"
        if name in self.tasks and section and ID.fullmatch(section):
            name = f"{above}-{section}-{number}"
        return _free(name, self.tasks)

    def targets(self, raw: Iterable[schema.Target], above: str) -> tuple[schema.Target, ...]:
        return tuple(
            target.model_copy(update={"id": target.id or _free(f"{above}-figure-{place}", self.figures)})
            for place, target in enumerate(raw, 1)
        )


def _free(name: str, taken: set[str] | set[str | None]) -> str:
    """A name that nothing has, counted on from 2 where something does; it is then in use."""
    names = (name, *()) if name not in taken else (f"{name}-{number}" for number in count(2))
    found = next(each for each in names if each not in taken)
    taken.add(found)
    return found


_NUMBER = r"\d+|(?<![A-Za-z])(?:[A-Za-z]|[ivxlc]+|[IVXLC]+)(?![A-Za-z])|[一二三四五六七八九十百]+"
"""Figures, a single letter, a Roman number, or Chinese numerals."""


def _below(label: Label, outer: Label) -> Label:
    """A label without that of the task above: 4(e) below 4 is e."""
    return label[len(outer) :] if label[: len(outer)] == outer else label


def label_parts(label: str) -> Label:
    """The numbers of a label as parts of an id: 三 is 3, （十二） is 12, 4(e) is 4 and e."""
    parts = re.findall(_NUMBER, label)
    return tuple(str(from_chinese(part) or part).lower() for part in parts)
