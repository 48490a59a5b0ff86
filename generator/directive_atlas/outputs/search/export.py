"""The documents of the search for an engine: one to a line, with the keys already cut.

An engine that does no more than split at white space then finds what the search of the site finds.
``engine_index`` says to one such engine, Quickwit, what the lines have.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from directive_atlas.interface.site import Site
from directive_atlas.outputs import packing
from directive_atlas.outputs.files import File
from directive_atlas.outputs.search.document import Document
from directive_atlas.outputs.search.index import Index, indexed, levels
from directive_atlas.outputs.search.shards import key_files
from directive_atlas.resolve import Corpus

FIELDS = ("name_short", "name", "name_long", "text_short", "text", "related")
"""By level (``index.LEVELS``) the field of the keys that are so prominent in a document."""

UNNAMED = "atlas"
"""The index of a site that does not say yet where its engine is."""

_VERSION = "0.7"
_HEADING = """\
# An index of Quickwit for the lines that `directives search-export` writes.
# The keys are cut already: a program that cuts them once more finds nothing.
"""


class Edition:
    """What tells the documents of an index from those of every other: a digest of its files of keys."""

    def __init__(self) -> None:
        """Of no file yet."""
        self._digest = hashlib.sha256()

    def of(self, keys: Iterable[File]) -> Iterator[File]:
        """The same files, of which the digest is."""
        for file in keys:
            self._digest.update(file.content)
            yield file

    def __str__(self) -> str:
        """The digest of all files that have passed."""
        return self._digest.hexdigest()[:16]


def document_lines(corpus: Corpus, site: Site) -> Iterator[bytes]:
    """Each document of a site as a line of JSON, in the order of their numbers."""
    listed, index = indexed(corpus, site)
    own = Edition()
    deque(own.of(key_files(index.postings)), maxlen=0)
    for number, document in enumerate(listed):
        line = {"edition": str(own), "id": number, **_about(document, site), **_keys(document, index)}
        yield json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _about(document: Document, site: Site) -> dict[str, Any]:
    """What kind it is, what it is called or is a part of, and its page in each language."""
    title = document.title or document.context
    page, anchor = f"{document.address.path.removesuffix('.md')}.html", document.address.anchor
    below = page + (f"?{document.query}" if document.query else "") + (f"#{anchor}" if anchor else "")
    root = f"{site.address.rstrip('/')}/" if site.address else ""
    urls = {language.code: f"{root}{language.folder}{below}" for language in site.languages}
    return {"kind": document.kind, "title": dict(title.values) if title else {}, "url": urls}


def _keys(document: Document, index: Index) -> dict[str, str]:
    """Its keys by level, and in how many documents each of them is."""
    by_level: Sequence[list[str]] = [[] for _ in FIELDS]
    for key, level in levels(document, index.writing).items():
        by_level[level].append(key)
    counts = packing.numbers(len(index.postings[key]) for keys in by_level for key in keys)
    return {name: " ".join(keys) for name, keys in zip(FIELDS, by_level, strict=True)} | {"counts": counts}


def engine_index(site: Site) -> str:
    """The configuration of an index of Quickwit for these lines, as YAML."""
    known = {"type": "text", "tokenizer": "raw"}
    kept = {"stored": True, "indexed": False}
    keys = {"type": "text", "tokenizer": "whitespace", "record": "basic", "fieldnorms": True}
    fields = [
        {"name": "edition", **known},
        {"name": "id", "type": "u64", "fast": True},
        {"name": "kind", **known},
        {"name": "title", "type": "json", **kept},
        {"name": "url", "type": "json", **kept},
        *({"name": name, **keys} for name in FIELDS),
        {"name": "counts", "type": "text", **kept},
    ]
    config = {
        "version": _VERSION,
        "index_id": site.search_endpoint.split("/")[-2] if site.search_endpoint else UNNAMED,
        "doc_mapping": {"mode": "strict", "field_mappings": fields, "tag_fields": ["edition"]},
        "search_settings": {"default_search_fields": list(FIELDS)},
    }
    return _HEADING + yaml.safe_dump(config, sort_keys=False, allow_unicode=True)
