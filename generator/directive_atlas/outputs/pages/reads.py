"""What a page reads of the records while it is rendered: if none of it changes, the page stays as it is.

Records name each other by their ids, and whoever follows a name asks one of the mappings of the corpus. So
mappings that note what they are asked for know all that a page has from elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Generic, TypeVar, overload

from directive_atlas.outputs.trace import EVERYTHING, Name
from directive_atlas.resolve import Corpus

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")


class Reads:
    """Notes the names of what is read."""

    def __init__(self) -> None:
        """Nothing was read."""
        self._noted: set[Name] = set()

    def note(self, name: Name) -> None:
        """Note that something was read."""
        self._noted.add(name)

    def add(self, names: Iterable[Name]) -> None:
        """Note that all of this was read."""
        self._noted.update(names)

    def of(self, make: Callable[[], T]) -> tuple[T, frozenset[Name]]:
        """What a function returns, and what it read; that is noted for what calls this, too."""
        outer, self._noted = self._noted, set()
        try:
            made = make()
            names = frozenset({EVERYTHING} if EVERYTHING in self._noted else self._noted)
        finally:
            self._noted = outer
        outer |= names
        return made, names


class Once(Generic[K, V]):
    """Values made once and used by many: each user has read what the value was made from."""

    def __init__(self, reads: Reads) -> None:
        """Nothing is made yet."""
        self._reads = reads
        self._made: dict[K, tuple[V, tuple[Name, ...]]] = {}  # a set of few names takes four times the room

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value for a key."""
        known = self._made.get(key)
        if known:
            self._reads.add(known[1])
            return known[0]
        made, names = self._reads.of(make)
        self._made[key] = made, tuple(names)
        return made


class _Mapping(Mapping[K, V]):
    """A mapping that notes the keys that it is asked for."""

    def __init__(self, name: str, known: Mapping[K, V], reads: Reads) -> None:
        self._name, self._known, self._reads = name, known, reads

    def __getitem__(self, key: K) -> V:
        self._reads.note((self._name, key))
        return self._known[key]

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | T, /) -> V | T: ...
    def get(self, key: K, default: V | T | None = None, /) -> V | T | None:
        self._reads.note((self._name, key))
        return self._known.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.note((self._name, key))
        return key in self._known

    def __iter__(self) -> Iterator[K]:
        self._reads.note(EVERYTHING)
        return iter(self._known)

    def __len__(self) -> int:
        self._reads.note(EVERYTHING)
        return len(self._known)


class _Sequence(Sequence[V]):
    """A sequence that notes that it was read."""

    def __init__(self, known: Sequence[V], reads: Reads) -> None:
        self._known, self._reads = known, reads

    def __getitem__(self, at: Any) -> Any:
        self._reads.note(EVERYTHING)
        return self._known[at]

    def __len__(self) -> int:
        self._reads.note(EVERYTHING)
        return len(self._known)


def mappings(record: Any, prefix: str = "") -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """The mappings of a corpus by the names that reads are noted with."""
    for field in fields(record):
        value, name = getattr(record, field.name), f"{prefix}{field.name}"
        if isinstance(value, Mapping):
            yield name, value
        elif is_dataclass(value):
            yield from mappings(value, f"{name}.")


def watched(corpus: Corpus, reads: Reads) -> Corpus:
    """The same corpus, which notes what is read of it."""
    found: Corpus = _watched(corpus, reads, "")
    return found


def watched_mapping(name: str, known: Mapping[K, V], reads: Reads) -> Mapping[K, V]:
    """The same mapping, which notes what it is asked for under this name."""
    return _Mapping(name, known, reads)


def _watched(record: Any, reads: Reads, prefix: str) -> Any:
    found = {field.name: getattr(record, field.name) for field in fields(record)}
    return replace(
        record, **{name: _noting(value, reads, f"{prefix}{name}") for name, value in found.items()}
    )


def _noting(value: Any, reads: Reads, name: str) -> Any:
    """The same value, which notes how it is used.

    Raises:
        TypeError: nobody has said how a value of that type tells what is read of it.
    """
    if isinstance(value, Mapping):
        return _Mapping(name, value, reads)
    if isinstance(value, tuple):
        return _Sequence(value, reads)
    if isinstance(value, dt.date):  # of all pages alike
        return value
    if is_dataclass(value):
        return _watched(value, reads, f"{name}.")
    if callable(value):
        return _noting_calls(value, reads)
    raise TypeError(name)


def _noting_calls(function: Callable[..., T], reads: Reads) -> Callable[..., T]:
    def noted(*given: Any) -> T:
        reads.note(EVERYTHING)
        return function(*given)

    return noted
