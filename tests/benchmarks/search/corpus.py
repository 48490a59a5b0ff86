"""A data folder of any size: made-up directives, the same for the same size, around the real ones."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.search import vocabulary as words
from tests.tools.corpora.encodings import CORPUS, assemble, found, sets, texts

PAGES_PER_DIRECTIVE = 9
TASKS = 8
FILES = {"actors": "actors", "topics": "topics", "glossary": "terms"}
"""The stem of a file of records, and the key of its list."""

SIGNED, DUE = range(2003, 2012), range(2012, 2018)
DATES = (7, 8, 9, 11, 14, 16, 17, 27)
"""Years, and days of the month, on which ``data/`` has nothing that a labelled query asks for."""

Record = dict[str, Any]


def write_corpus(root: Path, real: Path, pages: int) -> None:
    """Write a data folder for about ``pages`` pages in each language, in time linear in them.

    It holds the ``real`` data, the encoded sets whose texts this machine has, and made-up records.
    A set with settings of its own stays out: its records need its registries.
    """
    shutil.copytree(real, root, ignore=shutil.ignore_patterns("schemas"))
    gathered = {stem: _records(root, stem) for stem in FILES}
    for encoded in (path for path in sets() if not (path / "settings.yml").exists()):
        if all(found(CORPUS, row) for row in texts(encoded)):
            other = assemble(encoded, CORPUS, root.parent / encoded.name)
            shutil.copytree(other / "directives", root / "directives", dirs_exist_ok=True)
            for stem in FILES:
                gathered[stem] = _joined(gathered[stem], _records(other, stem))
    maker = Maker(random.Random(pages), actors=max(20, pages // 20))
    gathered["actors"] += maker.actors
    gathered["glossary"] += [maker.term(n) for n in range(max(10, pages // 50))]
    for stem, records in gathered.items():
        _dump(root / f"{stem}.yml", {FILES[stem]: records})
    for number in range((pages - len(gathered["actors"])) // PAGES_PER_DIRECTIVE):
        maker.write_directive(root / "directives" / f"made-{number}", number)


def _records(folder: Path, stem: str) -> list[Record]:
    """The records of a file; a data folder may leave it out."""
    path = folder / f"{stem}.yml"
    if not path.exists():
        return []
    records: list[Record] = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)[FILES[stem]]
    return records


def _joined(records: list[Record], more: list[Record]) -> list[Record]:
    """The first record of each id, called by the others' names too: the sets know some of the same bodies."""
    joined = {record["id"]: record for record in records}
    for record in more:
        known = joined.setdefault(record["id"], record)
        names = [name for name in record.get("aliases", []) if name not in known.get("aliases", [])]
        if names:
            known["aliases"] = [*known.get("aliases", []), *names]
    return list(joined.values())


