"""Does the search find what is known to be there, and is the measure of it sound?

The labelled queries are asked of the project's own data here, too; the whole measure, with
more pages and with times, is ``make bench-search``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from directive_atlas.build import resolved
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser

from tests.benchmarks.search.corpus import write_corpus
from tests.benchmarks.search.drive import ask_all, ask_cold
from tests.benchmarks.search.items import Item, records
from tests.benchmarks.search.known_items import CLASSES, MOST_PLACES, bare, draw, fold
from tests.benchmarks.search.labels import (
    HAND_WRITTEN,
    Answer,
    Query,
    accepts,
    distinct,
    read,
    reciprocal_rank,
    top_five,
)
from tests.benchmarks.search.report import misses
from tests.benchmarks.search.site import served as serve
from tests.tools.moment import AS_OF, midnight
from tests.tools.own import needs_our_data
from tests.tools.paths import FIXTURE

WRITTEN = read(HAND_WRITTEN)


@pytest.mark.parametrize("of_each_class", [3, pytest.param(8, marks=pytest.mark.long)])
def test_the_search_finds_known_items(
    browser: Browser, served: str, corpus: Corpus, of_each_class: int
) -> None:
    answers = ask_all(browser, served, draw(corpus, of_each_class, seed=1))
    missed = "\n".join(misses(answers))
    assert top_five(answers) >= 0.97, missed
    assert reciprocal_rank(answers) >= 0.95, missed


@needs_our_data
@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
def test_the_search_finds_what_the_labels_ask_for(
    browser: Browser, own_site: Path, tmp_path: Path, step: int
) -> None:
    """Each fourth query, or all of them."""
    with serve(own_site, tmp_path / "above") as root:
        answers = ask_all(browser, root, WRITTEN[::step])
    missed = "\n".join(misses(answers))
    assert top_five(answers) >= 0.97, missed
    assert reciprocal_rank(answers) >= 0.95, missed


def test_there_are_enough_hand_written_queries_of_each_class() -> None:
    classes = Counter(query.kind for query in WRITTEN)
    assert len(WRITTEN) >= 120
    assert len(classes) >= 12
    assert min(classes.values()) >= 6


def test_known_items_are_the_same_for_the_same_seed(corpus: Corpus) -> None:
    assert draw(corpus, 5, seed=1) == draw(corpus, 5, seed=1)
    assert draw(corpus, 5, seed=1) != draw(corpus, 5, seed=2)


def test_known_items_are_drawn_in_every_class(corpus: Corpus) -> None:
    drawn = Counter(query.kind for query in draw(corpus, 5, seed=1))
    assert drawn == {f"drawn: {kind}": 5 for kind in CLASSES}


def test_no_record_answers_a_known_item_without_being_accepted(corpus: Corpus) -> None:
    """By brute force: a part of a title or passage stands in the accepted records, and in no others."""
    items = {item.place: item for item in records(corpus)}
    for query in draw(corpus, 15, seed=3):
        assert 0 < len(query.pages) <= MOST_PLACES
        if query.kind in ("drawn: title", "drawn: passage"):
            holding = {place for place, item in items.items() if query.text in _words(item, query.kind)}
            assert holding == set(query.pages)


def _words(item: Item, kind: str) -> str:
    texts = [*item.names] if kind == "drawn: title" else [*item.names, *item.passages, *item.mentions]
    return "\n".join(map(bare, texts))


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://x/some/actors/miit.html", "actors/miit.html"),
        ("https://x/some/en/actors/miit.html?h=miit#owed", "actors/miit.html"),
        ("https://x/some/glossary/index.html?h=SA#term-standalone", "glossary/index.html#term-standalone"),
    ],
)
def test_a_result_counts_for_its_page_in_any_language(href: str, leads: str) -> None:
    assert distinct([href, href], "https://x/some/") == (leads,)


def test_a_label_with_an_entry_is_met_by_that_entry_only() -> None:
    entry = Query("SA", "", ("glossary/index.html#term-standalone",))
    assert accepts(entry, "glossary/index.html#term-standalone")
    assert not accepts(entry, "glossary/index.html#term-non-standalone")
    assert accepts(Query("", "", ("actors/miit.html",)), "actors/miit.html")


def test_figures_of_a_set() -> None:
    query = Query("", "", ("right",))
    answers = [
        Answer(query, places, 1.0) for places in (("right",), ("wrong", "right"), (*"abcde", "right"), ())
    ]
    assert [answer.rank for answer in answers] == [1, 2, 6, None]
    assert top_five(answers) == 0.5
    assert reciprocal_rank(answers) == pytest.approx((1 + 1 / 2 + 1 / 6) / 4)


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up data folder around the fixture's."""
    folder = tmp_path_factory.mktemp("around") / "data"
    write_corpus(folder, FIXTURE / "data", 400)
    return folder


def test_made_up_records_pass_the_checks(around: Path) -> None:
    found = resolved(around, midnight(AS_OF))
    assert found.corpus, [problem for problem in found.problems if problem.is_error]


def test_made_up_records_are_the_same_for_the_same_size(around: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "data", FIXTURE / "data", 400)
    files = [path.relative_to(around) for path in sorted(around.rglob("*")) if path.is_file()]
    assert all((around / file).read_bytes() == (tmp_path / "data" / file).read_bytes() for file in files)


def test_made_up_records_answer_no_hand_written_query(around: Path) -> None:
    """Whatever is made up holds no query as it stands, so that the labels stay true among it."""
    text = fold(" ".join(path.read_text("utf-8") for path in sorted(around.glob("directives/made-*/*"))))
    longer = (fold(query.text) for query in WRITTEN if len(query.text) > 1)
    assert [q for q in longer if re.search(f"(?<![a-z]){re.escape(q)}(?![a-z])", text)] == []


DIALOG = """
  const dialog = document.createElement("dialog");
  dialog.id = "atlas-search";
  dialog.innerHTML = '<input type=search><div id=atlas-results></div>';
  document.body.append(dialog);
  const [input, results] = dialog.children;
  document.onkeydown = event => { if (event.key === "/") dialog.showModal(); };
  input.oninput = () => {
    results.ariaBusy = "true";
    results.innerHTML = '<a class=atlas-hit href="en/actors/old.html">';
    setTimeout(() => {
      results.innerHTML = '<a class=atlas-hit href="en/actors/miit.html?h=x#y">';
      results.dataset.query = input.value.trim();
      results.ariaBusy = "false";
    }, 50);
  };
"""


def test_the_driver_waits_for_the_results_of_its_own_query(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "search.js").write_text(DIALOG, "utf-8")
    (tmp_path / "site" / "index.html").write_text(
        "<!doctype html><body><script src=search.js></script>", "utf-8"
    )
    query = Query("工信部", "alias", ("actors/miit.html",))
    with serve(tmp_path / "site", tmp_path / "above") as root:
        (answer,) = ask_all(browser, root, [query])
        (cold,) = ask_cold(browser, root, [query])
    assert answer.places == ("actors/miit.html",)
    assert answer.milliseconds > 0
    assert cold.loaded == len(DIALOG.encode())
