"""The bodies that a sentence names, by the names and aliases of the site's actors."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from directive_atlas.load import schema


class Bodies:
    """The names of actors; of a name that several have, the first actor that has it."""

    def __init__(self, actors: Iterable[schema.Actor]) -> None:
        self._ids: dict[str, str] = {}
        for actor in actors:
            names = [*(words for _, words in actor.name.values), *(alias.name for alias in actor.aliases)]
            for name in names:
                self._ids.setdefault(name, actor.id)
        self._found = AhoCorasick(list(self._ids), MatchKind.LeftmostLongest)

    def within(self, text: str) -> tuple[str, ...]:
        """The ids of the actors that a text names, each once, in order."""
        names = self._found.find_matches_as_strings(text)
        return tuple(dict.fromkeys(self._ids[name] for name in names))
