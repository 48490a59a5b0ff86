"""The timeline of one directive or actor, on its own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface import anchors
from directive_atlas.interface.addresses import Address
from directive_atlas.resolve import Corpus
from directive_atlas.views.timeline.items import Dated, Item, of_actor
from directive_atlas.views.timeline.picture import Picture, draw, periods, ticks
from directive_atlas.views.timeline.rows import Grouping, by_directive, by_section, by_task
from directive_atlas.views.timeline.window import of_items, quarter
from directive_atlas.views.timeline.zoomable import names

PER_PAGE = 200
"""Entries in one table: about 100 KB of HTML."""


@dataclass(frozen=True, slots=True)
class OwnTimeline:
    """A picture and the table below it; ``total`` counts all entries."""

    picture: Picture
    entries: Sequence[Item]
    total: int


def timeline_of_directive(corpus: Corpus, everything: Dated, directive: str) -> OwnTimeline | None:
    """The timeline of a directive and its tasks; nothing if there are fewer than two entries."""
    items = everything.by_directive.get(directive, ())
    return _drawn(corpus, items, (by_task, by_section), address.directive(directive).path)


def timeline_of_actor(corpus: Corpus, everything: Dated, actor: str) -> OwnTimeline | None:
    """The timeline of an actor's tasks, of directives it issued, of reports about it."""
    items = of_actor(corpus, everything, actor)
    return _drawn(corpus, items, (by_task, by_directive), address.actor(actor).path)


def timeline_of_topic(corpus: Corpus, everything: Dated, topic: str) -> OwnTimeline | None:
    """The timeline of the tasks and measures on a topic."""
    keys = corpus.links.topic_tasks.get(topic, ())
    items = [item for key in keys for item in everything.by_task.get(key, ())]
    items.sort(key=lambda item: (item.last, item.first))
    return _drawn(corpus, items, (by_task, by_directive), address.topic(topic).path)


def _drawn(
    corpus: Corpus, items: Sequence[Item], groupings: Sequence[Grouping], path: str
) -> OwnTimeline | None:
    """A picture whose counted marks lead to the table below it, or to the quarter if the table is cut."""
    if len(items) < 2:
        return None
    whole = len(items) <= PER_PAGE

    def zoom(first: dt.date, _: dt.date) -> Address:
        return Address(path, anchors.month(first)) if whole else address.period(quarter(first).text)

    window = of_items(items, corpus.as_of)
    known = names(items)
    axis = ticks(window, periods(window), lambda name: address.period(name) if name in known else None)
    return OwnTimeline(draw(items, window, groupings, axis, corpus.as_of, zoom), items[:PER_PAGE], len(items))
