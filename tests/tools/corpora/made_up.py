"""Corpora made up from a seed, without files: what reads the sealed graph can be tried at any size."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.links import links, members_of
from directive_atlas.resolve.model import Actor, BodyStandings, Directive, Duty, Standing, Task, Text, Topic
from directive_atlas.resolve.standing.deadline import pressing
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import Basis, Choice, Obligation, Role

from tests.tools.corpora import made

AS_OF = dt.date(2026, 11, 20)
_PLACE = Place("data")
_CHARACTERS = "加快推进信息通信行业复工复产统筹协调网络建设安全保障工业互联网融合应用督促落实责任强化服务监管"


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make up; ``per_directive`` counts tasks and measures."""

    rows: int
    per_directive: int = 8
    actors: int = 40
    groups: int = 5
    members: int = 6
    topics: int = 12


def made_up_corpus(seed: int, size: Size) -> Corpus:
    """A corpus of ``size.rows`` tasks and measures, the same for the same seed."""
    dice = random.Random(seed)
    actors = _actors(dice, size)
    topics = {
        f"topic-{n}": Topic(f"topic-{n}", _text(dice, 4), None, (), None, _PLACE) for n in range(size.topics)
    }
    starts = range(0, size.rows, size.per_directive)
    counts = [min(size.per_directive, size.rows - start) for start in starts]
    directives = [_directive(dice, n, count, list(actors), list(topics)) for n, count in enumerate(counts)]
    tasks = {task.key: task for directive in directives for task in directive.walk()}
    return Corpus(
        as_of=AS_OF,
        directives={directive.id: directive for directive in directives},
        actors=actors,
        topics=topics,
        terms={},
        tasks=tasks,
        events=(),
        links=links(directives, tasks.values(), actors),
    )


def with_tasks(corpus: Corpus, tasks: Mapping[str, Task]) -> Corpus:
    """The same corpus with some tasks and measures changed."""

    def changed(task: Task) -> Task:
        return replace(tasks[task.key], measures=tuple(map(changed, task.measures)))

    directives = {
        record_id: replace(directive, tasks=tuple(map(changed, directive.tasks)))
        for record_id, directive in corpus.directives.items()
    }
    return replace(corpus, directives=directives, tasks=tasks)


def with_bodies(corpus: Corpus, seed: int) -> Corpus:
    """The same corpus where in half of the tasks of several bodies some stand otherwise than the whole."""
    dice = random.Random(seed)
    tasks = {key: replace(task, bodies=_bodies(dice, task, corpus)) for key, task in corpus.tasks.items()}
    return with_tasks(corpus, tasks)


def _bodies(dice: random.Random, task: Task, corpus: Corpus) -> BodyStandings | None:
    direct = {duty.actor for duty in task.duties}
    bodies = sorted(direct.union(*(members_of(group, corpus.actors) for group in direct)))
    if len(bodies) < 2:
        return None
    if dice.random() < 0.5:
        return BodyStandings({}, task.standing, task.standing)
    reported = dice.sample(bodies, dice.randint(0, min(3, len(bodies))))
    own = {body: _another(dice, task.standing) for body in reported}
    return BodyStandings(own, _another(dice, task.standing), _another(dice, task.standing))


def _another(dice: random.Random, whole: Standing) -> Standing:
    """The whole's standing, or another one, which may be due on another day."""
    if dice.random() < 0.3:
        return whole
    due = _due(dice) if dice.random() < 0.2 else whole.due
    state, timeliness = dice.choice(list(ReportedStatus)), dice.choice(list(DeadlineStatus))
    return replace(whole, state=state, timeliness=timeliness, due=due)


def _text(dice: random.Random, length: int) -> Text:
    """A title in Chinese, in both languages, or in English only."""
    chinese = "".join(dice.choices(_CHARACTERS, k=length))
    english = "".join(dice.choices("abcdefgh ", k=length)).strip() or "a"
    return Text(dice.choice([(("zh", chinese),), (("zh", chinese), ("en", english)), (("en", english),)]))


def _actors(dice: random.Random, size: Size) -> dict[str, Actor]:
    """Bodies, and behind them groups of them; a group may have the group before it as a member."""
    actors = {f"actor-{n}": _actor(f"actor-{n}", _text(dice, 6), ()) for n in range(size.actors)}
    bodies = list(actors)
    for number in range(size.groups):
        inner = (f"group-{number - 1}",) if number and dice.random() < 0.3 else ()
        members = (*dice.sample(bodies, min(size.members, len(bodies))), *inner)
        actors[f"group-{number}"] = _actor(f"group-{number}", _text(dice, 5), members)
    return actors


def _actor(record_id: str, name: Text, members: tuple[str, ...]) -> Actor:
    kind = ActorKind.GROUP if members else ActorKind.DEPARTMENT
    return Actor(record_id, name, kind, (), None, None, (), members, True, (), (), (), None, (), _PLACE)


def _directive(
    dice: random.Random, number: int, rows: int, actors: list[str], topics: list[str]
) -> Directive:
    record_id = f"notice-{number}"
    date = None if dice.random() < 0.05 else on_day(dt.date(2026, 6, 1) - dt.timedelta(days=number % 9000))
    tasks: list[Task] = []
    for row in range(rows):
        root = tasks[-1] if tasks and dice.random() < 0.7 else None
        task = _task(dice, f"{record_id}/task-{row}", root, actors, topics)
        if root:
            tasks[-1] = _with_measure(root, task)
        else:
            tasks.append(task)
    kind = dice.choice(list(DirectiveKind))
    return replace(made.directive(record_id, tasks), kind=kind, title=_text(dice, 18), date=date)


def _with_measure(task: Task, measure: Task) -> Task:
    """The task with a measure more, which may be the most pressing one."""
    measures = (*task.measures, measure)
    parts = pressing([each.standing.timeliness for each in measures])
    return replace(task, measures=measures, standing=replace(task.standing, parts=parts))


def _task(dice: random.Random, key: str, root: Task | None, actors: list[str], topics: list[str]) -> Task:
    directive, _, own = key.partition("/")
    due = _due(dice)
    return Task(
        key=key,
        id=own,
        directive=directive,
        root=root.key if root else key,
        depth=1 if root else 0,
        label=None,
        title=_text(dice, dice.randint(4, 20)),
        section=None,
        passages=(),
        obligation=dice.choice([None, *Obligation]),
        duties=tuple(_duty(dice, actors) for _ in range(dice.choice([0, 1, 1, 2, 3]))),
        duties_complete=True,
        timings=(),
        targets=(),
        deliverables=(),
        measures=(),
        choose=Choice.ALL,
        depends_on=(),
        applies_to=None,
        topics=tuple(dice.sample(topics, min(len(topics), dice.choice([0, 1, 1, 2])))),
        terms=(),
        reports=(),
        standing=Standing(
            dice.choice(list(ReportedStatus)),
            None,
            None,
            dice.choice(list(DeadlineStatus)),
            due,
            None,
            0,
            None,
        ),
        endings=(),
        note=None,
        place=_PLACE,
    )


def _duty(dice: random.Random, actors: list[str]) -> Duty:
    return Duty(dice.choice(actors), dice.choice(list(Role)), Basis.STATED, None, None, None, None, None)


def _due(dice: random.Random) -> ImpreciseDate | None:
    """No day, a day around the site's, or a year."""
    kind = dice.random()
    if kind < 0.3:
        return None
    if kind < 0.4:
        return parse_date(str(dice.randint(1990, 2040)))
    return on_day(AS_OF + dt.timedelta(days=round(dice.gauss(0, 300))))
