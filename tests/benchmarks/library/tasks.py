"""The tasks of a directive: a sentence each, with the parts that it has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.library.chance import Chance
from tests.benchmarks.library.registries import Record, Registries
from tests.benchmarks.library.timings import RULES, timing
from tests.benchmarks.search import vocabulary as words


@dataclass(frozen=True, slots=True)
class Matter:
    """What a directive is about: its day, its sector in both languages, the project it belongs to."""

    signed: dt.date
    sector: tuple[str, str]
    project: str


@dataclass(frozen=True, slots=True)
class Made:
    """A task, the body that leads it, and its paragraph of the source."""

    record: Record
    who: Record
    paragraph: str


def name_of(actor: Record) -> str:
    """The Chinese name of a body."""
    name = actor["name"]
    return str(name["zh"] if isinstance(name, dict) else name)


def task(chance: Chance, shared: Registries, matter: Matter, number: int, before: Record | None) -> Made:
    """One task; ``before`` is the task in front of it if that one has a deadline to count from."""
    who, *others = chance.drawn(shared.actors, 2)
    when, said = timing(chance, matter.signed, before["id"] if before else None)
    values = _values(chance, matter, who, others[0] if others else who)
    measures = list(_measures(chance, shared, matter, number, values))
    exact = _sentence(chance, shared, number, values, said)
    record: Record = {
        "id": f"task-{number}",
        "section": f"s-{number // 3}",
        "label": f"({number + 1})",
        "title": _title(chance, matter, values),
        "quotes": [_quote(chance, matter, exact)],
        "obligation": chance.choice(("must", "must", "should", "encouraged")),
        "actors": [
            {"actor": who["id"], "role": "lead"},
            *({"actor": other["id"], "role": "support"} for other in others if name_of(other) in exact),
        ],
        **({"timing": [when]} if when else {}),
        **_rest(chance, shared, matter, number, values),
        "measures": measures,
    }
    said_all = "；".join([exact, *(measure["quotes"][0] for measure in measures)])
    return Made(record, who, f"{said_all}。")


def _sentence(chance: Chance, shared: Registries, number: int, values: Record, said: str) -> str:
    """The demand with the name of the body that leads, its time, and at times a term."""
    demand = chance.choice(words.DEMANDS).format(**values).rstrip("。").replace(",", "，")
    led = f"由{values['who']}牵头" if values["who"] not in demand else ""
    term = f"参照{chance.choice(shared.terms)['term']}执行" if chance.often(0.4) else ""
    return f"({number + 1})" + "，".join(filter(None, [demand, led, said, term]))


def _title(chance: Chance, matter: Matter, values: Record) -> Record:
    title = {"zh": "{verb}{where}{sector}{object}".format(**values)}
    return title | (
        {"en": f"{chance.matter()[1].capitalize()} of {matter.sector[1]}"} if chance.often(0.5) else {}
    )


def _quote(chance: Chance, matter: Matter, exact: str) -> Record:
    said = f"The body concerned shall {chance.matter()[1]} of {matter.sector[1]} and report."
    return {"exact": exact} | ({"translation": {"en": said}} if chance.often(0.5) else {})


def _measures(
    chance: Chance, shared: Registries, matter: Matter, number: int, values: Record
) -> Iterator[Record]:
    for part in range(chance.choice((1, 2, 2, 3))):
        own = _values(chance, matter, *(chance.drawn(shared.actors, 1) * 2)) | {"other": values["other"]}
        done = chance.choice(words.MEASURES).format(**own)
        led = chance.drawn(shared.actors)[0] if chance.often(0.4) else None
        rule = chance.choice(list(RULES)) if chance.often(0.25) else ""
        by = f"由{name_of(led)}负责" if led else ""
        said = "，".join(filter(None, [done, by, RULES.get(rule)]))
        yield {
            "id": f"m-{number}-{part}",
            "title": done,
            "quotes": [f"{number + 1}.{part + 1} {said}"],
            **({"actors": [{"actor": led["id"]}]} if led else {}),
            **({"timing": [{"every": {"rule": rule}}]} if rule else {}),
        }


def _rest(chance: Chance, shared: Registries, matter: Matter, number: int, values: Record) -> Record:
    """What only some tasks have."""
    rest: Record = {}
    if found := chance.drawn(shared.topics, chance.choice((0, 1, 1, 2))):
        rest["topics"] = sorted(topic["id"] for topic in found)
    if number and chance.often(0.2):
        rest["depends_on"] = [f"task-{number - 1}"]
    if chance.often(0.15):
        rest["deliverables"] = [{"zh": f"{matter.sector[0]}报告", "en": f"Report on {matter.sector[1]}"}]
    if chance.often(0.25):
        metric = {"zh": f"{values['verb']}的{values['object']}", "en": "places done"}
        rest["targets"] = [
            {
                "id": f"n-{number}",
                "metric": metric,
                "value": int(values["count"]),
                "unit": values["unit"],
                "by": str(matter.signed.year + 3),
            }
        ]
    return rest


def _values(chance: Chance, matter: Matter, who: Record, other: Record) -> Record:
    """What the gaps of a sentence are filled with."""
    return {
        "who": name_of(who),
        "other": name_of(other),
        "where": chance.pick(words.PLACES),
        "sector": matter.sector[0],
        "project": matter.project,
        "verb": chance.choice(words.VERBS)[0],
        "object": chance.choice(words.OBJECTS)[0],
        "unit": chance.pick(words.UNITS),
        "count": str(chance.randrange(101, 9_999)),
        "share": str(chance.randrange(30, 99)),
        "when": f"{matter.signed.year + 1}年底",
    }
