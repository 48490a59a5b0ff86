"""What to write instead of a name that nothing has: names like it, or a record to paste."""

from __future__ import annotations

from rapidfuzz import process

from directive_atlas.identify.names import Names, name_key

_SKELETONS = {
    "actor": ("data/actors.yml", "  - id: choose-an-id\n    name: {name}\n    kind: ministry"),
    "topic": ("data/topics.yml", "  - id: choose-an-id\n    name: {name}"),
    "term": ("data/glossary.yml", "  - id: choose-an-id\n    term: {name}\n    definition: what it means"),
}


def candidates(names: Names, kind: str, name: str) -> str:
    """The names most like one, as a hint; nothing where none is near."""
    near = process.extract(name_key(name), names.known(kind), limit=3, score_cutoff=70)
    return f"did you mean {' or '.join(f'“{word}”' for word, _, _ in near)}?" if near else ""


def skeleton(kind: str, name: str) -> str:
    """Where to add a record of that name, and the lines to paste there; nothing for parts of a directive."""
    if kind not in _SKELETONS:
        return ""
    file, lines = _SKELETONS[kind]
    return f"correct it, or add to {file}:\n{lines.format(name=name)}"
