"""The registries: bodies by id and by all of their names, and each as a record for a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import Field
from rapidfuzz import process

from directive_atlas.load.fields import DateField, Reading
from directive_atlas.load.record import Record
from directive_atlas.load.schema import Actor, Alias
from directive_atlas.load.validate import validate
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.folding import name_key
from directive_atlas.vocabulary.languages import languages_of

REGISTRIES = ("cn", "us")
"""The registries by the country of their bodies."""

LANGUAGES = ("zh", "en")
"""The languages of the names in the registries."""

_NEAR, _NEAREST = 75, 5
"""The least similarity of a suggested name (0 to 100), and the number of suggestions."""


class Entry(Actor):
    """A body of a registry: a record of an actor, and when the body itself began and ended.

    An ``until`` of a month or year means that the body ended within it.
    """

    from_: DateField | None = Field(default=None, alias="from")
    until: DateField | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The official names in all languages, then the others."""
        official = (text for _, text in self.name.values)
        return (*official, *(alias.name for alias in self.aliases))


class _File(Record):
    actors: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The bodies of one country by id, and the ids by the ``name_key`` of each of their names."""

    name: str
    entries: Mapping[str, Entry]
    index: Mapping[str, tuple[str, ...]]

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """All bodies with a name; a name can belong to several, such as 广电总局."""
        return tuple(self.entries[body] for body in self.index.get(name_key(name), ()))

    def above(self, entry: Entry) -> Iterator[Entry]:
        """The parents of a body, the nearest first."""
        while entry.parent:
            entry = self.entries[entry.parent]
            yield entry

    def skeleton(self, entry: Entry, languages: Sequence[str]) -> str:
        """The record of a body in a site's ``actors.yml``: see ``skeleton``."""
        return skeleton(entry, languages)


@cache
def registry(name: str) -> Registry:
    """One of the ``REGISTRIES``, read when it is first needed.

    Raises:
        FileNotFoundError: there is no registry of this name.
        ValueError: its file is broken (a mistake in our own data).

    """
    file = f"{name}.yml"
    value, problems = parse_yaml(files(__package__).joinpath(file).read_text("utf-8"), file)
    record, more = validate(_File, value, file, Reading(LANGUAGES))
    if record is None or problems or more:
        raise ValueError([str(each) for each in (*problems, *more)])
    return Registry(name, {entry.id: entry for entry in record.actors}, _index(record.actors))


def _index(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        for name in entry.names:
            found.setdefault(name_key(name), {})[entry.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def find(text: str) -> tuple[tuple[Registry, Entry], ...]:
    """The bodies of all registries that an id or a name may mean.

    An exact id means its body only: so each body can be named, whatever the others are called.
    """
    every = [registry(name) for name in REGISTRIES]
    by_id = tuple((each, each.entries[text]) for each in every if text in each.entries)
    return by_id or tuple((each, entry) for each in every for entry in each.candidates(text))


def nearest(text: str) -> tuple[tuple[Registry, Entry], ...]:
    """The few bodies with a name similar to a text, the best first."""
    names = {(each, key): key for each in map(registry, REGISTRIES) for key in each.index}
    near = process.extract(name_key(text), names, score_cutoff=_NEAR, limit=_NEAREST)
    found = ((each, body) for *_, (each, key) in near for body in each.index[key])
    return tuple((each, each.entries[body]) for each, body in dict.fromkeys(found))


def skeleton(entry: Actor, languages: Sequence[str]) -> str:
    """An actor's record as YAML, in the languages of a site only: id, name, kind, aliases, parent.

    A name that is in none of these languages stays in those that it is in. Abbreviations have no language.
    """
    site = [code for code in languages if code in LANGUAGES] or list(LANGUAGES)
    record: dict[str, Any] = {
        "id": entry.id,
        "name": _name(dict(entry.name.values), languages),
        "kind": entry.kind.value,
        "aliases": [_alias(each) for each in entry.aliases if _is_in(each.name, site)],
        "parent": entry.parent,
        "jurisdiction": entry.jurisdiction,
    }
    kept = {key: value for key, value in record.items() if value}
    return yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def _name(names: dict[str, str], languages: Sequence[str]) -> str | dict[str, str]:
    """A plain text if the site has one language and the name is in it, else by language."""
    shown = _in(names, languages)
    [(code, text), *more] = shown.items()
    return text if not more and languages_of(text, languages) == (code,) == tuple(languages) else shown


def names_in(entry: Actor, languages: Sequence[str]) -> tuple[str, ...]:
    """The names of a body in the languages of a site, in their order; if it has none of these, all."""
    return tuple(_in(dict(entry.name.values), languages).values())


def _in(names: dict[str, str], languages: Sequence[str]) -> dict[str, str]:
    return {code: names[code] for code in languages if code in names} or names


def _is_in(name: str, languages: Sequence[str]) -> bool:
    return any(code in languages for code in languages_of(name, LANGUAGES))


def _alias(alias: Alias) -> str | dict[str, str | int]:
    if not (alias.from_ or alias.to):
        return alias.name
    ends = {"from": alias.from_, "to": alias.to}
    return {"name": alias.name, **{key: _date(day) for key, day in ends.items() if day}}


def _date(day: ImpreciseDate) -> str | int:
    """A date as it is written without quotes."""
    return int(day.text) if day.text.isdigit() else day.text


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as data files do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
