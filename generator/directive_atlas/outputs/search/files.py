"""The index as files: small shards of sorted keys, small shards of records, and their manifest.

``theme/assets/search/index.js`` reads them. Postings are lists of document numbers by level, each as the
difference to the one before it (``packing.py``).
"""

from __future__ import annotations

import operator
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.outputs import packing
from directive_atlas.outputs.files import File
from directive_atlas.outputs.packing import chars
from directive_atlas.outputs.script import as_script
from directive_atlas.outputs.search import numbers, text
from directive_atlas.outputs.search.document import Document, Kind
from directive_atlas.outputs.search.documents import documents
from directive_atlas.outputs.search.index import LEVELS, Index, Writing
from directive_atlas.outputs.search.start import start_files
from directive_atlas.outputs.search.text import simplified
from directive_atlas.resolve import Corpus
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.languages import script_of

SHARD_BYTES, SHARDS = 1600, 64
"""The approximate size of a shard of keys, and the number of shards that one file of ``places`` lists."""

HEAD = 256
"""The number of postings of a frequent key in its shard, the most prominent ones."""

RECORDS, BODY, TASKS = 3, 700, 1000
"""Records in a file, characters of text in each, and the least number of task keys in a file."""


@dataclass
class _Shelf:
    """What the manifest must know of the files, collected while they are written."""

    first_keys: list[str] = field(default_factory=list)
    task_starts: list[int] = field(default_factory=list)


def search_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All files below ``search/``."""
    listed = list(documents(corpus, site))
    writing = _writing(corpus, site)
    index = Index(writing)
    for document in listed:
        index.add(document)
    shelf = _Shelf()
    found, written = _characters(index.postings), _characters(_words(listed))
    yield from _key_files(index, shelf)
    yield from _place_files(shelf)
    yield from _record_files(listed)
    yield from _task_files(listed, shelf)
    yield from start_files(corpus, site)
    folded = simplified().items()
    records = [each for each in listed if each.kind is not Kind.PAGE]
    known = found if writing.chinese else _characters(_words(records))
    yield as_script("search/traditional", _pairs((old, new) for old, new in folded if new in known))
    manifest = _manifest(listed, shelf, site, writing)
    manifest["folded"] = _pairs((old, new) for old, new in folded if chr(old) in written)
    # Its patterns have characters that Unicode normalisation of the file would change.
    yield as_script("search/index", manifest, in_ascii=True)


def _writing(corpus: Corpus, site: Site) -> Writing:
    codes = dict.fromkeys(actor.jurisdiction for actor in corpus.actors.values() if actor.jurisdiction)
    names = (language.territory(code.partition("-")[0]) for code in codes for language in site.languages)
    countries = dict.fromkeys(text.squeezed(text.normalised(name)) for name in names)
    return Writing(any(script_of(code) in {"Hans", "Hant"} for code in site.codes), tuple(countries))


def _characters(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for each in texts:
        found.update(each)
    return found


def _words(listed: Iterable[Document]) -> Iterator[str]:
    for document in listed:
        yield from (words for _, words in (document.title.values if document.title else ()))
        yield from (*document.names, *document.body)


def _manifest(listed: Sequence[Document], shelf: _Shelf, site: Site, writing: Writing) -> dict[str, Any]:
    starts = {kind: next((n for n, d in enumerate(listed) if d.kind is kind), -1) for kind in Kind}
    return {
        "size": len(listed),
        "records": RECORDS,
        "shards": SHARDS,
        "starts": [[kind, start] for kind, start in starts.items() if start >= 0 and kind != Kind.MEASURE],
        "keys": _shortened(shelf.first_keys[::SHARDS]),
        "tasks": shelf.task_starts,
        "text": text.rules(site.codes, writing.countries),
        "numbers": numbers.rules(),
    }


def _place_files(shelf: _Shelf) -> Iterator[File]:
    """The first key of each shard, for so many shards a file; the manifest has the first of each file."""
    for number, keys in enumerate(batched(shelf.first_keys, SHARDS)):
        yield as_script(f"search/places/{number}", _shortened(keys))


def _shortened(keys: Iterable[str]) -> str:
    """Each key without the prefix it shares with the one before; a digit is the length of the prefix."""
    before, parts = "", list[str]()
    for key in keys:
        shared = _shared(before, key)
        parts.append(chars([shared]) + key[shared:])
        before = key
    return " ".join(parts)


def _pairs(folded: Iterable[tuple[int, str]]) -> list[str]:
    pairs = list(folded)
    return ["".join(chr(old) for old, _ in pairs), "".join(new for _, new in pairs)]


def _key_files(index: Index, shelf: _Shelf) -> Iterator[File]:
    """Shards of sorted keys with their postings; long postings also whole, each in a file of its own."""
    entries, size, last, long = list[str](), 0, "", 0
    for key in sorted(index.postings, key=_order):
        posting = index.postings.pop(key)
        words, rest = encoded(_by_level(posting)), ""
        if len(posting) > HEAD:
            yield as_script(f"search/full/{long}", words)
            words, rest, long = encoded(_head(posting)), f"!{long}.{len(posting)}", long + 1
        if size > SHARD_BYTES:
            yield as_script(f"search/keys/{len(shelf.first_keys) - 1}", "".join(entries))
            entries, size = [], 0
        if not entries:
            shelf.first_keys.append(separator(last, key))
        entries.append(f"{key} {words}{rest};")
        size += len(entries[-1].encode())
        last = key
    yield as_script(f"search/keys/{max(0, len(shelf.first_keys) - 1)}", "".join(entries))


def _order(key: str) -> bytes:
    """Keys in the order in which JavaScript compares them."""
    return key.encode("utf-16-be")


def separator(before: str, key: str) -> str:
    """The shortest prefix of ``key`` that is sorted after ``before``."""
    return key[: _shared(before, key) + 1]


def _shared(one: str, other: str) -> int:
    """The length of the common prefix of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _by_level(posting: array[int]) -> list[list[int]]:
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


