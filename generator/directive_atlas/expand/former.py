"""Records from before there was inheritance, made to say what they said then.

A measure that named no actor, time or topic said: nobody, no time, none. Today it has those of its task.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.expand.expand import Expanded
from directive_atlas.expand.inherit import Inherited, Origin
from directive_atlas.load import schema
from directive_atlas.problems import Place
from directive_atlas.vocabulary.tasks import OriginKind

_LISTS = ("actors", "timing", "topics")
"""The keys that an empty list makes say: nobody, no time, none."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A record that inherits what it would not have had: the block of the record, and the keys.

    ``lists`` can be written as empty lists. ``others`` cannot be taken back in the record itself.
    """

    place: Place
    lists: tuple[str, ...]
    others: tuple[str, ...]


def silences(expanded: Expanded) -> Iterator[Silence]:
    """All records that inherit from the record just above them; what is below follows from these."""
    for directive in expanded.corpus.directives:
        above = Origin(OriginKind.DIRECTIVE, directive.id)
        for task in directive.tasks:
            yield from _in(task, above, expanded, directive.id)


def _in(record: schema.Measure, above: Origin, expanded: Expanded, directive: str) -> Iterator[Silence]:
    inherited = expanded.origins.get(f"{directive}/{record.id}", Inherited())
    keys = [key for key, origin in inherited.fields.items() if _is(origin, above)]
    if any(_is(origin, above) for origin in inherited.duties.values()):
        keys.append("actors")
    if keys:
        lists = tuple(key for key in _LISTS if key in keys)
        yield Silence(record.place, lists, tuple(sorted(set(keys) - set(_LISTS))))
    for part in record.measures:
        yield from _in(part, Origin(OriginKind.TASK, record.id), expanded, directive)


def _is(origin: Origin, above: Origin) -> bool:
    return (origin.kind, origin.id) == (above.kind, above.id)
