"""Changes as they are recorded in the data, and the files of their months with new ones at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from directive_atlas.lean.spans import UneditableError, plain, read_nodes
from directive_atlas.lean.values import block
from directive_atlas.lean.writing import record_text
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import Because, FieldChange, Name, RecordChange, Value
from directive_atlas.vocabulary.changes import What, recorded
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import Word

SCHEMA = "../schemas/changes.schema.json"

Block = Mapping[str, Any]


def changeset(date: str, revision: str, changes: Sequence[RecordChange]) -> Block:
    """What one revision brought, as it stands in the data."""
    return {"date": date, "revision": revision, "records": [_record(each) for each in changes]}


def _record(change: RecordChange) -> Block:
    title = dict(change.title.values) if change.what is What.REMOVED else {}
    part = change.root if change.root != change.id and change.what in {What.REMOVED, What.RENAMED} else None
    found = {
        "id": change.id,
        "kind": change.kind.value,
        "what": change.what.value,
        "former": change.former,
        "title": title,
        "root": part,
        "fields": [_field(each) for each in change.fields],
    }
    return {key: value for key, value in found.items() if value}


def _field(change: FieldChange) -> Block:
    found = {
        "field": change.field.value,
        "of": _values(change.of),
        "event": change.event,
        "before": _values(change.before),
        "after": _values(change.after),
        "because": _because(change.because) if change.because else None,
        "moves": change.moves,
    }
    return {key: value for key, value in found.items() if value}


def _because(because: Because) -> Block:
    directive = {"directive": because.directive.id} if because.directive else {}
    return directive | ({"note": dict(because.note.values)} if because.note else {})


def _values(values: Sequence[Value]) -> list[Block]:
    return [block for value in values for block in _value(value)]


def _value(value: Value) -> Iterator[Block]:
    """A value by its kind; an empty one is none."""
    if isinstance(value, Text):
        yield from [{"text": dict(value.values)}] if value.values else []
    elif isinstance(value, ImpreciseDate):
        yield {"date": value.text}
    elif isinstance(value, Name):
        yield {"record": value.id}
    elif isinstance(value, Word):
        yield {"word": recorded(value)}
    elif value.strip():
        yield {"plain": value}


def with_changesets(text: str | None, changesets: Sequence[Block]) -> str:
    """The file of a month with more changes at its end; what is there stays as it is.

    A file whose list stands in brackets is written anew.
    """
    if not text or not text.strip():
        return record_text({"changes": changesets}, SCHEMA)
    found = re.search(r"^( *)- ", text.partition("changes:")[2], re.M)
    indent = found[1] if found else "  "
    lines = [f"{indent}{line}" for line in block(changesets, "changes", len(indent))]
    longer = "".join(f"{line}\n" for line in (text.rstrip("\n"), *lines))
    wanted = [*_listed(text), *changesets]
    if _read(longer) == {"changes": wanted}:
        return longer
    return record_text({"changes": wanted}, SCHEMA)


def _listed(text: str) -> list[Any]:
    found = _read(text)
    return list(found.get("changes") or []) if isinstance(found, Mapping) else []


def _read(text: str) -> Any:
    """The values of a text, all scalars as they are written; nothing if it is no YAML."""
    try:
        return plain(read_nodes(text))
    except (yaml.YAMLError, UneditableError, StopIteration, IndexError):
        return None
