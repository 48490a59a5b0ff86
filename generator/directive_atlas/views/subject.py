"""What is known of a topic: its tasks, who has them, what is to be reached, what was reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Report, Target, Task, Topic
from directive_atlas.views.board import Board, board
from directive_atlas.views.timeline.items import Dated
from directive_atlas.views.timeline.own import OwnTimeline, timeline_of_topic
from directive_atlas.views.twins import Difference, told_apart
from directive_atlas.vocabulary.tasks import Role

TASKS = 100
"""The number of tasks on the page of a topic; the list of tasks has the others."""

BODIES = 30
"""The number of bodies on the page of a topic."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a topic; ``..._total`` counts those that are not on the page as well.

    ``tasks`` are by directive, the newest first, ``apart`` tells those of one title apart. ``bodies`` are
    those that the texts name in them, each with the number of tasks in each role, whose own work it is first.
    """

    topic: Topic
    board: Board
    tasks: Mapping[str, Sequence[Task]]
    tasks_total: int
    apart: Mapping[str, Difference]
    bodies: Mapping[str, Mapping[Role, int]]
    bodies_total: int
    figures: Sequence[Target]
    reports: Sequence[Report]
    directives: Sequence[str]
    timeline: OwnTimeline | None


def subject(corpus: Corpus, everything: Dated, topic: Topic) -> Subject:
    """All about a topic, as much as a page holds."""
    tasks = [corpus.tasks[key] for key in corpus.links.topic_tasks.get(topic.id, ())]
    shown, bodies = tasks[:TASKS], _bodies(tasks)
    reports = (report for task in tasks for report in task.reports)
    return Subject(
        topic=topic,
        board=board(tasks),
        tasks=_by_directive(shown),
        tasks_total=len(tasks),
        apart=told_apart(corpus, (task.key for task in shown)),
        bodies={actor: bodies[actor] for actor in sorted(bodies, key=lambda a: _rank(bodies[a]))[:BODIES]},
        bodies_total=len(bodies),
        figures=[target for task in tasks for target in task.targets],
        reports=sorted(reports, key=lambda report: report.date.last, reverse=True),
        directives=corpus.links.topic_directives.get(topic.id, ()),
        timeline=timeline_of_topic(corpus, everything, topic.id),
    )


def _bodies(tasks: Iterable[Task]) -> dict[str, Counter[Role]]:
    """In how many tasks each body has each role by the words of the texts, not through groups."""
    found: dict[str, Counter[Role]] = defaultdict(Counter)
    for task in tasks:
        for actor, role in dict.fromkeys((duty.actor, duty.role) for duty in task.duties):
            found[actor][role] += 1
    return found


def _rank(roles: Mapping[Role, int]) -> tuple[int, int]:
    """Those with most work of their own first, then by all parts."""
    return -sum(number for role, number in roles.items() if role.asks), -sum(roles.values())


def _by_directive(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        found[task.directive].append(task)
    return dict(found)
