"""Which files there may be in a data folder, and what is said of those that are missing or not used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from directive_atlas.load import schema
from directive_atlas.load.record import Record
from directive_atlas.load.validate import did_you_mean
from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.problems.wording import plain_line
from directive_atlas.vocabulary.languages import is_language

CHANGES = "changes"
"""Folder of the recorded changes inside the data folder: a file for each month."""

MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\.yml")
"""The name of such a file."""

SCHEMAS = "schemas"
"""Folder of the JSON Schemas inside the data folder."""

REVIEWS = "review.csv"
"""The file with the reviews of a directive; a command writes it."""

BEFORE_UPGRADE, BEFORE_DRAFT, BEFORE_RELOAD = ".before-upgrade", ".before-draft", ".before-reload"
"""How the names of copies end that `directives upgrade`, `draft` and `edit` keep; they are not data."""

TABLES = ("progress.csv", "targets.csv", "sources.csv", REVIEWS)
"""The tables that may stand beside a directive's record."""

KINDS: dict[str, type[Record]] = {
    "actors": schema.ActorsFile,
    "topics": schema.TopicsFile,
    "glossary": schema.GlossaryFile,
    "settings": schema.Settings,
    "directive": schema.Directive,
    "changes": schema.ChangesFile,
}
"""The kinds of YAML file by the stem of their name; those of changes are called after their months."""

IF_EMPTY = {
    "actors": say("write “actors: []” if there are none yet"),
    "topics": say("write “topics: []” if there are none yet, or remove the file"),
    "glossary": say("write “terms: []” if there are none yet, or remove the file"),
    "settings": say("write “languages: [en]”, or remove the file"),
    "directive": say("write the record, or remove its folder"),
    "changes": say("write “changes: []”, or remove the file"),
}
IF_MISSING = {
    **dict.fromkeys(KINDS, say("put it into this folder")),
    "actors": say("put it into this folder; it may say “actors: []”"),
    "directive": say("put it into this folder, or remove the folder"),
}

_COPIES = (BEFORE_UPGRADE, BEFORE_DRAFT, BEFORE_RELOAD)


def instead_of(name: str, expected: list[str]) -> Wording | None:
    """What to do with a file that is not used."""
    if name.endswith((".txt", ".md", ".html")):
        return say("name it in directive.yml: source: {{file: {name}}}", name=plain_line(name))
    if name.endswith(".po"):
        return say("call it as its record and a language of settings.yml: directive.en.po")
    return did_you_mean(name, expected)


def kind_of(name: str) -> str:
    """The kind of a YAML file by its path in the data folder."""
    path = PurePosixPath(name)
    return CHANGES if path.parent.name == CHANGES else path.stem


def is_aside(path: Path) -> bool:
    """Whether a file is hidden, a copy, or a translation into a language that the site does not have."""
    stem, _, language = path.stem.partition(".")
    translates = path.suffix == ".po" and stem in KINDS and is_language(language)
    return translates or path.name.startswith(".") or path.name.endswith(_COPIES)


def schema_line(text: str, file: str, name: str) -> Iterator[Problem]:
    """W110 unless one of the first comment lines names the schema for editors."""
    schema_path = f"{'../' * name.count('/')}{SCHEMAS}/{kind_of(name)}.schema.json"
    for line in text.splitlines():
        if line.startswith("# yaml-language-server:") and line.endswith(f"$schema={schema_path}"):
            return
        if not line.startswith("#"):
            break
    yield problem("W110", Place(file), schema=schema_path)
