"""The items of a timeline: all dated entries as runs of days, by directive, task and actor."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.vocabulary.timeline import EventKind, Shape

_OF_ONE = (EventKind.REPORT, EventKind.CONTEXT, EventKind.TARGET, EventKind.FIGURE)
"""Entries that are about one actor, if they name it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A dated entry from its ``first`` to its ``last`` day: one day, an imprecise date, or a period.

    ``root`` is the key of the whole task that it belongs to, ``section`` the id of that task's section;
    both are empty for entries of the directive itself.
    """

    first: dt.date
    last: dt.date
    shape: Shape
    event: Event
    root: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """All items in the order of their last days, and those of each directive and each task."""

    all: tuple[Item, ...]
    by_directive: Mapping[str, tuple[Item, ...]]
    by_task: Mapping[str, tuple[Item, ...]]


def dated(corpus: Corpus) -> Dated:
    """Everything dated in the corpus."""
    by_directive: dict[str, list[Item]] = defaultdict(list)
    by_task: dict[str, list[Item]] = defaultdict(list)
    found = tuple(_item(event, corpus) for event in corpus.events)
    for item in found:
        by_directive[item.event.directive].append(item)
        if item.event.task:
            by_task[item.event.task].append(item)
    return Dated(found, _sealed(by_directive), _sealed(by_task))


def _sealed(lists: Mapping[str, list[Item]]) -> dict[str, tuple[Item, ...]]:
    return {key: tuple(items) for key, items in lists.items()}


def _item(event: Event, corpus: Corpus) -> Item:
    first = min(event.start.first, event.date.first) if event.start else event.date.first
    task = corpus.tasks[event.task] if event.task else None
    root = task.root if task else ""
    section = corpus.tasks[root].section or "" if root else ""
    return Item(first, event.date.last, _shape(event), event, root, section)


def _shape(event: Event) -> Shape:
    if event.start:
        return Shape.PERIOD
    return Shape.AGAIN if event.again else event.kind.shape


def of_actor(corpus: Corpus, everything: Dated, actor: str) -> tuple[Item, ...]:
    """The items of an actor: of its work, also through groups; directives it issued; reports about it."""
    found: list[Item] = []
    for directive in corpus.links.issued.get(actor, ()):
        own = (item for item in everything.by_directive.get(directive, ()) if not item.event.task)
        found += (item for item in own if _is_about(item.event, actor, direct=True))
    itself: dict[str, bool] = {}
    for owed in (each for each in corpus.links.owed.get(actor, ()) if each.duty.role.asks):
        itself[owed.task] = itself.get(owed.task, False) or owed.through is None
    for task, direct in itself.items():
        found += (item for item in everything.by_task.get(task, ()) if _is_about(item.event, actor, direct))
    return tuple(sorted(found, key=lambda item: (item.last, item.first)))


def _is_about(event: Event, actor: str, direct: bool) -> bool:
    """Whether an entry of a task is one of an actor's.

    Not if it is a report about another one, or another's target; nor, for a member of a group, if it is
    about the whole group. A figure that others set is due for nobody but the one whose it is.
    """
    shared = event.kind is EventKind.FIGURE or not direct
    if event.kind in _OF_ONE and shared:
        return event.actor == actor
    return event.actor in (None, actor)
