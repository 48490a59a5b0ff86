"""What to write instead of a name that nothing has: one like it, a body of the registries, or a record."""

from __future__ import annotations

from rapidfuzz import process

from directive_atlas.identify.names import Names
from directive_atlas.load.fields import ID
from directive_atlas.registry import find
from directive_atlas.vocabulary.folding import name_key

_NEAR, _NEAREST = 70, 3
"""How like a name must be to the one that is missing (0 to 100), and how many of such are told."""

_SKELETONS = {
    "actor": ("actors.yml", "  - id: {id}\n    name: {name}\n    kind: ministry"),
    "topic": ("topics.yml", "  - id: {id}\n    name: {name}"),
    "term": ("glossary.yml", "  - id: {id}\n    term: {name}\n    definition: what it means"),
}


def instead(names: Names, kind: str, name: str) -> str:
    """A hint for a name that nothing of its kind has; nothing for parts of a directive with no like name."""
    return "; ".join(filter(None, (_candidates(names, kind, name), _in_registries(kind, name)))) or _skeleton(
        kind, name
    )


def _candidates(names: Names, kind: str, name: str) -> str:
    near = process.extract(name, names.known(kind), processor=name_key, limit=_NEAREST, score_cutoff=_NEAR)
    words = {name_key(word): word for word, _, _ in reversed(near)}
    return f"did you mean {' or '.join(f'“{word}”' for word in reversed(words.values()))}?" if words else ""


def _in_registries(kind: str, name: str) -> str:
    """How to take a body over from the registries, if they have it."""
    found = find(name) if kind == "actor" else ()
    commands = (f"directives new actor --from {entry.id}" for _, entry in found)
    return f"the registries have it: {' or '.join(commands)}" if found else ""


def _skeleton(kind: str, name: str) -> str:
    """Where to add a record of that name, and the lines to paste there."""
    if kind not in _SKELETONS:
        return ""
    file, lines = _SKELETONS[kind]
    record_id = name if ID.fullmatch(name) else "an-id-of-your-choice"
    return f"correct it, or add to {file}:\n{lines.format(id=record_id, name=name)}"
