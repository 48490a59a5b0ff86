"""Every link of the corpus in reverse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from directive_atlas.load.walk import all_below
from directive_atlas.resolve.corpus import Links, Owed
from directive_atlas.resolve.model import Actor, Directive, Task

T = TypeVar("T")


def links(directives: Iterable[Directive], tasks: Iterable[Task], actors: Mapping[str, Actor]) -> Links:
    """Reverse all links."""
    directives, tasks = tuple(directives), tuple(tasks)
    return Links(
        owed=_gather(_owed(tasks, actors)),
        issued=_gather((a, d.id) for d in directives for a in d.issuers),
        addressed=_gather((a, d.id) for d in directives for a in d.addressees),
        approved=_gather((a, d.id) for d in directives for a in d.document.approved_by),
        copied=_gather((a, d.id) for d in directives for a in d.document.copies),
        attended=_gather(_attended(directives)),
        relations_to=_gather((r.older, r) for d in directives for r in d.relations),
        topic_tasks=_gather((topic, t.key) for t in tasks for topic in t.topics),
        topic_directives=_gather((topic, d.id) for d in directives for topic in d.topics),
        term_tasks=_gather((term, t.key) for t in tasks for term in t.terms),
        reported=_gather((r.actor, r) for t in tasks for r in t.reports if r.actor),
        chooses=_gather((d.chosen_by, Owed(t.key, d, None)) for t in tasks for d in t.duties if d.chosen_by),
        needed_by=_gather((needed, t.key) for t in tasks for needed in t.depends_on),
    )


def _gather(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Pairs of target and source as the sources of each target, each once, in order."""
    found: dict[str, dict[T, None]] = defaultdict(dict)
    for target, source in pairs:
        found[target][source] = None
    return {target: tuple(sources) for target, sources in found.items()}


def _attended(directives: Iterable[Directive]) -> Iterator[tuple[str, str]]:
    """Who took part in a meeting; also a body for which somebody came, unless it held the meeting itself."""
    for directive in directives:
        for person in directive.participants:
            yield person.actor, directive.id
            if person.organisation and person.organisation not in directive.issuers:
                yield person.organisation, directive.id


def _owed(tasks: Iterable[Task], actors: Mapping[str, Actor]) -> Iterator[tuple[str, Owed]]:
    members = {group: members_of(group, actors) for group in actors}
    for task in tasks:
        for duty in task.duties:
            yield duty.actor, Owed(task.key, duty, None)
            for member in members[duty.actor]:
                yield member, Owed(task.key, duty, duty.actor)


def members_of(group: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Members at every depth, each once, in order; ``check`` has refused circles (E303)."""
    return all_below(group, lambda each: actors[each].members)
