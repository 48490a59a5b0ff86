"""Links turned round: what the members of groups within groups owe."""

from __future__ import annotations

import random

from directive_atlas.problems import Place
from directive_atlas.resolve.links import members_of
from directive_atlas.resolve.model import Actor, Text
from directive_atlas.vocabulary.actors import ActorKind


def _actor(name: str, *members: str) -> Actor:
    kind = ActorKind.GROUP if members else ActorKind.DEPARTMENT
    title = Text((("en", name),))
    return Actor(name, title, kind, (), None, None, (), members, True, (), (), (), None, (), Place("data"))


def test_members_come_once_in_the_order_of_the_groups() -> None:
    actors = {a.id: a for a in (_actor("all", "bank", "inner", "mint"), _actor("inner", "mint", "bank"))}
    actors |= {name: _actor(name) for name in ("bank", "mint")}
    assert members_of("all", actors) == ("bank", "inner", "mint")
    assert members_of("bank", actors) == ()


def test_each_group_is_entered_once_however_many_ways_lead_to_it() -> None:
    """Sixty groups, each within all before it: 2 to the 58th ways, more than anyone could walk."""
    names = [f"group-{number}" for number in range(60)]
    actors = {name: _actor(name, *names[place + 1 :], "office") for place, name in enumerate(names)}
    actors["office"] = _actor("office")
    for place in random.Random(1).sample(range(60), 10):
        assert set(members_of(names[place], actors)) == {*names[place + 1 :], "office"}
