"""Made-up data folders of any size, the same for the same numbers."""

from __future__ import annotations

from pathlib import Path

import yaml

TASKS_PER_DIRECTIVE = 8
ACTORS = 50


def write_corpus(root: Path, tasks: int) -> None:
    """Write a data folder with ``tasks`` tasks, two measures each, eight tasks a directive."""
    (root / "directives").mkdir(parents=True)
    actors = [
        {"id": f"actor-{n}", "name": f"第{n}局", "kind": "department", "jurisdiction": "CN"}
        for n in range(ACTORS)
    ]
    _dump(root / "settings.yml", {"languages": ["zh", "en"]})
    _dump(root / "actors.yml", {"actors": actors})
    _dump(root / "topics.yml", {"topics": [{"id": f"topic-{n}", "name": f"主题{n}"} for n in range(20)]})
    terms = [{"id": f"term-{n}", "term": f"名词{n}号", "definition": "说明。"} for n in range(100)]
    _dump(root / "glossary.yml", {"terms": terms})
    for number in range(tasks // TASKS_PER_DIRECTIVE):
        _write_directive(root / "directives" / f"notice-{number}", number)


def _write_directive(folder: Path, number: int) -> None:
    folder.mkdir()
    first = number * TASKS_PER_DIRECTIVE
    record = {
        "id": folder.name,
        "kind": "notice",
        "title": f"第{number}号通知",
        "issuers": [f"actor-{number % ACTORS}"],
        "dates": {"signed": f"{2000 + number % 25}-0{1 + number % 9}"},
        "source": {"file": "source.txt", "language": "zh"},
        "tasks": [_task(first + n, in_directive=n) for n in range(TASKS_PER_DIRECTIVE)],
    }
    _dump(folder / "directive.yml", record)
    (folder / "progress.csv").write_text(_reports(first), "utf-8")
    lines = (
        f"第{first + n}项由局办好。一要由局查清{first + n}。二要报告{first + n}。"
        for n in range(TASKS_PER_DIRECTIVE)
    )
    (folder / "source.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _reports(first: int) -> str:
    """Two readings of each task's figure, and for every other task a report that it is done."""
    rows = ["date,as_of,task,status,target,value,evidence.title,evidence.speaker,evidence.grade"]
    for number in range(first, first + TASKS_PER_DIRECTIVE):
        said = "月报,第1局,C"
        rows.append(f"2026-02-01,2026-01-31,task-{number},in_progress,done-{number},40,{said}")
        status = "done" if number % 2 else "in_progress"
        rows.append(f"2026-08-01,2026-07-31,task-{number},{status},done-{number},90,{said}")
    return "\n".join(rows) + "\n"


def _task(number: int, *, in_directive: int) -> dict[str, object]:
    """A task due some working days after the one before it; its measures come again each quarter."""
    duty = {"actor": f"actor-{number % ACTORS}", "words": "局"}
    anchor: object = {"due": f"task-{number - 1}"} if in_directive else "signed"
    return {
        "id": f"task-{number}",
        "title": f"办好第{number}项",
        "quotes": [f"第{number}项由局办好。"],
        "obligation": "must",
        "actors": [duty],
        "timing": [{"within": {"working_days": 20, "of": anchor}}],
        "targets": [{"id": f"done-{number}", "metric": "办结数", "value": 100}],
        "topics": [f"topic-{number % 20}"],
        "measures": [
            {
                "id": f"find-{number}",
                "title": "查清",
                "quotes": [f"一要由局查清{number}。"],
                "actors": [dict(duty)],
                "timing": [{"every": {"rule": "FREQ=MONTHLY;INTERVAL=3"}}],
            },
            {"id": f"tell-{number}", "title": "报告", "quotes": [f"二要报告{number}。"]},
        ],
    }


def _dump(path: Path, value: object) -> None:
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8")
