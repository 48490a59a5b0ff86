"""The page of the statuses: it has a line for each word, and each status on a page leads to its line."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from directive_atlas.interface import anchors
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.progress import (
    Answer,
    DeadlineStatus,
    HorizonBasis,
    OccurrenceStatus,
    ReportedStatus,
)

LISTS = (DeadlineStatus, ReportedStatus, OccurrenceStatus, Answer, HorizonBasis)
PAGES = ("help/statuses.md", "en/help/statuses.md")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_each_word_has_one_line(page: str, words: type[anchors.Status], project: Path) -> None:
    text = (project / "docs" / page).read_text("utf-8")
    assert [word for word in words if text.count(f'<td><strong id="{anchors.status(word)}">') != 1] == []


def test_no_two_words_share_an_anchor() -> None:
    names = list(chain.from_iterable(map(anchors.status, words) for words in LISTS))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_each_task_page_links_its_status_and_says_why(folder: str, project: Path, corpus: Corpus) -> None:
    for task in (task for directive in corpus.directives.values() for task in directive.tasks):
        text = (project / "docs" / f"{folder}directives/{task.key}.md").read_text("utf-8")
        status = task.standing.timeliness.value
        pattern = rf'<a class="state {status}" href="[./]+help/statuses\.html#{status}" title="([^"]+)">'
        found = re.search(pattern, text)
        assert found, task.key
        assert re.sub(r"&#\d+;", "", found[1])
        assert re.search(rf"^<p[^>]*>[^<]+{re.escape(found[1])}</p>$", text, re.M), "readable without a mouse"
