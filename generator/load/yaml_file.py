"""YAML text to marked values: syntax errors, duplicate keys and aliases become problems.

Works on the parser's events instead of its node tree, because the C composer recurses without
a limit: a file of 100,000 opening brackets would end the whole process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.load.marked import Mapping, Marks, Scalar, Sequence, Value
from generator.problems import Place, Problem, problem

MAX_DEPTH = 40
"""Deepest nesting that is read; a task with measures five deep needs about 15."""

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, file: str) -> tuple[Value, list[Problem]]:
    """The one document of ``text`` and what is wrong with it; ``None`` when it cannot be read."""
    loader = _Loader(text)
    reader = _Reader(file, _events(loader), loader)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        return None, [*reader.problems, _syntax_problem(error, file)]
    except _TooDeepError as error:
        return None, [problem("E107", error.place, limit=MAX_DEPTH)]
    finally:
        loader.dispose()
    return value, reader.problems


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def _events(loader: yaml.SafeLoader) -> Iterator[yaml.Event]:
    while loader.check_event():
        yield loader.get_event()  # type: ignore[no-untyped-call]


def _syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        why = ", ".join(part for part in (error.context, error.problem) if part)
        return problem("E102", _place(mark, file) if mark else Place(file), why=why)
    return problem("E102", Place(file), why=str(error).splitlines()[0])


def _place(mark: Any, file: str) -> Place:
    """PyYAML counts from 0; its two kinds of mark share no type."""
    return Place(file, mark.line + 1, mark.column + 1)


@dataclass
class _Reader:
    """Turns events into marked values and gathers problems on the way."""

    file: str
    events: Iterator[yaml.Event]
    resolver: yaml.SafeLoader
    problems: list[Problem] = field(default_factory=list)

    def document(self) -> Value:
        """The first document; a second one is a problem."""
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            self.problems.append(problem("E102", Place(self.file), why="the file is empty"))
            return None
        value = self._value(next(self.events), 0)
        next(self.events)  # document end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            why = "a second document begins here (---)"
            self.problems.append(problem("E102", _place(after.start_mark, self.file), why=why))
        return value

    def _value(self, event: yaml.Event, depth: int) -> Value:
        place = _place(event.start_mark, self.file)
        if depth > MAX_DEPTH:
            raise _TooDeepError(place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        self.problems.append(problem("E104", place))
        return None

    def _mapping(self, place: Place, depth: int) -> Mapping:
        block = Mapping(Marks(place))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_place = _place(event.start_mark, self.file)
            key = self._key(event, key_place, depth)
            event = next(self.events)
            value = self._value(event, depth + 1)
            if key is None or value is None:
                continue
            if key in block:
                first = block.marks.keys[key].line
                self.problems.append(problem("E103", key_place, key=key, first=first))
                continue
            block.set(key, value, key_place, _place(event.start_mark, self.file))
        return block

    def _key(self, event: yaml.Event, place: Place, depth: int) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self._value(event, depth + 1)
        why = "a key must be one word, not a list, a block or an alias"
        self.problems.append(problem("E102", place, why=why))
        return None

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items = Sequence(Marks(place))
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item = self._value(event, depth + 1)
            if item is not None:
                items.add(item, _place(event.start_mark, self.file))
        return items

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar | None:
        kind = "str"
        if event.implicit[0] or event.tag:
            resolve: Callable[..., str] = self.resolver.resolve
            tag = event.tag or resolve(yaml.ScalarNode, event.value, (True, False))
            kind = str(tag).rpartition(":")[2]
        if kind == "null":
            self.problems.append(problem("E208", place))
            return None
        return Scalar(event.value, place, kind)