class Maker:
    """Makes records out of words; all chance comes from one generator."""

    def __init__(self, chance: random.Random, actors: int) -> None:
        self.chance = chance
        self.actors = list(self._actors(actors))

    def pick(self, *lists: Sequence[str]) -> str:
        """One word of each list, joined."""
        return "".join(self.chance.choice(words) for words in lists)

    def _pair(self, pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
        return self.chance.choice(pairs)

    def _actors(self, count: int) -> Iterator[Record]:
        names: set[str] = set()
        while len(names) < count:
            body = self._firm() if self.chance.random() < 0.3 else self._office()
            if body["name"] not in names:
                yield {"id": f"made-{len(names)}", "jurisdiction": "CN", **body}
                names.add(body["name"])

    def _office(self) -> Record:
        """A bureau with its short name, and with a former name every third time."""
        place, body = self.pick(words.PLACES), self.pick(words.BODIES)
        short = place.removesuffix("省").removesuffix("市")
        aliases: list[Any] = [f"{short}{body}"] if short != place else []
        if self.chance.random() < 0.3:
            aliases.append({"name": f"{place}{self._pair(words.SECTORS)[0]}管理处", "to": "2009"})
        return {"name": place + body, "kind": "department", "aliases": aliases}

    def _firm(self) -> Record:
        place, own = self.pick(words.PLACES), self.pick(words.FIRST, words.SECOND)
        trade = self.pick(words.FIRMS)
        former = {"name": f"{place}{own}{trade}总公司", "to": "2012"}
        name = f"{place}{own}{trade}集团有限公司"
        return {"name": name, "kind": "enterprise", "aliases": [f"{own}{trade}", former]}

    def term(self, number: int) -> Record:
        """A glossary entry with another name."""
        own, kind = self.pick(words.FIRST, words.SECOND), self.pick(words.TERMS)
        sector, verb, thing = (self._pair(p)[0] for p in (words.SECTORS, words.VERBS, words.OBJECTS))
        return {
            "id": f"made-{number}",
            "term": f"{own}{kind}",
            "aliases": [f"{self.pick(words.PLACES)}{own}{kind[:2]}法"],
            "definition": f"{sector}领域{verb}{thing}的一种做法,由{self.pick(words.PLACES)}首先采用。",
        }

    def write_directive(self, folder: Path, number: int) -> None:
        """A directive with its text; every other one has an English title too."""
        folder.mkdir()
        sector, verb, thing = (self._pair(p) for p in (words.SECTORS, words.VERBS, words.OBJECTS))
        place, (ending, kind) = self.pick(words.PLACES), self._pair(words.ENDINGS)
        title = {"zh": f"关于{verb[0]}{place}{sector[0]}{thing[0]}{ending}"}
        if number % 2:
            title["en"] = f"How to {verb[1]} the {thing[1]} of {sector[1]}, no. {number}"
        project = self.pick(words.FIRST, words.SECOND, words.PROJECTS)
        signed = self._day(SIGNED)
        tasks = [self._task(sector[0], project, n) for n in range(TASKS)]
        record = {
            "id": folder.name,
            "kind": kind,
            "title": title,
            "issuers": [self.chance.choice(self.actors)["id"]],
            "number": f"{sector[0]}发〔{signed[:4]}〕{self.chance.randrange(300, 1000)}号",
            "dates": {"signed": signed},
            "source": {"file": "source.txt", "language": "zh"},
            "summary": f"就{place}{sector[0]}{thing[0]}提出{TASKS}项要求,与“{project}”一并推进。",
            "tasks": tasks,
        }
        _dump(folder / "directive.yml", record)
        (folder / "source.txt").write_text("\n".join(map(_paragraph, tasks)) + "\n", "utf-8")

    def _task(self, sector: str, project: str, number: int) -> Record:
        """A task with two measures; its number in front keeps its quotes apart from the others'."""
        who, other = (self.chance.choice(self.actors) for _ in range(2))
        values = self._values(sector, project, who["name"], other["name"])
        demand = self.chance.choice(words.DEMANDS).format(**values)
        parts = [
            template.format(**self._values(sector, project, who["name"], other["name"]))
            for template in self.chance.sample(words.MEASURES, 2)
        ]
        return {
            "id": f"task-{number}",
            "title": "{verb}{where}{sector}{object}".format(**values),
            "quotes": [f"{number + 1}、{demand}"],
            "obligation": "must",
            "actors": [{"actor": who["id"], "reason": "虚构的数据。"}],
            "timing": [{"by": self._day(DUE)}],
            "measures": [
                {"id": f"part-{number}-{n}", "title": part, "quotes": [f"({number + 1}.{n + 1}){part}"]}
                for n, part in enumerate(parts)
            ],
        }

    def _values(self, sector: str, project: str, who: str, other: str) -> dict[str, str]:
        """What the gaps of a sentence are filled with."""
        return {
            "who": who,
            "other": other,
            "where": self.pick(words.PLACES),
            "sector": sector,
            "project": project,
            "verb": self._pair(words.VERBS)[0],
            "object": self._pair(words.OBJECTS)[0],
            "unit": self.pick(words.UNITS),
            "count": str(self.chance.randrange(101, 9_999)),
            "share": self.pick("456", "1379"),
            "when": _in_chinese(self._day(DUE)),
        }

    def _day(self, years: Sequence[int]) -> str:
        """A day in one of the years."""
        year, month, date = (self.chance.choice(numbers) for numbers in (years, range(1, 13), DATES))
        return f"{year}-{month:02}-{date:02}"


def _in_chinese(day: str) -> str:
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year}年{month}月{date}日"


def _paragraph(task: Record) -> str:
    parts = (quote for record in (task, *task["measures"]) for quote in record["quotes"])
    return "".join(parts) + "。"


def _dump(path: Path, value: object) -> None:
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8")
