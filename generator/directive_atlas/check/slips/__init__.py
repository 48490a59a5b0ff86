"""Slips between a record and the passages that it quotes: what is well formed and located, but not so.

Each module answers one question from the raw records and their passages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from directive_atlas.check.slips.bodies import bodies_below
from directive_atlas.check.slips.labels import wrong_labels
from directive_atlas.check.slips.notes import left_out
from directive_atlas.check.slips.order import out_of_order, outside_of_their_task
from directive_atlas.check.slips.placed import placed
from directive_atlas.check.slips.shared import shared_passages
from directive_atlas.check.slips.times import wrong_dates, wrong_durations
from directive_atlas.check.slips.twice import quoted_twice
from directive_atlas.check.slips.words import (
    missing_obligation_words,
    missing_stage_words,
    missing_words,
    unnamed_actors,
)
from directive_atlas.load import RawCorpus
from directive_atlas.passages import Passages
from directive_atlas.problems import Problem


def slips(raw: RawCorpus, passages: Passages) -> Iterator[Problem]:
    """E431 to W443, for each directive that could be read whole: what it lacks would look like a slip."""
    whole = tuple(each for each in raw.directives if each.id not in raw.unreadable.ids)
    found = placed(whole, passages)
    yield from missing_words(found)
    yield from missing_obligation_words(found)
    yield from missing_stage_words(found)
    yield from unnamed_actors(raw, found)
    yield from wrong_dates(found)
    yield from wrong_durations(found)
    yield from wrong_labels(found)
    yield from outside_of_their_task(found)
    yield from out_of_order(found)
    yield from quoted_twice(found)
    yield from shared_passages(found)
    yield from left_out(raw, found)
    yield from bodies_below(replace(raw, directives=whole))
