"""Changes as text for the terminal, Markdown for a pull request, JSON, and GitHub annotations."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from directive_atlas.changes.words import Sentences
from directive_atlas.interface.addresses import of_record
from directive_atlas.problems import Place
from directive_atlas.problems.formats import github_line
from directive_atlas.problems.wording import plain_line
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import FieldChange, Name, RecordChange, Value
from directive_atlas.vocabulary.changes import What
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import N_

Changes = Sequence[RecordChange]
Places = Mapping[str, Place]
"""Where each record is in the later state, by its id."""

_COUNT = N_("%(added)s added, %(removed)s removed, %(renamed)s renamed, %(changed)s changed")
_NOTHING = N_("Nothing changed.")
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~@])")


def as_text(changes: Changes, words: Sentences, places: Places) -> str:
    """Each record in a line with its place, each of its changes in a line below it; then the numbers."""
    return "".join(f"{line}\n" for line in _text(changes, words, places))


def _text(changes: Changes, words: Sentences, places: Places) -> Iterator[str]:
    for change in changes:
        place = places.get(change.id)
        record = plain_line(words.record(change))
        yield f"{place}: {record}" if place else record
        yield from (f"  {plain_line(words.field(field))}" for field in change.fields)
    yield summary(changes, words)


def as_markdown(changes: Changes, words: Sentences, places: Places) -> str:
    """The numbers, then a list; every sign of a text stands for itself."""
    lines = [summary(changes, words), ""]
    for change in changes:
        lines.append(f"- **{_escaped(words.record(change))}** `{change.id.replace('`', '')}`")
        lines += [f"  - {_escaped(words.field(field))}" for field in change.fields]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", plain_line(text))


def as_json(changes: Changes, words: Sentences, places: Places) -> str:
    """Values as they are, with the sentence in the language of the run."""
    return json.dumps([_record(change, words) for change in changes], ensure_ascii=False, indent=2) + "\n"


def _record(change: RecordChange, words: Sentences) -> Mapping[str, Any]:
    return {
        "what": change.what.value,
        "kind": change.kind.value,
        "id": change.id,
        **({"former": change.former} if change.former else {}),
        "title": dict(change.title.values),
        "page": page_of(change),
        "changes": [_field(field, words) for field in change.fields],
    }


def _field(field: FieldChange, words: Sentences) -> Mapping[str, Any]:
    return {
        "field": field.field.value,
        "what": field.what.value,
        "of": [plain_value(value) for value in field.of],
        "before": [plain_value(value) for value in field.before],
        "after": [plain_value(value) for value in field.after],
        "words": words.field(field),
    }


def page_of(change: RecordChange) -> str:
    """The page of a record, from the root of the site."""
    return of_record(change.kind, change.id, change.root).href("index.md")


def plain_value(value: Value) -> Any:
    """A value as JSON has it: a text by language, a record by its id, a date or a word as it is written."""
    if isinstance(value, Text):
        return dict(value.values)
    if isinstance(value, Name):
        return {"id": value.id}
    return value.text if isinstance(value, ImpreciseDate) else str(value)


def as_github(changes: Changes, words: Sentences, places: Places) -> str:
    """A notice for each record that is in the later state, shown at its line of a pull request."""
    return "".join(_notices(changes, words, places))


def _notices(changes: Changes, words: Sentences, places: Places) -> Iterator[str]:
    for change in changes:
        if place := places.get(change.id):
            text = "\n".join(words.field(field) for field in change.fields)
            yield github_line("notice", place, words.record(change), text or words.record(change))


def summary(changes: Changes, words: Sentences) -> str:
    """How many records were added, removed, renamed and changed."""
    if not changes:
        return words.language.gettext(_NOTHING)
    counted = Counter(change.what for change in changes)
    return words.language.gettext(_COUNT) % {what.value: str(counted[what]) for what in What}


FORMS: Mapping[str, Callable[[Changes, Sentences, Places], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
}
"""The formats of ``directives diff --format``."""
