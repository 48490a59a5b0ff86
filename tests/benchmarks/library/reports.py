"""Reports on the tasks of a directive: half of the tasks have one to three."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.library.chance import Chance
from tests.benchmarks.library.registries import Record

LAST = dt.date(2024, 6, 20)
"""No report is later: the libraries are as of the end of that month."""


def write_reports(path: Path, rows: Sequence[Record]) -> None:
    """Write a table of reports; none where there is no row."""
    if not rows:
        return
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def reports(chance: Chance, signed: dt.date, task: Record, who: Record, sector: str) -> Iterator[Record]:
    """The reports on one task, until one says that it is done."""
    if chance.often(0.5):
        return
    day, own = signed, who["kind"] != "group" and chance.often(0.6)
    for number in range(chance.choice((1, 1, 2, 3))):
        day = chance.later(day, 20, 260)
        done = chance.often(0.4)
        if day > LAST:
            return
        yield {
            **_said(chance, day, task, sector, number),
            "actor": who["id"] if own else "",
            "status": "done" if done else "in_progress",
        }
        if done:
            return


def _said(chance: Chance, day: dt.date, task: Record, sector: str, number: int) -> Record:
    row: Record = {
        "date": day,
        "as_of": day - dt.timedelta(3),
        "task": task["id"],
        "note.zh": f"已办好{chance.randrange(9, 900)}处，其余正在推进。",
        "note.en": "Some were done, the rest goes on." if chance.often(0.5) else "",
        "verification": chance.choice(("claimed", "unverified")),
        "evidence.title.zh": f"{sector}工作进展情况通报",
        "evidence.publisher.zh": "示例日报",
        "evidence.date": day,
        "evidence.grade": "B",
        "evidence.url": f"https://news.example.org/{day}/{task['id']}/{number}.html",
    }
    for target in task.get("targets", []):
        row |= {
            "target": target["id"],
            "comparator": "exactly",
            "value": chance.randrange(1, target["value"]),
        }
    return row
