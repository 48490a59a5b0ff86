"""Is every id used once, and does a directive's id name its folder?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import measures_of, records_in
from directive_atlas.problems import Place, Problem, Wording, problem, say


def duplicates(raw: RawCorpus) -> Iterator[Problem]:
    """E301: two actors, topics, terms or directives with one id; likewise inside a directive."""
    yield from _duplicates(say("actor"), raw.actors)
    yield from _duplicates(say("topic"), raw.topics)
    yield from _duplicates(say("term"), raw.terms)
    yield from _duplicates(say("directive"), (d for d in raw.directives if _folder(d) == d.id))
    for directive in raw.directives:
        yield from _duplicates(say("task or measure"), measures_of(directive))
        yield from _duplicates(say("section"), records_in(directive, schema.Section))
        yield from _duplicates(say("event"), directive.events)
        yield from _duplicates(say("target"), records_in(directive, schema.Target))


Identified = (
    schema.Actor
    | schema.Topic
    | schema.Term
    | schema.Directive
    | schema.Measure
    | schema.Section
    | schema.NamedEvent
    | schema.Target
)


def _duplicates(what: Wording, records: Iterable[Identified]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for record in records:
        place = record.at("id")
        if record.id is None:
            continue
        if record.id in first:
            yield problem("E301", place, what=what, id=record.id, first=first[record.id])
        first.setdefault(record.id, place)


def misnamed_folders(raw: RawCorpus) -> Iterator[Problem]:
    """E304: people look for a directive by its folder, so the folder has the name of the id."""
    for directive in raw.directives:
        folder = _folder(directive)
        if folder != directive.id:
            yield problem("E304", directive.at("id"), id=directive.id, folder=folder)


def _folder(directive: schema.Directive) -> str:
    return PurePosixPath(directive.place.file).parent.name
