"""What to write instead of a name that nothing has: one like it, a body of the registries, or a record."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process

from directive_atlas.identify.names import Names
from directive_atlas.load.fields import ID
from directive_atlas.problems import Wording, either, say, sequence
from directive_atlas.registry import find
from directive_atlas.vocabulary.folding import name_key

_LISTED = 10
"""How many ids are told where none is like the one that is missing."""

_NEAR, _NEAREST = 70, 3
"""How like a name must be to the one that is missing (0 to 100), and how many of such are told."""

_SKELETONS = {
    "actor": ("actors.yml", "  - id: {id}\n    name: {name}\n    kind: ministry"),
    "topic": ("topics.yml", "  - id: {id}\n    name: {name}"),
    "term": ("glossary.yml", "  - id: {id}\n    term: {name}\n    definition: what it means"),
}


def instead(names: Names, kind: str, name: str) -> Wording | None:
    """A hint for a name that nothing of its kind has; nothing for parts of a directive with no like name."""
    found = [each for each in (_candidates(names, kind, name), _in_registries(kind, name)) if each]
    return sequence(found) if found else _skeleton(kind, name)


def of_those(names: Names, kind: str, name: str) -> Wording:
    """A hint for a name on a command line, which can only mean what is there: names like it, or all ids."""
    return _candidates(names, kind, name) or existing(names.ids.get(kind, ()))


def existing(ids: Iterable[str]) -> Wording:
    """The first ids of those that are there."""
    known = [*ids]
    if not known:
        return say("there is none yet")
    more = ", …" if len(known) > _LISTED else ""
    return say("there are: {ids}", ids=", ".join(known[:_LISTED]) + more)


def _candidates(names: Names, kind: str, name: str) -> Wording | None:
    near = process.extract(name, names.known(kind), processor=name_key, limit=_NEAREST, score_cutoff=_NEAR)
    words = {name_key(word): word for word, _, _ in reversed(near)}
    quoted = [f"“{word}”" for word in reversed(words.values())]
    return say("did you mean {names}?", names=either(quoted)) if quoted else None


def _in_registries(kind: str, name: str) -> Wording | None:
    """How to take a body over from the registries, if they have it."""
    found = find(name) if kind == "actor" else ()
    commands = [f"directives new actor --from {entry.id}" for _, entry in found]
    return say("the registries have it: {commands}", commands=either(commands)) if found else None


def _skeleton(kind: str, name: str) -> Wording | None:
    """Where to add a record of that name, and the lines to paste there."""
    if kind not in _SKELETONS:
        return None
    file, lines = _SKELETONS[kind]
    record_id = name if ID.fullmatch(name) else "an-id-of-your-choice"
    written = lines.format(id=record_id, name=name)
    return say("correct it, or add to {file}:\n{lines}", file=file, lines=written)
