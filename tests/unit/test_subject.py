"""The page of a topic: its tasks, who has a part in them, what was reported, as much as a page holds."""

from __future__ import annotations

from directive_atlas.resolve import Corpus
from directive_atlas.views.subject import BODIES, TASKS, Subject, subject
from directive_atlas.views.timeline.items import dated

from tests.tools.corpora.made_up import Size, made_up_corpus


def _subjects(corpus: Corpus) -> list[Subject]:
    everything = dated(corpus)
    return [subject(corpus, everything, topic) for topic in corpus.topics.values()]


def test_a_topic_counts_each_task_and_each_part_that_a_text_gives_in_it(corpus: Corpus) -> None:
    for found in _subjects(corpus):
        tasks = [task for task in corpus.tasks.values() if found.topic.id in task.topics]
        assert found.board.total == found.tasks_total == len(tasks)
        parts = {(d.actor, task.key, d.role) for task in tasks for d in task.duties}
        assert sum(number for roles in found.bodies.values() for number in roles.values()) == len(parts)
        assert len(found.reports) == sum(len(task.reports) for task in tasks)
        assert sorted(r.date.last for r in found.reports)[::-1] == [r.date.last for r in found.reports]
        assert len(found.figures) == sum(len(task.targets) for task in tasks)


def test_of_very_many_a_page_has_the_first_and_says_how_many_there_are() -> None:
    corpus = made_up_corpus(3, Size(4000, actors=100, topics=2))
    for found in _subjects(corpus):
        assert sum(map(len, found.tasks.values())) == TASKS < found.tasks_total
        assert len(found.bodies) == BODIES < found.bodies_total


def test_those_with_most_work_of_their_own_are_named_first(corpus: Corpus) -> None:
    for found in _subjects(corpus):
        own = [sum(n for role, n in roles.items() if role.asks) for roles in found.bodies.values()]
        assert own == sorted(own, reverse=True)
