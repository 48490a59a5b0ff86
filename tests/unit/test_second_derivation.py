"""Every status is derived a second time from the rules that readers are told, and found the same."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from directive_atlas.build import Records
from directive_atlas.interface.values import Values
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import measures_of
from directive_atlas.outputs.pages.because import because
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.resolve.model import Parts, Standing
from directive_atlas.schedule import schedule
from directive_atlas.vocabulary.dates import parse_date
from directive_atlas.vocabulary.progress import Answer, Status, Verification

from tests.tools.corpora.records import read
from tests.tools.moment import FIXTURE_DAY
from tests.tools.second.standing import Found, Second
from tests.tools.sites import bilingual
from tests.tools.turns import one_in

DAYS = (FIXTURE_DAY, dt.date(2022, 12, 31), dt.date(2023, 10, 1), dt.date(2026, 5, 5))


def _both(records: Records, day: dt.date) -> tuple[Corpus, Second]:
    dates, _ = schedule(records.expanded.corpus, day)
    return resolve(records.expanded, records.passages, dates, day), Second(records, dates, day)


def _known(standing: Standing) -> Found:
    return Found(standing.timeliness.value, standing.state.value, standing.due, standing.counts_days)


def _parts(parts: Parts | None) -> tuple[int, int, int] | None:
    return (parts.total, parts.reported, parts.done) if parts else None


def differences(corpus: Corpus, second: Second) -> Iterator[tuple[str, object, object]]:
    """Where both do not agree: of which task or body, the first and the second finding."""
    for key, task in corpus.tasks.items():
        pairs: dict[str, tuple[object, object]] = {key: (_known(task.standing), second.task(key))}
        counted = (_parts(task.standing.measures), _parts(task.standing.bodies))
        known = [{o.day.last: o.status.value for o in timing.occurrences} for timing in task.timings]
        pairs[f"{key}: times"] = known, second.times(key)
        pairs[f"{key}: parts"] = counted, second.parts(key)
        for duty in task.duties:
            for body in (duty.actor, *second.members(duty.actor)):
                through = body not in {each.actor for each in task.duties}
                pairs[f"{key} {body}"] = (
                    _known(task.standing_of(body, through=through)),
                    second.body(key, body, through=through),
                )
        yield from ((name, first, other) for name, (first, other) in pairs.items() if first != other)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_fixture_stands_so(records: Records, day: dt.date) -> None:
    assert list(differences(*_both(records, day))) == []


@pytest.mark.parametrize("seed", one_in(2, range(40)))
def test_it_stands_so_whatever_is_reported(records: Records, seed: int) -> None:
    dice = random.Random(seed)
    raw = records.expanded.corpus
    made = {d.place.file: tuple(_made_up(raw, d, dice)) for d in raw.directives}
    varied = replace(records, expanded=replace(records.expanded, corpus=replace(raw, progress=made)))
    corpus, second = _both(varied, dice.choice(DAYS))
    assert list(differences(corpus, second)) == []
    assert all(_reasons(corpus))


def _reasons(corpus: Corpus) -> Iterator[str]:
    """Why each task stands as it does, and each body's part in it."""
    site = bilingual()
    for language in site.languages:
        words = Values(site, language)
        for task in corpus.tasks.values():
            own = task.bodies.own.values() if task.bodies else ()
            yield from (because(task, standing, corpus, words) for standing in (task.standing, *own))


def _made_up(raw: RawCorpus, directive: schema.Directive, dice: random.Random) -> Iterator[schema.Progress]:
    """Reports of all kinds on the tasks of a directive, about as many as there are tasks."""
    tasks = list(measures_of(directive))
    for _ in range(dice.randint(0, 2 * len(tasks))):
        task = dice.choice(tasks)
        yield read(schema.Progress, _report(task, _bodies(raw, task), dice))


def _bodies(raw: RawCorpus, task: schema.Measure) -> list[str]:
    members = {actor.id: [each.actor for each in actor.members] for actor in raw.actors}
    direct = [duty.actor for duty in task.actors]
    return ["", "", *direct, *(member for actor in direct for member in members[actor])]


def _report(task: schema.Measure, bodies: list[str], dice: random.Random) -> dict[str, str]:
    date, status = _date(dice), dice.choice(["", "done", "done", *Status])
    told = {"date": date, "task": task.id, "actor": dice.choice(bodies), "status": status, "note": "x"}
    told["verification"] = dice.choice(["claimed", "claimed", *Verification])
    if dice.random() < 0.2 and parse_date(earlier := _date(dice)).first <= parse_date(date).last:
        told["as_of"] = earlier
    if status == "done" and dice.random() < 0.2:
        told["by_then"] = "true"
    if any(timing.every for timing in task.timing) and dice.random() < 0.5:
        told["occurrence"] = _date(dice)
    told |= {key: words for key, chance, words in _rare(bodies, dice) if words and dice.random() < chance}
    return {key: words for key, words in told.items() if words}


def _rare(bodies: list[str], dice: random.Random) -> list[tuple[str, float, str]]:
    """What few reports tell, how many of them, and what they tell."""
    return [
        ("answer", 0.1, dice.choice(list(Answer))),
        ("extended_to", 0.1, _date(dice)),
        ("closed_by", 0.05, bodies[-1]),
    ]


def _date(dice: random.Random) -> str:
    day = dt.date(2022, 1, 1) + dt.timedelta(days=dice.randrange(1500))
    return dice.choice([day.isoformat(), day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"])
