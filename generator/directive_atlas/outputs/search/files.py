"""The index as files: shards of keys (``shards.py``), records, names of tasks, and their manifest.

``theme/assets/search/index.js`` reads them. Postings are lists of document numbers by level, each as the
difference to the one before it (``packing.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.script import as_script
from directive_atlas.outputs.search import numbers, text
from directive_atlas.outputs.search.document import Document, Kind
from directive_atlas.outputs.search.export import FIELDS, Edition
from directive_atlas.outputs.search.index import Writing, indexed
from directive_atlas.outputs.search.shards import enough, key_files
from directive_atlas.outputs.search.start import start_files
from directive_atlas.outputs.search.text import simplified
from directive_atlas.resolve import Corpus
from directive_atlas.views.paging import batched

RECORDS, MOST_FILES, BODY, TASKS = 3, 1024, 700, 1000
"""Records in a file of a small library, and how many such files there are at most; characters of text in a
record; the least number of task keys in a file."""


def search_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All files below ``search/``."""
    listed, index = indexed(corpus, site)
    writing = index.writing
    found, written = _characters(index.postings), _characters(_words(listed))
    own = Edition()
    yield from own.of(key_files(index.postings))
    del index  # it is larger than all records, and they are still to come
    shelved = enough(RECORDS, len(listed), MOST_FILES)
    yield from _record_files(listed, shelved)
    tasks = list(_task_names(listed))
    yield from (as_script(f"search/tasks/{at}", "\n".join(lines)) for at, (_, lines) in enumerate(tasks))
    yield from start_files(corpus, site)
    folded = simplified().items()
    records = [each for each in listed if each.kind is not Kind.PAGE]
    known = found if writing.chinese else _characters(_words(records))
    yield as_script("search/traditional", _pairs((old, new) for old, new in folded if new in known))
    manifest = _manifest(listed, site, writing) | {
        "records": shelved,
        "tasks": [start for start, _ in tasks],
        "folded": _pairs((old, new) for old, new in folded if chr(old) in written),
    }
    if site.search_endpoint:
        asked = {"address": site.search_endpoint, "edition": str(own), "fields": FIELDS}
        manifest["endpoint"] = asked
    # Its patterns have characters that Unicode normalisation of the file would change.
    yield as_script("search/index", manifest, in_ascii=True)


def _characters(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for each in texts:
        found.update(each)
    return found


def _words(listed: Iterable[Document]) -> Iterator[str]:
    for document in listed:
        yield from (words for _, words in (document.title.values if document.title else ()))
        yield from (*document.names, *document.body)


def _manifest(listed: Sequence[Document], site: Site, writing: Writing) -> dict[str, Any]:
    starts = {kind: next((n for n, d in enumerate(listed) if d.kind is kind), -1) for kind in Kind}
    return {
        "size": len(listed),
        "starts": [[kind, start] for kind, start in starts.items() if start >= 0 and kind != Kind.MEASURE],
        "text": text.rules(site.codes, writing.countries),
        "numbers": numbers.rules(),
    }


def _pairs(folded: Iterable[tuple[int, str]]) -> list[str]:
    pairs = list(folded)
    return ["".join(chr(old) for old, _ in pairs), "".join(new for _, new in pairs)]


def _record_files(listed: Sequence[Document], count: int) -> Iterator[File]:
    for number, shelved in enumerate(batched(listed, count)):
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


def _task_names(listed: Sequence[Document]) -> Iterator[tuple[int, list[str]]]:
    """The keys of tasks in pieces, each with the number of its first document.

    A line has those of a directive, measures with a mark after their task.
    """
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
            yield start, lines
            count, lines = 0, []
    if lines:
        yield start, lines


def _task_name(document: Document) -> str:
    return ("-" if document.kind is Kind.MEASURE else "") + document.key.partition("/")[2]