def encoded(lists: Iterable[list[int]]) -> str:
    """Lists of ascending numbers as text, with commas between the lists."""
    written = (packing.numbers(_differences(posting)) if posting else "" for posting in lists)
    return ",".join(written).rstrip(",")


def _differences(posting: list[int]) -> Iterator[int]:
    return map(operator.sub, posting, chain([0], posting))


def _record_files(listed: Sequence[Document]) -> Iterator[File]:
    for number, shelved in enumerate(batched(listed, RECORDS)):
        contexts: dict[str, Any] = {}
        records = [_record(document, contexts) for document in shelved]
        yield as_script(f"search/records/{number}", [list(contexts.values()), records])


def _record(document: Document, contexts: dict[str, Any]) -> list[Any]:
    """A record as ``search/index.js`` reads it; contexts shared by neighbours are written once."""
    context = -1
    if document.context:
        values = dict(document.context.values)
        contexts.setdefault(str(values), values)
        context = list(contexts).index(str(values))
    titles = dict(document.title.values) if document.title else {}
    where, body = document.address, _cut((*document.body, *document.translations))
    facts = dict(document.facts.values) if document.facts else 0
    extra = [document.label or document.number, facts, document.query]
    while extra and not extra[-1]:
        extra.pop()
    return [document.kind, where.path[:-3], where.anchor, titles, context, document.names, body, *extra]


def _cut(body: Iterable[str]) -> list[str]:
    """As much of the texts as a result may show."""
    kept, left = list[str](), BODY
    for words in dict.fromkeys(body):
        if left > 0:
            kept.append(words[:left])
        left -= len(words)
    return kept


def _task_files(listed: Sequence[Document], shelf: _Shelf) -> Iterator[File]:
    """The keys of tasks by document number: a line a directive, measures with a mark after their task."""
    start, count, lines = 0, 0, list[str]()
    tasks = [(number, document) for number, document in enumerate(listed) if document.key]
    for directive, group in groupby(tasks, key=lambda pair: pair[1].key.partition("/")[0]):
        members = list(group)
        if not lines:
            start = members[0][0]
        names = (_task_name(document) for _, document in members)
        lines.append(f"{directive} {' '.join(names)}")
        count += len(members)
        if count >= TASKS:
            yield _task_file(shelf, start, lines)
            count, lines = 0, []
    if lines:
        yield _task_file(shelf, start, lines)


def _task_name(document: Document) -> str:
    return ("-" if document.kind is Kind.MEASURE else "") + document.key.partition("/")[2]


def _task_file(shelf: _Shelf, start: int, lines: list[str]) -> File:
    shelf.task_starts.append(start)
    return as_script(f"search/tasks/{len(shelf.task_starts) - 1}", "\n".join(lines))
