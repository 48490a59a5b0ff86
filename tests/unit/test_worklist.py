"""The work list of a body: every row once, by paper and way, and no more of them than a page can have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.corpus import Owed
from directive_atlas.views.work import Work, urgency, work_of
from directive_atlas.views.worklist import SHOWN, Entry, WorkList, work_list

from tests.tools.corpora import made
from tests.tools.corpora.made_up import Size, made_up_corpus, with_bodies

SEEDS = range(6)


@pytest.fixture(params=SEEDS, ids=lambda seed: f"seed {seed}")
def corpus(request: pytest.FixtureRequest) -> Corpus:
    """Small corpora in which bodies have work themselves, through groups, and parts in that of others."""
    return with_bodies(made_up_corpus(request.param, Size(300, actors=10)), request.param)


def _entries(found: WorkList) -> Iterator[Entry]:
    for paper in found.papers:
        for section in paper.sections:
            yield from (*section.entries, *section.general)


def test_each_row_stands_once_and_is_counted_where_it_stands(corpus: Corpus) -> None:
    for actor in corpus.actors:
        rows = work_of(corpus, actor)
        found = work_list(corpus, rows, shown=len(rows))
        assert Counter(e.work.task.key for e in _entries(found)) == Counter(row.task.key for row in rows)
        assert found.left_out == 0
        assert sum(paper.demands for paper in found.papers) == sum(row.asks for row in rows)


def test_what_a_page_has_no_room_for_is_counted(corpus: Corpus) -> None:
    for actor in corpus.actors:
        rows = work_of(corpus, actor)
        found = work_list(corpus, rows, shown=7)
        shown = len(list(_entries(found)))
        cut = sum(section.left_out for paper in found.papers for section in paper.sections)
        assert shown == min(7, len(rows))
        assert shown + cut + found.left_out == len(rows)


def test_a_section_has_rows_of_one_way(corpus: Corpus) -> None:
    for actor in corpus.actors:
        for paper in work_list(corpus, work_of(corpus, actor)).papers:
            for section in paper.sections:
                for entry in section.entries:
                    assert entry.work.task.directive == paper.directive
                    assert entry.work.asks == (section.part is None)
                    groups = {item.through for item in entry.work.owed if item.duty.role.asks}
                    assert not groups or section.through in groups
                    assert not section.through or None not in groups


def test_papers_with_something_pressing_come_first_and_so_do_tasks_in_a_section(corpus: Corpus) -> None:
    for actor in corpus.actors:
        found = work_list(corpus, work_of(corpus, actor))
        pressing = [
            any(e.work.due.pressing for section in paper.sections for e in section.entries)
            for paper in found.papers
        ]
        assert pressing == sorted(pressing, reverse=True)
        for section in (section for paper in found.papers for section in paper.sections):
            whole: dict[str, list[Work]] = {}
            for entry in section.entries:
                whole.setdefault(entry.work.task.root, []).append(entry.work)
            first = [min(urgency(work)[0] for work in own) for own in whole.values()]
            assert first == sorted(first)


def test_rows_with_one_title_name_the_tasks_that_they_are_parts_of() -> None:
    corpus = made_up_corpus(1, Size(8))
    paper = next(iter(corpus.directives))
    parts = [
        replace(made.task(f"{paper}/{key}", root=f"{paper}/{key}-whole"), directive=paper, depth=1)
        for key in ("a", "b", "c")
    ]
    titles = [parts[0].title, parts[0].title, made.text("另一项")]
    rows = [
        Work(replace(part, title=title), (Owed(part.key, made.duty("north"), None),), part.standing)
        for part, title in zip(parts, titles, strict=True)
    ]
    named = [entry.names_whole for entry in _entries(work_list(corpus, rows))]
    assert named == [True, True, True]


def test_of_very_many_rows_a_page_has_the_first() -> None:
    corpus = made_up_corpus(3, Size(4000, actors=4, groups=1, members=2))
    most = max(corpus.actors, key=lambda actor: len(work_of(corpus, actor)))
    rows = work_of(corpus, most)
    assert len(rows) > SHOWN
    assert len(list(_entries(work_list(corpus, rows)))) == SHOWN
