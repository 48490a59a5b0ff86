"""The raw corpus: every record of the data folder as its file has it, and nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.load import schema


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What the files name but could not be read: references to it are no further problem.

    ``nameless`` are the folders of directives that have a record whose id could not be read: whatever
    is named there may be it.
    """

    ids: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RawCorpus:
    """All raw records, with what stands beside each directive's record, by the record's file.

    ``sources`` holds the verbatim text of each directive that has one, ``progress`` all reports,
    ``reviews`` what was seen of each passage.
    """

    settings: schema.Settings
    directives: tuple[schema.Directive, ...]
    actors: tuple[schema.Actor, ...]
    topics: tuple[schema.Topic, ...]
    terms: tuple[schema.Term, ...]
    sources: Mapping[str, str]
    progress: Mapping[str, tuple[schema.Progress, ...]]
    reviews: Mapping[str, tuple[schema.Reviewed, ...]]
    unreadable: Unreadable
