"""``python -m tests.benchmarks.finder 100000``: the task finder with so many tasks and measures.

Prints how long its data take to make and how large they are; then, in Chromium and over loopback,
what is loaded before the first list and how long it takes, and how long each thing takes that a
reader does. A time runs from the click until the new rows are laid out, with all that is loaded for it.
"""

from __future__ import annotations

import functools
import http.server
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.tools.browsing.browser import LAUNCH_ARGUMENTS, chromium
from tests.tools.browsing.finder_page import write_finder
from tests.tools.corpora.made_up import Size, made_up_corpus, with_bodies

_CLICK = """async (act) => {
  const settled = new Promise((done) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => done(performance.now()));
    });
    watch.observe(document.querySelector(".finder-rows tbody"), { childList: true });
  });
  const begun = performance.now();
  act();
  return await settled - begun;
}"""
_WATCH = """new MutationObserver((_, watch) => {
  if (!document.querySelector(".finder-rows tbody tr")) return;
  window.firstList = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });"""
_LOADED = """(until) => [until, performance.getEntriesByType("resource")
  .filter(({ name, responseEnd }) => responseEnd <= until && !name.endsWith("theme.css"))
  .map(({ decodedBodySize }) => decodedBodySize)]"""
"""All but the style sheet of the builder, which every page has."""
_FIRST, _ALL = (f"() => ({_LOADED})({until})" for until in ("window.firstList", "performance.now()"))
_FACETS = (
    "actor",
    "standing",
    "due",
    "role",
    "state",
    "topic",
    "year",
    "kind",
    "obligation",
    "level",
    "directive",
)
_CLIPBOARD = ("clipboard-read", "clipboard-write")


def main(rows: int) -> None:
    """Print the figures for a made-up corpus with so many rows."""
    size = Size(rows, actors=1_000, groups=20, members=30, topics=60)
    corpus = with_bodies(made_up_corpus(1, size), 1)
    with tempfile.TemporaryDirectory() as name:
        begun = time.perf_counter()
        total = write_finder(Path(name), corpus)
        made = time.perf_counter() - begun
        print(f"{rows} tasks and measures, {len(corpus.directives)} directives, {len(corpus.actors)} actors")
        print(f"data made and written   {made:8.1f} s   {total / 1e6:.1f} MB in both languages")
        with _served(name) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(LAUNCH_ARGUMENTS))
            context = browser.new_context(viewport={"width": 1440, "height": 900}, permissions=_CLIPBOARD)
            _measure(context.new_page(), address)
            browser.close()


def _measure(page: Page, address: str) -> None:
    page.add_init_script(_WATCH)
    page.goto(f"{address}tasks/index.html")
    page.locator(".finder-filters").wait_for()
    for what, seconds, sizes in (
        ("first list", *page.evaluate(_FIRST)),
        ("whole finder", *page.evaluate(_ALL)),
    ):
        print(f"to the {what:16} {seconds:8.0f} ms  {sum(sizes) / 1e3:.0f} KB in {len(sizes)} files")
    clicks = {facet: list(_facet(page, facet)) for facet in _FACETS}
    for facet, times in clicks.items():
        _tell(f"facet {facet}", times)
    _tell("all facets", [time for times in clicks.values() for time in times])
    for order in ("due", "date", "standing", "title", "text"):
        _tell(f"sort by {order}", [_act(page, _choose(order)), _act(page, _REVERSE), _act(page, _REVERSE)])
    _tell(
        "next page",
        [_act(page, "document.querySelector('.finder-pages button:last-child').click()") for _ in range(5)],
    )
    for which in ("only one actor's rows", "all rows"):
        if which != "all rows":
            page.locator(".finder-facet").nth(0).locator("input[type=checkbox]").first.check()
            page.locator(".finder-chips").wait_for()
        _copy(page, which)
        page.locator(".finder-clear").click() if which != "all rows" else None


_REVERSE = "document.querySelector('[aria-pressed]').click()"


def _choose(order: str) -> str:
    return (
        "(() => { const sort = document.querySelector('.finder select');"
        f" sort.value = '{order}'; sort.dispatchEvent(new Event('change')); }})()"
    )


def _act(page: Page, script: str) -> float:
    return float(page.evaluate(f"({_CLICK})(() => {{ {script} }})"))


def _facet(page: Page, facet: str) -> Iterator[float]:
    """The times of three choices in a facet, one after the other, and of clearing them."""
    opened = f"document.getElementById('finder-{facet}').closest('details')"
    page.evaluate(f"{opened}.open = true")
    boxes = f"{opened}.querySelectorAll('input[type=checkbox]')"
    page.wait_for_function(f"{boxes}.length > 1")
    for _ in range(3):
        yield _act(page, f"[...{boxes}].find((box) => !box.checked)?.click()")
        if page.evaluate(f"[...{boxes}].every((box) => box.checked)"):
            break
    yield _act(page, "document.querySelector('.finder-clear').click()")


def _copy(page: Page, which: str) -> None:
    page.evaluate("document.querySelector('.finder-note').textContent = ''")
    rows = page.locator(".finder-status").inner_text()
    begun = time.perf_counter()
    page.locator(".finder-tools button").nth(1).click()
    page.locator(".finder-note", has_text="已复制").wait_for(timeout=120_000)
    print(f"copy as CSV, {which:<22} {1000 * (time.perf_counter() - begun):8.0f} ms  {rows}")


def _tell(what: str, times: list[float]) -> None:
    print(f"{what:<23} {statistics.median(times):8.0f} ms  at most {max(times):.0f} ms")


@contextmanager
def _served(folder: str) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
