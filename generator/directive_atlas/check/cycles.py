"""Does any record refer back to itself?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import measures_of, records_in, task_key
from directive_atlas.problems import Place, Problem, Wording, problem, say

Links = dict[str, dict[str, Place]]
"""From a record's id to the ids it names, each with the place where it does."""


def cycles(raw: RawCorpus) -> Iterator[Problem]:
    """E303: none of the links that a record has to others of its kind may lead back to it."""
    parents = {a.id: {a.parent: a.at("parent")} for a in raw.actors if a.parent}
    members = {a.id: {m.actor: m.at("actor") for m in a.members} for a in raw.actors}
    successors = {a.id: {s.actor: s.at("actor") for s in a.succeeded_by} for a in raw.actors}
    seats = {a.id: {s: a.at("seats", i) for i, s in enumerate(a.seats)} for a in raw.actors}
    topics = {t.id: {t.parent: t.at("parent")} for t in raw.topics if t.parent}
    relations = {
        d.id: {r.to: r.at("to") for r in d.relations if r.to and not r.kind.meaning.circular}
        for d in raw.directives
    }
    yield from _cycles(say("chain of parents"), parents)
    yield from _too_deep(raw)
    yield from _cycles(say("chain of members"), members)
    yield from _cycles(say("chain of successors"), successors)
    yield from _cycles(say("chain of seats"), seats)
    yield from _cycles(say("chain of topics"), topics)
    yield from _cycles(say("chain of dependencies"), _dependencies(raw))
    yield from _cycles(say("chain of relations"), relations)
    yield from _cycles(say("chain of deadlines"), _deadlines(raw))


def _too_deep(raw: RawCorpus) -> Iterator[Problem]:
    """E119 for a body below more others than pages show; each is looked at once."""
    limits = raw.settings.limits
    parents: dict[str | None, str] = {each.id: each.parent for each in raw.actors if each.parent}
    levels: dict[str | None, int] = {None: 0}
    for actor in raw.actors:
        way = dict[str | None, None]()
        here: str | None = actor.id
        while here not in levels and here not in way:
            way[here] = None
            here = parents.get(here)
        level = levels.get(here, 0)  # a circle is a chain that is as long
        for each in reversed(way):
            levels[each] = level = level + 1
        if levels[actor.id] == limits.depth + 1:
            yield limits.exceeded("depth", actor.at("parent"))


def _dependencies(raw: RawCorpus) -> Links:
    links: Links = {}
    for directive in raw.directives:
        for measure in measures_of(directive):
            for index, name in enumerate(measure.depends_on):
                target = task_key(directive, name)
                place = measure.at("depends_on", index)
                links.setdefault(f"{directive.id}/{measure.id}", {})[target] = place
    return links


def _deadlines(raw: RawCorpus) -> Links:
    """From each task to those from whose deadline or completion its own is counted."""
    links: Links = {}
    for directive in raw.directives:
        for measure in measures_of(directive):
            for timing in measure.timing:
                for anchor in records_in(timing, schema.Anchor):
                    if name := anchor.due or anchor.done:
                        target, place = task_key(directive, name), anchor.place
                        links.setdefault(f"{directive.id}/{measure.id}", {})[target] = place
    return links


def _cycles(what: Wording, links: Links) -> Iterator[Problem]:
    """One problem for each link that closes a circle; each link is followed once."""
    done: set[str] = set()
    for start in links:
        for circle in _circles(start, links, done):
            source, target = min(pairwise(circle), key=lambda e: links[e[0]][e[1]])
            yield problem("E303", links[source][target], what=what, path=" → ".join(circle))


def _circles(start: str, links: Links, done: set[str]) -> Iterator[list[str]]:
    """The circles that can be reached from ``start``, as paths that end where they begin."""
    way: dict[str, Iterator[str]] = {} if start in done else {start: iter(links[start])}
    while way:
        here, ahead = next(reversed(way.items()))
        target = next(ahead, None)
        if target is None:
            del way[here]
            done.add(here)
        elif target in way:
            names = list(way)
            yield [*names[names.index(target) :], target]
        elif target not in done:
            way[target] = iter(links.get(target, ()))
