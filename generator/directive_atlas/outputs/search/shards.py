"""The keys of the index as files: shards of sorted keys, and the whole postings of frequent ones.

How large a file becomes follows from the size of the library, and doubles with it: so there are never many,
and what is loaded for a query does not grow with the library. Where a shard ends, and in which file a posting
is, follows from the keys themselves: so what a record adds or loses changes the files of its own keys.
"""

from __future__ import annotations

import operator
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from directive_atlas.outputs import packing
from directive_atlas.outputs.files import File
from directive_atlas.outputs.packing import chars
from directive_atlas.outputs.script import as_script
from directive_atlas.outputs.search.index import LEVELS

SHARD_BYTES, MOST_SHARDS = 1600, 1280
"""The approximate size of a shard of keys in a small library, and about how many there are at most."""

_ENDS = 8
"""Beyond that size, one key of so many begins a shard."""

HEAD = 256
"""The number of postings of a frequent key in its shard, the most prominent ones."""

FULL, MOST_FULL = 4096, 256
"""The approximate number of postings in a file of frequent keys, and how many such files there are."""


def enough(size: int, whole: int, most: int) -> int:
    """A size, doubled until so many parts of it make up the whole."""
    while size * most < whole:
        size *= 2
    return size


def fingerprint(key: str) -> int:
    """A number of 32 bits that follows from a key (FNV-1a over its code points), as scripts compute it."""
    found = 0x811C9DC5
    for sign in key:
        found = (found ^ ord(sign)) * 0x01000193 & 0xFFFFFFFF
    return found


def key_files(postings: Mapping[str, array[int]]) -> Iterator[File]:
    """Shards of sorted keys, named after their first keys; those first keys; the files of frequent keys."""
    frequent = {key: posting for key, posting in postings.items() if len(posting) > HEAD}
    files = _files_of(frequent)
    entries = {key: _entry(key, postings[key], files) for key in sorted(postings, key=_order)}
    size = enough(SHARD_BYTES, sum(map(len, entries.values())), MOST_SHARDS)
    shards = list(_shards(entries, size))
    for shard in shards:
        yield as_script(f"search/keys/{shard.name}", b"".join(entries[key] for key in shard.keys).decode())
    yield as_script("search/places", shortened(shard.keys[0] for shard in shards))
    yield from _full_files(frequent, files)


@dataclass(frozen=True, slots=True)
class _Shard:
    """Keys that are neighbours; it is named after the first."""

    keys: list[str]

    @property
    def name(self) -> str:
        return f"{fingerprint(self.keys[0]):x}"


def _shards(entries: Mapping[str, bytes], size: int) -> Iterator[_Shard]:
    """Neighbours until they are large enough, and on until a key begins the next."""
    keys, length, names = list[str](), 0, set[int]()
    for key, entry in entries.items():
        if length > size and (name := fingerprint(key)) % _ENDS == 0 and name not in names:
            yield _Shard(keys)
            keys, length = [], 0
            names.add(name)
        keys.append(key)
        length += len(entry)
    if keys:
        yield _Shard(keys)


def _order(key: str) -> bytes:
    """Keys in the order in which JavaScript compares them."""
    return key.encode("utf-16-be")


def shortened(keys: Iterable[str]) -> str:
    """Each key without the prefix it shares with the one before; a digit is the length of the prefix."""
    before, parts = "", list[str]()
    for key in keys:
        shared = _shared(before, key)
        parts.append(chars([shared]) + key[shared:])
        before = key
    return " ".join(parts)


def _shared(one: str, other: str) -> int:
    """The length of the common prefix of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _entry(key: str, posting: array[int], files: int) -> bytes:
    """A key with its postings; where they are many, the head of them, the file of all, and their number.

    There is one for each key of the library; as bytes they take half the room.
    """
    if len(posting) <= HEAD:
        return f"{key} {encoded(_by_level(posting))};".encode()
    return f"{key} {encoded(_head(posting))}!{fingerprint(key) % files}.{len(posting)};".encode()


def _files_of(frequent: Mapping[str, array[int]]) -> int:
    """The number of files of frequent keys: a power of two."""
    postings, files = sum(map(len, frequent.values())), 1
    while files < MOST_FULL and files * FULL < postings:
        files *= 2
    return files


def _full_files(frequent: Mapping[str, array[int]], files: int) -> Iterator[File]:
    """All postings of the frequent keys, by the file that their fingerprints name."""
    entries: dict[int, list[str]] = {}
    for key in sorted(frequent, key=_order):
        entry = f"{key} {encoded(_by_level(frequent[key]))};"
        entries.setdefault(fingerprint(key) % files, []).append(entry)
    for number in sorted(entries):
        yield as_script(f"search/full/{number}", "".join(entries[number]))


def _by_level(posting: Iterable[int]) -> list[list[int]]:
    lists: list[list[int]] = [[] for _ in range(LEVELS)]
    for each in posting:
        lists[each & 7].append(each >> 3)
    return lists


def _head(posting: array[int]) -> list[list[int]]:
    """The most prominent postings; of equal ones the first documents."""
    lists, left = _by_level(posting), HEAD
    for level, found in enumerate(lists):
        lists[level] = found[:left]
        left -= len(lists[level])
    return lists


def encoded(lists: Iterable[Sequence[int]]) -> str:
    """Lists of ascending numbers as text, with commas between the lists."""
    written = (packing.numbers(_differences(posting)) if posting else "" for posting in lists)
    return ",".join(written).rstrip(",")


def _differences(posting: Sequence[int]) -> Iterator[int]:
    return map(operator.sub, posting, chain([0], posting))
