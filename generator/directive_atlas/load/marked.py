"""Values that remember their place in a file.

YAML and CSV are both turned into these, so that every later stage can name file, line and column. Scalars
stay text: the schema, not YAML, decides what is a date or a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from directive_atlas.problems import Place


class Scalar(str):
    """The text of one scalar as it is in the file, and what YAML would take it for."""

    __slots__ = ("place", "yaml_kind")
    place: Place
    yaml_kind: str

    def __new__(cls, text: str, place: Place, yaml_kind: str = "str") -> Scalar:
        """``yaml_kind`` is ``str``, ``int``, ``float``, ``bool`` or ``timestamp``."""
        scalar = super().__new__(cls, text)
        scalar.place = place
        scalar.yaml_kind = yaml_kind
        return scalar

    def __getnewargs__(self) -> tuple[str, Place, str]:  # type: ignore[override]
        """What another process makes it of again."""
        return str(self), self.place, self.yaml_kind


@dataclass(slots=True)
class Marks:
    """The places of a block, and of each of its keys and values.

    ``unusable`` are keys whose value was refused already: they do not count as missing.
    """

    place: Place
    keys: dict[str | int, Place] = field(default_factory=dict)
    values: dict[str | int, Place] = field(default_factory=dict)
    unusable: frozenset[str] = frozenset()


class Mapping(dict[str, Any]):
    """A block of keys; ``model`` is the record class that it was checked against."""

    __slots__ = ("marks", "model")

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks
        self.model: type | None = None

    def set(self, key: str, value: object, key_place: Place, value_place: Place) -> None:
        """Add one key with its value and both places."""
        self[key] = value
        self.marks.keys[key] = key_place
        self.marks.values[key] = value_place

    def lengthen(self, short: str, long: str) -> None:
        """Write what stands under one key under another, as a list."""
        if short not in self:
            return
        value, key_place = self.pop(short), self.marks.keys.pop(short)
        place = self.marks.values.pop(short, key_place)  # a row of a table has one place for both
        entries = value if isinstance(value, Sequence) else _list_of(value, place)
        self.set(long, entries, key_place, place)


def block_of(value: Scalar | Mapping, *keys: str) -> Mapping:
    """The block ``{key: value}``, for fields that have a short form."""
    place = value.marks.place if isinstance(value, Mapping) else value.place
    block = Mapping(Marks(place))
    for key in keys:
        block.set(key, value, place, place)
    return block


def merged(block: Mapping, page: Mapping) -> Mapping:
    """What a page says, with what a block that names it as its ``source`` says otherwise."""
    found = Mapping(block.marks)
    found.update({**page, **{key: value for key, value in block.items() if key != "source"}})
    found.marks = Marks(
        block.marks.place,
        {**page.marks.keys, **block.marks.keys},
        {**page.marks.values, **block.marks.values},
    )
    return found


def in_order(block: Mapping, keys: Iterable[str]) -> Mapping:
    """The same block with some of its keys first, in their order."""
    found = Mapping(block.marks)
    found.update({key: block[key] for key in (*keys, *block) if key in block})
    return found


class Sequence(list[Any]):
    """A list of values."""

    __slots__ = ("marks",)

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks

    def add(self, value: object, place: Place) -> None:
        """Append one value with its place."""
        self.marks.values[len(self)] = place
        self.append(value)


def list_of(value: Scalar) -> Sequence:
    """The list of one word, for fields that have a short form."""
    return _list_of(value, value.place)


def _list_of(value: object, place: Place) -> Sequence:
    entries = Sequence(Marks(place))
    entries.add(value, place)
    return entries


Value = Scalar | Mapping | Sequence | None


def has(value: Any, step: str | int) -> TypeGuard[Any]:
    """Whether ``value[step]`` is there: a key of a block, or an index of a list."""
    if isinstance(value, Mapping):
        return step in value
    return isinstance(value, Sequence) and isinstance(step, int) and step < len(value)


def place_of(root: Value, path: tuple[str | int, ...], *, of_key: bool = False) -> Place:
    """The place of the value (or key) at ``path``, or of the nearest block around it.

    Steps that the file does not have (names of validators, missing keys) are skipped.
    """
    place, value = Place(""), root
    if isinstance(root, Mapping | Sequence):
        place = root.marks.place
    for depth, step in enumerate(path):
        if not has(value, step):
            continue
        last = depth == len(path) - 1
        known = value.marks.keys if last and of_key and step in value.marks.keys else None
        place = (known or value.marks.values)[step]
        value = value[step]
    return place


def block_at(root: Value, path: tuple[str | int, ...]) -> Mapping | None:
    """The innermost block of keys on the way along ``path``."""
    found, value = None, root
    for step in (*path, None):
        if isinstance(value, Mapping):
            found = value
        if step is not None and has(value, step):
            value = value[step]
    return found


def without(value: Value, dead: set[tuple[str | int, ...]], path: tuple[str | int, ...] = ()) -> Value:
    """A copy of ``value`` without the values at the ``dead`` paths; places stay the same."""
    if isinstance(value, Mapping):
        block = Mapping(value.marks)
        for key, item in value.items():
            if (*path, key) not in dead:
                block[key] = without(item, dead, (*path, key))
        return block
    if isinstance(value, Sequence):
        items = Sequence(Marks(value.marks.place))
        for index, item in enumerate(value):
            if (*path, index) not in dead:
                items.add(without(item, dead, (*path, index)), value.marks.values[index])
        return items
    return value


def ids_in(value: Value) -> Iterator[str]:
    """Every ``id`` written anywhere in ``value``."""
    if isinstance(value, Mapping):
        if isinstance(value.get("id"), Scalar):
            yield str(value["id"])
        for item in value.values():
            yield from ids_in(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from ids_in(item)
