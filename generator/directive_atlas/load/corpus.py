"""The raw corpus: every record of the data folder as it is in its file, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.catalogue import Translations


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What files name but could not be read: references to it are not reported again.

    ``nameless`` are the folders of directives that have a record whose id could not be read: whatever
    is named there may be it.
    """

    ids: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RawCorpus:
    """All raw records, and by the file of each directive's record what belongs to it.

    ``sources`` holds the verbatim text of each directive that has one, ``editions`` those of its earlier
    editions by the name of their file, ``progress`` all reports,
    ``reviews`` what was seen of each passage, ``targets`` the rows of ``targets.csv``, ``pages`` those of
    ``sources.csv``. ``catalogues`` are the translations of every YAML file by language, ``changes`` all
    recorded changes, those of older months first.
    """

    settings: schema.Settings
    directives: tuple[schema.Directive, ...]
    actors: tuple[schema.Actor, ...]
    topics: tuple[schema.Topic, ...]
    terms: tuple[schema.Term, ...]
    sources: Mapping[str, str]
    editions: Mapping[str, Mapping[str, str]]
    progress: Mapping[str, tuple[schema.Progress, ...]]
    reviews: Mapping[str, tuple[schema.Reviewed, ...]]
    targets: Mapping[str, tuple[schema.TargetRow, ...]]
    pages: Mapping[str, tuple[schema.CitedPage, ...]]
    catalogues: Mapping[str, Mapping[str, Translations]]
    unreadable: Unreadable
    changes: tuple[schema.Changeset, ...] = ()
