"""What the pages say of statuses is what a second derivation finds, which knows only the rules for readers.

It reads the pages of the fixture, of the repository's own data, and of the directives that others wrote.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from directive_atlas.build import read_records
from directive_atlas.schedule import schedule

from tests.tools.corpora.encodings import CORPUS, assemble, one_by_one
from tests.tools.moment import midnight
from tests.tools.own import needs_our_data
from tests.tools.pages import pages_of
from tests.tools.paths import FIXTURE, ROOT
from tests.tools.second.pages import (
    Part,
    board,
    counted,
    papers,
    parts_of,
    reported,
    state,
    states,
    status,
    way,
    ways,
)
from tests.tools.second.standing import Second
from tests.tools.turns import one_in

FIRST, LAST = dt.date(2020, 6, 1), dt.date(2026, 11, 26)
DAYS = one_in(4, [LAST, dt.date(2024, 6, 30), dt.date(2022, 3, 15), FIRST])
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the evaluation corpus is not here")


@dataclass(frozen=True)
class Pages:
    """The pages of a site by their paths, and the second derivation."""

    texts: Mapping[str, str]
    second: Second

    def of(self, path: str) -> str:
        """The text of a page."""
        return self.texts[path]


ROWS = 100
"""How many rows the work list on an actor's page has at most."""


def _pages(data: Path, day: dt.date) -> Pages:
    _, texts = pages_of(data, midnight(day), day)
    records, _ = read_records(data)
    return Pages(texts, Second(records, schedule(records.expanded.corpus, day)[0], day))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_pages_of_the_fixture(day: dt.date) -> None:
    _compare(_pages(FIXTURE / "data", day))


@needs_our_data
@pytest.mark.parametrize("day", [FIRST, pytest.param(LAST, marks=pytest.mark.long)], ids=str)
def test_the_pages_of_our_own_data(day: dt.date) -> None:
    _compare(_pages(ROOT / "data", day))


@needs_corpus
@pytest.mark.parametrize("encoded", one_by_one())
def test_the_pages_of_directives_that_others_wrote(encoded: Path, tmp_path: Path) -> None:
    _compare(_pages(assemble(encoded, CORPUS, tmp_path / "data"), LAST))


def _compare(pages: Pages) -> None:
    second = pages.second
    everything = [Part(key) for key in second.frames]
    if everything:
        _compare_board(pages, pages.of("index.md"), everything)
    for directive in second.raw.directives:
        own = [part for part in everything if second.frames[part.key].directive is directive]
        if own:
            _compare_board(pages, pages.of(f"directives/{directive.id}/index.md"), own)
        _compare_tasks(pages, own)
    for actor in second.actors:
        _compare_actor(pages, actor)


def _compare_tasks(pages: Pages, own: list[Part]) -> None:
    """The status of each task, and of its measures in the order of the text."""
    lines = [pages.second.frames[part.key].line for part in own]
    for root in dict.fromkeys(line[0] for line in lines):
        below = [Part(line[-1]) for line in lines if line[0] == root]
        assert states(pages.of(f"directives/{root}.md")) == [status(pages.second, part) for part in below], (
            root
        )


def _compare_board(pages: Pages, text: str, own: list[Part]) -> None:
    """Its counts by deadline, by evidence and by what was reported."""
    assert board(text) == counted(pages.second, own)
    assert reported(text) == Counter(state(pages.second, part) for part in own)


def _compare_actor(pages: Pages, actor: str) -> None:
    text, parts = pages.of(f"actors/{actor}.md"), list(parts_of(pages.second, actor))
    asked = [part for part in parts if part.asks]
    if asked:
        _compare_board(pages, text, asked)
    of_paper = Counter(pages.second.frames[part.key].directive.id for part in asked)
    if len(parts) > ROWS:  # the page has the first of them, and says how many follow
        assert papers(text) <= of_paper, actor
        return
    assert papers(text) == of_paper, actor
    found, wanted = ways(text), Counter(way(pages.second, part) for part in parts)
    if wanted != found:  # what a body has only by name needs no heading of its own
        assert wanted - found == _alone(wanted), actor
        assert not found - wanted, actor


def _alone(wanted: Counter[str]) -> Counter[str]:
    """Rows that a paper asks of a body by name and in no other way."""
    by_name = {name: count for name, count in wanted.items() if name.endswith("-itself")}
    papers_of = {name: name.removesuffix("-itself") for name in by_name}
    known = set(papers_of.values())
    several = {n for n, paper in papers_of.items() for o in wanted if o != n and _belongs(o, paper, known)}
    return Counter({name: count for name, count in by_name.items() if name not in several})


def _belongs(name: str, paper: str, papers: set[str]) -> bool:
    """Whether a way is one of a paper, and not of another one whose id begins alike."""
    fitting = [each for each in papers if name.startswith(f"{each}-")]
    return bool(fitting) and max(fitting, key=len) == paper
