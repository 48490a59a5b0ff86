"""What the directives of a library share: bodies, topics and terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.library.chance import Chance, Ranked
from tests.benchmarks.search import vocabulary as words

Record = dict[str, Any]

TOPICS = 60
MINISTRIES = 10
"""The first bodies issue directives and have branches."""


@dataclass(frozen=True, slots=True)
class Registries:
    """The records of the registries, the more usual first."""

    actors: Ranked[Record]
    topics: Ranked[Record]
    terms: Sequence[Record]

    @property
    def files(self) -> dict[str, Record]:
        """What each file holds, by its stem."""
        return {
            "actors": {"actors": list(self.actors.things)},
            "topics": {"topics": list(self.topics.things)},
            "glossary": {"terms": list(self.terms)},
            "settings": {"as_of": "2024-06-30", "languages": ["zh", "en"]},
        }


def registries(chance: Chance, directives: int) -> Registries:
    """Bodies, topics and terms for so many directives; the bodies grow with them, the topics do not."""
    actors = list(_actors(chance, max(24, directives * 9 // 20)))
    topics = list(_topics())
    terms = list(_terms(chance, min(1_500, max(10, directives * 9 // 50))))
    return Registries(Ranked.of(actors, 6), Ranked.of(topics, 3), terms)


def _actors(chance: Chance, count: int) -> Iterator[Record]:
    names: set[str] = set()
    while len(names) < count:
        firm = chance.often(0.3)
        name = _firm(chance) if firm else _office(chance)
        if name in names:
            continue
        yield _actor(chance, len(names), name, "enterprise" if firm else "department")
        names.add(name)


def _firm(chance: Chance) -> str:
    return chance.pick(words.PLACES, words.FIRST, words.SECOND, words.FIRMS) + "集团有限公司"


def _office(chance: Chance) -> str:
    return chance.pick(words.PLACES) + chance.choice(words.SECTORS)[0] + chance.pick(words.BODIES)


def _actor(chance: Chance, number: int, name: str, kind: str) -> Record:
    record: Record = {"id": f"a-{number}", "name": name, "kind": kind, "jurisdiction": "CN"}
    if number % 2:
        record["name"] = {"zh": name, "en": f"Body no. {number} of {chance.choice(words.SECTORS)[1]}"}
    if number > MINISTRIES and chance.often(0.3):
        record["parent"] = f"a-{chance.randrange(MINISTRIES)}"
    if number > 2 * MINISTRIES and chance.often(0.03):
        members = chance.sample(range(2 * MINISTRIES), 6)
        name = f"{name[:6]}各有关单位第{number}组"
        return {"id": f"a-{number}", "name": name, "kind": "group", "members": [f"a-{n}" for n in members]}
    return record


def _topics() -> Iterator[Record]:
    for number, (zh, en) in enumerate(words.SECTORS[:TOPICS]):
        parent = {"parent": f"t-{number % 8}"} if number > 8 else {}
        yield {"id": f"t-{number}", "name": {"zh": f"{zh}事项", "en": f"Matters of {en}"}, **parent}


def _terms(chance: Chance, count: int) -> Iterator[Record]:
    names: set[str] = set()
    while len(names) < count:
        name = chance.pick(words.FIRST, words.SECOND, words.TERMS)
        if name in names:
            continue
        sector, (matter, _) = chance.choice(words.SECTORS)[0], chance.matter()
        said = f"{sector}领域{matter}的一种做法，由{chance.pick(words.PLACES)}首先采用。"
        yield {"id": f"g-{len(names)}", "term": name, "aliases": [f"{name}制度"], "definition": said}
        names.add(name)
