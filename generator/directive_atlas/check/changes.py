"""Is each recorded change of a record that there is, or was, and recorded once?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import measures_of
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.vocabulary.changes import RecordKind, What

_Identity = tuple[RecordKind, str]


def change_problems(raw: RawCorpus) -> Iterator[Problem]:
    """E310: a record that one revision changes twice; W311: one that is nowhere, and not recorded as gone."""
    known = {*_existing(raw), *_gone(raw)}
    first: dict[tuple[object, ...], Place] = {}
    for changeset in raw.changes:
        for change in changeset.records:
            place = change.at("id")
            once = (changeset.revision or changeset.date.text, change.kind, change.id)
            if once in first:
                yield problem("E310", place, id=change.id, first=first[once])
            first.setdefault(once, place)
            if (change.kind, change.id) not in known and change.id not in raw.unreadable.ids:
                yield problem("W311", place, id=change.id)


def _existing(raw: RawCorpus) -> Iterator[_Identity]:
    for directive in raw.directives:
        yield RecordKind.DIRECTIVE, str(directive.id)
        yield from ((RecordKind.TASK, f"{directive.id}/{task.id}") for task in measures_of(directive))
    yield from ((RecordKind.ACTOR, str(actor.id)) for actor in raw.actors)
    yield from ((RecordKind.TOPIC, topic.id) for topic in raw.topics)
    yield from ((RecordKind.TERM, term.id) for term in raw.terms)


def _gone(raw: RawCorpus) -> Iterator[_Identity]:
    changes: Iterator[schema.RecordedChange] = (
        change for changeset in raw.changes for change in changeset.records
    )
    for change in changes:
        if change.what is What.REMOVED:
            yield change.kind, change.id
        elif change.former:
            yield change.kind, change.former
