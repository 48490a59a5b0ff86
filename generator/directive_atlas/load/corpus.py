"""The raw corpus: every record of the data folder as it is in its file, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.load import schema


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What files name but could not be read: references to it are not reported again."""

    ids: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RawCorpus:
    """All raw records, and by the file of each directive's record what belongs to it.

    ``sources`` has the verbatim text of each directive that has one, ``progress`` all reports,
    ``reviews`` all rows of ``review.csv``.
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
