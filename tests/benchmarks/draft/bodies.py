"""Whether a body of a record is the one that was annotated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.registry import find
from directive_atlas.vocabulary.folding import name_key

_EMPTY = {"the", "of", "and", "a", "an", "each", "all", "any", "such", "other", "head", "their", "its"}
"""Words that tell no body from another."""


@dataclass(frozen=True, slots=True)
class Known:
    """A body of a record: the ids that it may have in the registries, and what it is called."""

    ids: frozenset[str]
    names: frozenset[str]

    def called(self, words: str | None) -> Known:
        """The same body, with what the text calls it at one place."""
        return Known(self.ids, self.names | {words}) if words else self


def known_bodies(actors: Iterable[schema.Actor]) -> Mapping[str, Known]:
    """The bodies of a site by their ids there."""
    return {actor.id: _known(actor) for actor in actors}


def _known(actor: schema.Actor) -> Known:
    names = [*(text for _, text in actor.name.values), *(alias.name for alias in actor.aliases)]
    found = [find(name) for name in names]
    ids = {each[0][1].id for each in found if len(each) == 1}
    return Known(frozenset({actor.id, *ids}), frozenset(names))


def is_body(known: Known, body: str, words: str) -> bool:
    """Whether it is the body with this registry id; or, where it has none, is called by such words."""
    return body in known.ids if body else any(alike(words, name) for name in known.names)


def alike(one: str, other: str) -> bool:
    """Whether one name has all the words of the other; of Chinese names, whether it contains the other."""
    if not (one.isascii() and other.isascii()):
        short, long = sorted((name_key(one), name_key(other)), key=len)
        return bool(short) and short in long
    few, many = sorted((_stems(one), _stems(other)), key=len)
    return bool(few) and few <= many


def _stems(name: str) -> set[str]:
    """The words of an English name without endings of the plural."""
    words = set(re.findall(r"[a-z0-9]+", name.lower())) - _EMPTY
    return {re.sub("ies$", "y", word) if word.endswith("ies") else word.rstrip("s") for word in words}
