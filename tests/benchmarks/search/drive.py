"""A reader at the search dialog, in a real browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.benchmarks.search.labels import Answer, Query, distinct

FIRST_PAGES = {"zh": "index.html", "en": "en/index.html"}
LONGEST = 30_000
"""Milliseconds after which a query counts as not answered."""

_ASK = """
({query, longest}) => new Promise(resolve => {
  const input = document.querySelector("#atlas-search input[type=search]");
  const results = document.querySelector("#atlas-results");
  const wanted = query.normalize().trim();
  results.removeAttribute("data-query");
  const begun = performance.now();
  const finish = hrefs => { watch.disconnect(); resolve({hrefs, took: performance.now() - begun}); };
  const look = () => {
    if (results.dataset.query?.normalize().trim() !== wanted) return;
    if (results.getAttribute("aria-busy") === "true") return;
    results.getBoundingClientRect();
    finish([...results.querySelectorAll("a.atlas-hit")].map(hit => hit.href));
  };
  const watch = new MutationObserver(look);
  watch.observe(results, {attributes: true, childList: true, subtree: true});
  setTimeout(() => finish([]), longest);
  input.value = query;
  input.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertText", data: query}));
})
"""

_LOADED = """
() => performance.getEntriesByType("resource").map(({name, decodedBodySize}) => [name, decodedBodySize])
"""


@dataclass(frozen=True, slots=True)
class Cold:
    """What a first query in a fresh browser cost: bytes of the search loaded, milliseconds."""

    text: str
    loaded: int
    milliseconds: float


def ask_all(
    browser: Browser, root: str, queries: Sequence[Query], language: str = "zh", script: str = ""
) -> list[Answer]:
    """Type every query on one page, one after the other; ``script`` runs before those of the page."""
    context = browser.new_context(locale="zh-CN")
    context.add_init_script(script)
    page = _opened(context.new_page(), root, language)
    try:
        return [_ask(page, root, query) for query in queries]
    finally:
        context.close()


def ask_cold(browser: Browser, root: str, queries: Sequence[Query], language: str = "zh") -> list[Cold]:
    """Type each query as the first in a browser that has loaded nothing of the site before."""
    return [_first(browser, root, query, language) for query in queries]


def _first(browser: Browser, root: str, query: Query, language: str) -> Cold:
    context = browser.new_context(locale="zh-CN")
    try:
        page = _opened(context.new_page(), root, language)
        answer = _ask(page, root, query)
        loaded = page.evaluate(_LOADED)
        size = sum(size for name, size in loaded if is_of_search(name.removeprefix(root)))
        return Cold(query.text, size, answer.milliseconds)
    finally:
        context.close()


def is_of_search(path: str) -> bool:
    """Whether a file of the site is loaded for the search: its scripts and styles, words and index."""
    scripts = {"assets/atlas.js", "assets/site.js"}
    return "search" in path or path.startswith("words/") or path in scripts


def _opened(page: Page, root: str, language: str) -> Page:
    """The first page of the site in a language with the search dialog open."""
    page.goto(root + FIRST_PAGES[language])
    page.keyboard.press("/")
    page.locator("#atlas-search[open] input[type=search]").wait_for()
    return page


def _ask(page: Page, root: str, query: Query) -> Answer:
    answered: dict[str, Any] = page.evaluate(_ASK, {"query": query.text, "longest": LONGEST})
    return Answer(query, distinct(answered["hrefs"], root), answered["took"])
