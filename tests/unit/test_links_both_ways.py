"""Every link of the records is found from its other end."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.resolve import Corpus

from tests.tools.corpora.river import records_of, resolved_on
from tests.tools.moment import AS_OF

RECORD = """\
dates: {signed: 2020-03-01}
addressees: [north]
approved_by: [north]
copies: [south]
topics: [bridges]
participants:
  - {actor: north, role: attendee, organisation: branches}
  - {actor: south, role: attendee, organisation: office}
sections:
  - id: work
    title: 任务
    tasks: [{id: tell, title: 报送, actors: [north]}]
tasks:
  - id: count
    title: 普查
    topics: [bridges]
    actors: [branches, {actor: south, chosen_by: office}]
    measures: [{id: part, title: 分段普查, depends_on: [tell], actors: []}]
"""
REPORTS = """\
date,task,actor,status
2020-04-01,count,north,in_progress
2020-04-02,tell,,done
2020-05-02,tell,,done
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """The base corpus with this record."""
    return resolved_on(records_of(tmp_path, RECORD, REPORTS), AS_OF)


def test_a_body_has_what_it_owes_itself_and_through_its_group(corpus: Corpus) -> None:
    owed = {body: [(each.task, each.through) for each in found] for body, found in corpus.links.owed.items()}
    assert owed == {
        "branches": [("river/count", None)],
        "north": [("river/count", "branches"), ("river/tell", None)],
        "south": [("river/count", "branches"), ("river/count", None)],
    }
    assert {body: [each.task for each in found] for body, found in corpus.links.chooses.items()} == {
        "office": ["river/count"]
    }


def test_a_body_has_the_directives_that_name_it(corpus: Corpus) -> None:
    links = corpus.links
    assert links.issued == {"office": ("river",)}
    assert links.addressed == links.approved == {"north": ("river",)}
    assert links.copied == {"south": ("river",)}


def test_whoever_somebody_came_for_took_part_unless_it_held_the_meeting(corpus: Corpus) -> None:
    assert corpus.links.attended == dict.fromkeys(("north", "branches", "south"), ("river",))


def test_topics_and_tasks_have_what_refers_to_them(corpus: Corpus) -> None:
    links = corpus.links
    assert links.topic_directives == {"bridges": ("river",)}
    assert links.topic_tasks["bridges"][:2] == ("river/count", "river/part")
    assert links.needed_by == {"river/tell": ("river/part",)}
    assert {body: len(found) for body, found in links.reported.items()} == {"north": 1}


def test_bodies_have_those_below_them_and_the_groups_that_they_are_in(corpus: Corpus) -> None:
    actors = corpus.actors
    assert actors["office"].children == ("north", "south")
    assert actors["branches"].members == ("north", "south")
    assert actors["north"].groups == actors["south"].groups == ("branches",)
    assert {name for name, actor in actors.items() if actor.children} == {"office"}


def test_parts_know_what_they_are_parts_of(corpus: Corpus) -> None:
    tasks = corpus.tasks
    assert {key: (task.root, task.depth, task.section) for key, task in tasks.items()} == {
        "river/count": ("river/count", 0, None),
        "river/part": ("river/count", 1, None),
        "river/tell": ("river/tell", 0, "work"),
    }
    [directive] = corpus.directives.values()
    [section] = directive.sections
    assert section.tasks == ("river/tell",)
    assert directive.date and directive.date.text == "2020-03-01"


def test_reports_of_later_days_are_counted_and_left_out(corpus: Corpus) -> None:
    assert {key: task.standing.later for key, task in corpus.tasks.items()} == dict.fromkeys(corpus.tasks, 0)
