"""The records of a built site, read from its exported files."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from directive_atlas import filesystem
from directive_atlas.api.v1 import Changes, Corpus, Entry, Index, Record, RecordedChange, Task, walk

R = TypeVar("R", bound=Record)
L = TypeVar("L", Index, Changes)
_NAME = re.compile(r"[^/\\\0]+")
_SHORTEST = 3
"""The full-text index finds runs of at least so many characters."""


class NotPublishedError(LookupError):
    """There is no such record, or the folder has no exported records."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its kind, its name in the corpus, its page, and its words."""

    kind: str
    id: str
    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """The exported files of the site in a folder; each is read when it is asked for."""

    folder: Path

    def corpus(self) -> Corpus:
        """What there is, and as of which day."""
        return self._read("index.json", Corpus)

    def task(self, key: str) -> Task:
        """A task or measure by its key.

        Raises:
            NotPublishedError: there is none of this key.

        """
        [root] = self._rows("SELECT root FROM tasks WHERE key = ?", (key,)) or [("",)]
        directive, _, name = str(root[0]).partition("/")
        whole = self._read(f"tasks/{_named(directive)}/{_named(name)}.json", Task)
        return next(each for each in walk(whole) if each.key == key)

    def entries(self, by: str, of: str) -> Iterator[Entry]:
        """The tasks of a body, topic, month or status.

        Raises:
            NotPublishedError: it has none, or there is no such name.

        """
        for index in self._all(f"by/{by}/{_named(of)}.json", Index):
            yield from index.tasks

    def months(self) -> Sequence[str]:
        """The months in which something is due."""
        paths = self.corpus().indexes.get("month", ())
        return [path.removeprefix("by/month/").removesuffix(".json") for path in paths]

    def found(self, words: str, limit: int) -> Sequence[Hit]:
        """What has all of the words, each of any length and in any language."""
        terms = words.replace("\0", " ").split()
        long = [f'"{term}"' for term in (each.replace('"', '""') for each in terms) if len(term) >= _SHORTEST]
        short = [term for term in terms if len(term) < _SHORTEST]
        conditions = [*(["search MATCH ?"] if long else []), *["instr(lower(text), lower(?))"] * len(short)]
        if not conditions:
            return []
        values = [*([" AND ".join(long)] if long else []), *short]
        question = f"SELECT kind, id, page, text FROM search WHERE {' AND '.join(conditions)} LIMIT ?"
        return [Hit(*map(str, row)) for row in self._rows(question, (*values, limit))]

    def reported_since(self, day: dt.date, limit: int) -> Sequence[tuple[str, str]]:
        """The keys of the tasks with reports published since a day, and the day of each report."""
        question = "SELECT task, date_last FROM reports WHERE date_last >= ? ORDER BY date_last DESC LIMIT ?"
        return [(str(task), str(date)) for task, date in self._rows(question, (day.isoformat(), limit))]

    def changes(self, since: dt.date) -> Iterator[RecordedChange]:
        """The recorded changes since a day, the latest first."""
        for first in self.corpus().changes:
            if _month(first) >= f"{since:%Y-%m}":
                for found in self._all(first, Changes):
                    yield from (each for each in found.changes if each.date >= since)

    def _all(self, first: str, model: type[L]) -> Iterator[L]:
        """A file and those that follow it, each once: a file may name any other."""
        path: str | None = first
        seen = set[str]()
        while path and path not in seen:
            seen.add(path)
            found = self._read(path, model)
            yield found
            path = found.next

    def _read(self, path: str, model: type[R]) -> R:
        try:
            if not filesystem.is_inside(path):
                raise NotPublishedError(path)
            return model.model_validate_json(filesystem.read(self.folder, f"api/v1/{path}") or b"")
        except (OSError, ValidationError) as error:
            raise NotPublishedError(path) from error

    def _rows(self, question: str, values: Sequence[str | int]) -> list[tuple[object, ...]]:
        """The answer of the database, which is opened for reading only."""
        address = f"{(self.folder / 'tables' / 'directives.db').as_uri()}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                return connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise NotPublishedError(str(error)) from error


def _month(path: str) -> str:
    return path.removeprefix("changes/").removesuffix(".json")


def _named(name: str) -> str:
    """A name that stays in its folder."""
    if not _NAME.fullmatch(name) or name.startswith("."):
        raise NotPublishedError(name)
    return name
