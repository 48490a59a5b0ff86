"""Where each value of a YAML text stands: a tree of nodes with the characters that each takes.

``load.yaml_file`` has only the beginnings, and decides how a text is read. This one keeps the ends and the
styles as well, for those who change a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Step = str | int
"""A key of a block, or an index of a list."""

Path = tuple[Step, ...]
"""The way from the top of a record to one of its values."""

_DEEPEST = 100
"""No record with more levels is read (``limits: depth:`` of the settings), and each level is a call here."""


class UneditableError(ValueError):
    """A text, or a place in it, is written in a way that only a person can change."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value: characters ``start`` to ``end`` (exclusive) of the text.

    ``style`` is that of a scalar (a quotation mark, ``|``, ``>``, or nothing), and ``{`` or ``[`` for what is
    written in brackets. ``keys`` are the keys of a block, ``parts`` its values, or the entries of a list.
    """

    start: int
    end: int
    style: str
    text: str | None = None
    keys: tuple[Node, ...] | None = None
    parts: tuple[Node, ...] = ()

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets."""
        return self.style in {"{", "["}

    @property
    def is_block(self) -> bool:
        """Whether it is a list or a block of keys on lines of its own."""
        return self.text is None and not self.is_flow

    @property
    def steps(self) -> Iterator[tuple[Step, Node]]:
        """Each part by its key or index."""
        names = range(len(self.parts)) if self.keys is None else (key.text or "" for key in self.keys)
        return zip(names, self.parts, strict=True)

    def index(self, step: Step) -> int:
        """The place of a part among the parts.

        Raises:
            KeyError: there is none.

        """
        for place, (own, _) in enumerate(self.steps):
            if own == step:
                return place
        raise KeyError(step)


@lru_cache(maxsize=4)
def read_nodes(text: str) -> Node:
    """The nodes of a text that can be read; the last few are kept, because a change looks at them repeatedly.

    Raises:
        UneditableError: it has an alias, or more levels than any record.
        yaml.YAMLError: it cannot be read.

    """
    loader = _Loader(text)
    try:
        events = _events(loader)
        next(events), next(events)  # the beginnings of the stream and of the document
        return _node(next(events), events, text, 0)
    finally:
        loader.dispose()


def _events(loader: yaml.SafeLoader) -> Iterator[yaml.Event]:
    while loader.check_event():
        yield loader.get_event()  # type: ignore[no-untyped-call]


def _index(mark: Any) -> int:
    """The character that a mark stands at; PyYAML's two kinds of mark share no type."""
    return int(mark.index)


def _node(event: yaml.Event, events: Iterator[yaml.Event], text: str, depth: int) -> Node:
    if depth > _DEEPEST:
        raise UneditableError
    start = _index(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        end = start + len(text[start : _index(event.end_mark)].rstrip())
        return Node(start, end, event.style or "", event.value)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(event, events, text, depth + 1)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(event, events, text, depth + 1)
    raise UneditableError


def _mapping(event: yaml.MappingStartEvent, events: Iterator[yaml.Event], text: str, depth: int) -> Node:
    keys, parts = [], []
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        keys.append(_node(inner, events, text, depth))
        parts.append(_node(next(events), events, text, depth))
    start = _index(event.start_mark)
    if event.flow_style:
        return Node(start, _index(inner.end_mark), "{", keys=tuple(keys), parts=tuple(parts))
    return Node(start, parts[-1].end, "", keys=tuple(keys), parts=tuple(parts))


def _sequence(event: yaml.SequenceStartEvent, events: Iterator[yaml.Event], text: str, depth: int) -> Node:
    parts = []
    while not isinstance(inner := next(events), yaml.SequenceEndEvent):
        parts.append(_node(inner, events, text, depth))
    start = _index(event.start_mark)
    if event.flow_style:
        return Node(start, _index(inner.end_mark), "[", parts=tuple(parts))
    return Node(start, parts[-1].end, "", parts=tuple(parts))


def node_at(root: Node, path: Path) -> Node:
    """The value at a path.

    Raises:
        KeyError: there is none.

    """
    for step in path:
        root = root.parts[root.index(step)]
    return root


def path_at(root: Node, offset: int) -> Path:
    """The path of the innermost value that has the character at ``offset``, or whose key has it."""
    path: Path = ()
    while True:
        found = next((each for each in _stretches(root) if each[0] <= offset < each[1]), None)
        if not found:
            return path
        _, _, step, root = found
        path = (*path, step)


def _stretches(node: Node) -> Iterator[tuple[int, int, Step, Node]]:
    """The characters of each part, with its key."""
    for place, (step, part) in enumerate(node.steps):
        start = node.keys[place].start if node.keys is not None else part.start
        yield start, max(part.end, start + 1), step, part


def plain(node: Node) -> object:
    """The value of a node as texts, lists and blocks of keys."""
    if node.text is not None:
        return node.text
    if node.keys is None:
        return [plain(part) for part in node.parts]
    return {str(step): plain(part) for step, part in node.steps}
