"""The search with an engine: it answers as the files of the site do, and whatever it does harms nobody."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.outputs.search.export import document_lines, engine_index
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser, Page

from tests.benchmarks.search.drive import ask_all
from tests.benchmarks.search.known_items import draw
from tests.benchmarks.search.labels import Answer as Found
from tests.benchmarks.search.labels import Query
from tests.benchmarks.search.measure import site_of
from tests.benchmarks.search.site import served as serve
from tests.benchmarks.search.site import write_bare
from tests.tools.browsing.with_policy import served_with
from tests.tools.paths import FIXTURE
from tests.tools.quickwit import PATIENT, Answer, Engine, answering

QUERY = "换装进度"


@dataclass
class Asked:
    """What was asked of the engine, and what it answers: tests put their own answer in."""

    answer: Answer
    queries: list[str] = field(default_factory=list)

    def __call__(self, asked: Mapping[str, Any]) -> object:
        """Note the query, and answer it."""
        self.queries.append(asked["query"])
        return self.answer(asked)


@dataclass(frozen=True)
class Searched:
    """Two sites of one corpus, without an engine and with one."""

    plain: str
    asking: str
    engine: Engine
    asked: Asked


@pytest.fixture(scope="module")
def searched(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searched]:
    folder, site = tmp_path_factory.mktemp("engine"), site_of(FIXTURE / "data")
    engine = Engine(engine_index(site), document_lines(corpus, site))
    asked = Asked(engine.search)
    with answering(asked) as address:
        plain = write_bare(folder / "plain", corpus, site)
        asking = write_bare(folder / "asking", corpus, replace(site, search_endpoint=address))
        with serve(plain, folder / "one") as one, serve(asking, folder / "two") as two:
            yield Searched(one, two, engine, asked)


@pytest.fixture
def page(browser: Browser, searched: Searched) -> Iterator[Page]:
    """The page of the site with an engine, the search open; no script from elsewhere may run there."""
    searched.asked.answer = searched.engine.search
    searched.asked.queries.clear()
    context = browser.new_context(locale="zh-CN")
    context.add_init_script(PATIENT)
    yield _opened(context.new_page(), searched)
    context.close()


def _opened(page: Page, searched: Searched) -> Page:
    page.goto(f"{searched.asking}index.html")
    page.keyboard.press("/")
    page.locator("#atlas-search[open] input").wait_for()
    return page


def _ask(page: Page, query: str = QUERY) -> list[str]:
    """The addresses of the results."""
    page.locator("#atlas-search input").fill(query)
    page.wait_for_function(
        "query => { const results = document.querySelector('#atlas-results');"
        " return results.dataset.query === query && results.getAttribute('aria-busy') === 'false'; }",
        arg=query,
    )
    links = page.locator("a.atlas-hit")
    found: list[str] = links.evaluate_all("all => all.map(each => each.getAttribute('href'))")
    return found


def _loaded(page: Page) -> list[str]:
    names = page.evaluate("() => performance.getEntriesByType('resource').map(each => each.name)")
    return [name for name in names if "/search/keys/" in name]


@pytest.mark.parametrize("of_each_class", [1, pytest.param(8, marks=pytest.mark.long)])
def test_the_engine_gives_the_same_first_five(
    browser: Browser, searched: Searched, corpus: Corpus, of_each_class: int
) -> None:
    searched.asked.answer = searched.engine.search
    searched.asked.queries.clear()
    labelled = draw(corpus, of_each_class, seed=1)
    own = ask_all(browser, searched.plain, labelled)
    found = ask_all(browser, searched.asking, labelled, script=PATIENT)
    assert len(searched.asked.queries) == len(labelled)
    assert [_top(each, 1) for each in own] == [_top(each, 1) for each in found]
    others = [each.query.text for each, other in zip(own, found, strict=True) if _top(each) != _top(other)]
    assert len(others) <= 0.01 * len(labelled), others


def _top(answer: Found, count: int = 5) -> tuple[str, ...]:
    return answer.places[:count]


def test_what_the_engine_answers_is_not_looked_up_in_the_files(page: Page, searched: Searched) -> None:
    assert _ask(page)
    assert len(searched.asked.queries) == 1
    assert _loaded(page) == []


def test_what_the_engine_does_not_have_is_looked_up_in_the_files(page: Page, searched: Searched) -> None:
    assert _ask(page, "Petrl")  # a slip
    assert len(searched.asked.queries) == 1
    assert _loaded(page)


def test_one_kind_is_asked_for_as_such(page: Page, searched: Searched) -> None:
    _ask(page, "换装")
    page.locator(".atlas-chips button").first.click()
    page.locator(".atlas-chips [aria-pressed=true]").wait_for()
    assert "kind:" in searched.asked.queries[-1]
    kinds = page.locator("a.atlas-hit").evaluate_all("all => all.map(each => each.dataset.kind)")
    assert len(set(kinds) - {"measure"}) == 1


def test_readers_are_told_where_a_query_goes(page: Page, searched: Searched) -> None:
    host = re.search(r"127\.0\.0\.1:\d+", page.locator(".atlas-sent").inner_text())
    assert host and host[0] not in searched.asking


def test_without_an_engine_nothing_is_asked_or_told(browser: Browser, searched: Searched, page: Page) -> None:
    page.goto(f"{searched.plain}index.html")
    page.keyboard.press("/")
    page.locator(".atlas-start").first.wait_for()
    assert page.locator(".atlas-sent").count() == 0
    assert _ask(page)
    assert searched.asked.queries == []


def _edition(searched: Searched) -> str:
    """That of the documents which the engine has."""
    hits: Any = searched.engine.search({"query": "kind:actor", "max_hits": 1, "sort_by": "_score"})["hits"]
    return str(hits[0]["edition"])


def _is_as_without(page: Page, searched: Searched, found: list[str]) -> bool:
    """Whether these are the results without an engine."""
    page.goto(f"{searched.plain}index.html")
    page.keyboard.press("/")
    return [_below(href) for href in _ask(page)] == [_below(href) for href in found]


def _below(href: str) -> str:
    return href.partition("/some/where/")[2]


@pytest.mark.parametrize(
    "answer",
    [
        HTTPStatus.INTERNAL_SERVER_ERROR,
        b"<script>window.ran = true</script>",
        [],
        {"hits": {}, "num_hits": 1},
        {"hits": [{"id": 10**9, "edition": "", "counts": ""}], "num_hits": 1},
        {"hits": [], "num_hits": 0},
    ],
)
def test_nonsense_is_dropped_and_the_files_answer(page: Page, searched: Searched, answer: object) -> None:
    searched.asked.answer = lambda _: answer
    found = _ask(page)
    assert found
    assert page.evaluate("window.ran") is None
    assert _is_as_without(page, searched, found)


def test_an_engine_that_failed_is_not_asked_again_on_the_page(page: Page, searched: Searched) -> None:
    searched.asked.answer = lambda _: HTTPStatus.SERVICE_UNAVAILABLE
    assert _ask(page)
    assert _ask(page, "海燕")
    assert len(searched.asked.queries) == 1


def test_an_engine_that_does_not_answer_is_not_waited_for(browser: Browser, searched: Searched) -> None:
    done = threading.Event()

    def silent(_: Mapping[str, Any]) -> object:
        done.wait()
        return b""

    searched.asked.answer = silent
    page = _opened(browser.new_page(), searched)
    try:
        assert _is_as_without(page, searched, _ask(page))
    finally:
        done.set()
        page.close()


def test_an_engine_that_is_not_there_is_no_harm(
    browser: Browser, searched: Searched, corpus: Corpus, tmp_path: Path
) -> None:
    with answering(lambda _: b"") as address:
        pass
    site = replace(site_of(FIXTURE / "data"), search_endpoint=address)
    with serve(write_bare(tmp_path / "gone", corpus, site), tmp_path / "above") as root:
        queries = [Query(QUERY, "", ())]
        [own], [found] = ask_all(browser, searched.plain, queries), ask_all(browser, root, queries)
    assert found.places and found.places == own.places


def test_nothing_of_an_answer_is_shown(page: Page, searched: Searched) -> None:
    attack = "<img src=x onerror='window.ran=true'>"
    edition = _edition(searched)

    def hostile(asked: Mapping[str, Any]) -> object:
        keys = " ".join(re.findall(r'name:"([^"]+)"', asked["query"]))
        lies = {"title": {"zh": attack}, "url": {"zh": "javascript:window.ran=true"}, "kind": attack}
        names = {"name": f"{keys} {attack}", "path": "//evil.example/", "counts": "B" * 99}
        hits = [{"id": number, "edition": edition, **lies, **names} for number in range(5)]
        for hit in hits:
            hit["counts"] = "B" * len(str(hit["name"]).split())
        return {"hits": hits, "num_hits": len(hits)}

    searched.asked.answer = hostile
    found = _ask(page)
    assert found and _loaded(page) == []  # it was believed as to which documents have the query
    assert all(href.startswith(searched.asking) for href in found)
    assert page.locator("#atlas-search img").count() == 0
    assert "onerror" not in page.locator("#atlas-search").inner_text()
    assert page.evaluate("window.ran") is None


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in a folder of its own."""
    folder = tmp_path_factory.mktemp("new") / "site"
    assert _run("init", str(folder), "--name", "Bridges", "--yes").exit_code == 0
    return folder


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_new_site_asks_its_engine_once_both_policies_allow_it(browser: Browser, new_site: Path) -> None:
    asked = Asked(lambda _: {})
    with answering(asked) as address:
        settings, config, headers = (
            new_site / name for name in ("data/settings.yml", "mkdocs.yml", "docs/_headers")
        )
        _replace(settings, "languages:", f"search_endpoint: {address}\nlanguages:")
        refused = _run("build", "--site", str(new_site))
        assert refused.exit_code == 1
        assert refused.output.count("E715: ") == 2

        _replace(config, "extra:\n", f"extra:\n  search_endpoint: {address}\n")
        _replace(headers, "connect-src 'self'", f"connect-src 'self' {address}")
        built = _run("build", "--site", str(new_site))
        assert built.exit_code == 0, built.output
        lines = _run("search-export", "--site", str(new_site)).stdout.encode().splitlines()
        asked.answer = Engine(_run("search-export", "--site", str(new_site), "--index").stdout, lines).search
        _is_asked(browser, new_site, headers, asked, json.loads(lines[0])["title"]["en"])


def _is_asked(browser: Browser, folder: Path, headers: Path, asked: Asked, query: str) -> None:
    """Opens the site under the policy of its headers, and searches."""
    policy = re.search(r"Content-Security-Policy: (.*)", headers.read_text("utf-8"))
    assert policy
    with served_with(policy[1], folder / "site") as address:
        page = browser.new_page()
        page.add_init_script(PATIENT)
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}index.html")
        page.keyboard.press("/")
        found = _ask(page, query)
        assert found and _loaded(page) == [] and not wrong
        assert len(asked.queries) == 1
        page.close()
