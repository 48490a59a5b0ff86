"""Does a record have all bodies that a note in brackets at the end of its passage makes responsible?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from directive_atlas.check.slips.placed import Found, Placed, comparable
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Problem, problem
from directive_atlas.registry import registry

_NOTE = re.compile(r"（[^（）]*(?:责任单位|责任部门|牵头|负责(?!人)|分工|配合|参与)[^（）]*）")
"""A note of who is responsible, as directives of the State Council have it: （教育部牵头，财政部配合）."""

_NOT_A_BODY = "(?!门|有关|各|相关|其他|分支|系统|直属)"
"""What follows a name where others are meant: 教育部门 are not 教育部, 国务院有关部门 not 国务院."""


def left_out(raw: RawCorpus, placed: Found) -> Iterator[Problem]:
    """W443: a note in a quoted passage names a body that no record of its task has."""
    found = [(each, note) for every in placed for each, note in _notes(every)]
    if not found:
        return  # the registry is read only if it is needed
    called = [*(_names(actor) for actor in raw.actors), *(_names(e) for e in registry("cn").entries.values())]
    longest = sorted({name for names in called for name in names if len(name) > 1}, key=len, reverse=True)
    body = re.compile(f"({'|'.join(map(re.escape, longest))}){_NOT_A_BODY}")
    members = {actor.id: _with_members(actor, raw.actors) for actor in raw.actors}
    for each, note in found:
        present = _present(each.task, members, called)
        for name in dict.fromkeys(body.findall(comparable(note))):
            if not any(name in known for known in present):
                yield problem("W443", each.measure.quotes[0].place, name=name, note=note)


def _notes(every: Iterable[Placed]) -> Iterator[tuple[Placed, str]]:
    """The notes that records of a directive quote, each once in a task."""
    told: set[tuple[str, str]] = set()
    for each in every:
        for note in (note for span in each.own for note in _NOTE.findall(each.text(span))):
            if (each.task.id, note) not in told:
                told.add((each.task.id, note))
                yield each, note


def _present(
    task: schema.Measure, members: dict[str, frozenset[str]], called: Sequence[frozenset[str]]
) -> set[str]:
    """What the actors of a task and its parts are called, here and in the registry."""
    duties = tuple(records_in(task, schema.Duty))
    bodies = [body for duty in duties for body in (duty.actor, duty.via) if body]
    names = {name for body in bodies for name in members.get(body, ())}
    same = {name for others in called if not names.isdisjoint(others) for name in others}
    return names | same | {comparable(duty.words) for duty in duties if duty.words}


def _with_members(group: schema.Actor, actors: Iterable[schema.Actor]) -> frozenset[str]:
    ids = {member.actor for member in group.members}
    members = (actor for actor in actors if actor.id in ids)
    return _names(group).union(*map(_names, members))


def _names(actor: schema.Actor) -> frozenset[str]:
    names = (*(name for _, name in actor.name.values), *(alias.name for alias in actor.aliases))
    return frozenset(map(comparable, names))
