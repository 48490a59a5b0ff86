"""Writing a library: its registries, and a folder for each directive."""

from __future__ import annotations

import datetime as dt
from itertools import count, takewhile
from pathlib import Path

import yaml

from tests.benchmarks.library.chance import Chance
from tests.benchmarks.library.registries import MINISTRIES, Record, Registries, registries
from tests.benchmarks.library.reports import reports, write_reports
from tests.benchmarks.library.tasks import Made, Matter, task
from tests.benchmarks.search import vocabulary as words

SEED = 7
FIRST, DAYS = dt.date(2006, 1, 5), 6_700
"""The directives were signed in the days from this one on."""
TASKS = 8
NUMBERED = "一二三"


def write_library(root: Path, directives: int) -> None:
    """Write a data folder of so many directives of eight tasks, with one to three measures each."""
    chance = Chance(SEED)
    shared = registries(chance, directives)
    for stem, content in shared.files.items():
        _dump(root / f"{stem}.yml", content)
    days = sorted(chance.randrange(DAYS) for _ in range(directives))
    for number, day in enumerate(days):
        _directive(chance, shared, root / "directives" / f"made-{number}", number, FIRST + dt.timedelta(day))


def _directive(chance: Chance, shared: Registries, folder: Path, number: int, signed: dt.date) -> None:
    sector = chance.choice(words.SECTORS)
    matter = Matter(signed, sector, chance.pick(words.FIRST, words.SECOND, words.PROJECTS))
    tasks = _tasks(chance, shared, matter)
    sections = [
        {"id": f"s-{n}", "title": title, "quotes": [title]}
        for n, title in enumerate(f"{sign}、{chance.matter()[0]}" for sign in NUMBERED)
    ]
    record = _record(chance, shared, matter, number) | {
        "id": folder.name,
        "sections": sections,
        "tasks": [made.record for made in tasks],
    }
    folder.mkdir(parents=True)
    _dump(folder / "directive.yml", record)
    (folder / "source.txt").write_text("\n".join(_paragraphs(record, tasks, matter)) + "\n", "utf-8")
    rows = [row for made in tasks for row in reports(chance, signed, made.record, made.who, sector[0])]
    write_reports(folder / "progress.csv", rows)


def _tasks(chance: Chance, shared: Registries, matter: Matter) -> list[Made]:
    tasks: list[Made] = []
    for number in range(TASKS):
        before = tasks[-1].record if tasks and _has_deadline(tasks[-1].record) else None
        tasks.append(task(chance, shared, matter, number, before))
    return tasks


def _has_deadline(record: Record) -> bool:
    return any({"by", "within"} & timing.keys() for timing in record.get("timing", []))


def _record(chance: Chance, shared: Registries, matter: Matter, number: int) -> Record:
    (zh, en), (ending, kind) = matter.sector, chance.choice(words.ENDINGS)
    title = {"zh": f"关于{chance.pick(words.PLACES)}{chance.matter()[0]}{ending}（{number}）"}
    signed = matter.signed
    address = f"https://gov.example.org/{number}.htm"
    source = {"file": "source.txt", "language": "zh", "url": address, "retrieved": "2024-05-01"}
    record: Record = {
        "kind": kind,
        "title": title | ({"en": f"How to {chance.matter()[1]} of {en}, no. {number}"} if number % 2 else {}),
        "issuers": [f"a-{chance.randrange(MINISTRIES)}"],
        "number": f"{zh[:2]}发〔{signed.year}〕{number}号",
        "dates": {"signed": str(signed), "published": str(chance.later(signed, 1, 9))},
        "source": source,
        "background": [{"paragraph": 1, "reason": "标题。"}, {"paragraph": 2, "reason": "目的和背景。"}],
        "summary": {
            "zh": f"就{zh}提出{TASKS}项要求，与“{matter.project}”一并推进。",
            "en": f"Demands on {en}.",
        },
    }
    if found := chance.drawn(shared.topics, chance.choice((0, 1, 1, 2))):
        record["topics"] = sorted(topic["id"] for topic in found)
    if chance.often(0.4):
        record["addressees"] = sorted(actor["id"] for actor in chance.drawn(shared.actors, 3))
    if number and chance.often(0.55):
        earlier = chance.randrange(max(0, number - 60), number)
        kind = chance.choice(("implements", "cites", "follows_up", "rests_on", "amends"))
        record["relations"] = [{"kind": kind, "to": f"made-{earlier}"}]
    return record


def _paragraphs(record: Record, tasks: list[Made], matter: Matter) -> list[str]:
    """The lines of the source: title, background, then the sections with their tasks."""
    lines = [record["title"]["zh"], f"为推进{matter.sector[0]}工作，现将有关事项通知如下。"]
    for section, first in zip(record["sections"], takewhile(lambda n: n < TASKS, count(0, 3)), strict=True):
        lines += [section["title"], *(made.paragraph for made in tasks[first : first + 3])]
    return lines


def _dump(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8")
