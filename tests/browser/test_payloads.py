"""Pages with payloads in every text, from each builder, in a browser that is told to ignore our policy.

The policy for browsers would stop most of what a payload wants; here the pages must hold without it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from tests.tools.builders import Made
from tests.tools.finished import framed
from tests.tools.hostile.payloads import ALL
from tests.tools.kinds import KINDS
from tests.tools.turns import in_turns, one_in

BUILDERS = ["mkdocs", "properdocs", "zensical"]
PAPER = "print/directives/ferries-lights-2023-lamp-census.html"
LIVE = """() => {
  const bad = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) bad.push(`${element.tagName} ${name}`);
      if (/^(href|src|action|formaction|data|xlink:href|srcdoc)$/.test(name)) {
        const held = value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
        if (/^(javascript|vbscript|data|blob):|^[/\\\\]{2}|^(?!mailto:)[^?#]*other\\.example/.test(held))
          bad.push(`${element.tagName} ${name}=${value}`);
      }
    }
  }
  return window.ran === undefined ? bad : [...bad, "a script ran"];
}"""
"""Attributes that run something, and addresses that run something or that only a payload has."""


@pytest.fixture(scope="module")
def site_by(payload_project: Path, made: Made) -> Callable[[str], Path]:
    """Gives the site of a builder, which is made when it is first asked for."""

    def build(builder: str) -> Path:
        def fill(folder: Path) -> None:
            shutil.copytree(payload_project, folder, dirs_exist_ok=True)
            outcome = framed(folder, builder)
            assert outcome.result.ok, outcome.result.output

        return made(f"payloads-{builder}", fill) / "site"

    return build


@pytest.fixture
def page(browser: Browser, payload_project: Path) -> Iterator[Page]:
    """A page without our policy; a dialog, or a request to anything but files of the site, fails the test."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    wrong: list[str] = []
    page = context.new_page()

    def told(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def asked(sent: Request) -> None:
        if not _is_of_a_site(sent.url, payload_project):
            wrong.append(sent.url)

    page.on("dialog", told)
    page.on("request", asked)
    page.on("popup", lambda other: wrong.append(other.url))
    yield page
    context.close()
    assert not wrong


def _is_of_a_site(url: str, project: Path) -> bool:
    """Whether it is a file of one of the sites, a picture in a style sheet, or a worker made by a page."""
    return url.startswith((f"{project.parent.as_uri()}/payloads-", "data:", "blob:"))


@pytest.mark.parametrize(("kind", "folder"), in_turns([*KINDS, "for paper"], ["", "en/"]))
@pytest.mark.parametrize("builder", one_in(len(BUILDERS), BUILDERS))
def test_nothing_runs_and_no_request_leaves(
    site_by: Callable[[str], Path], page: Page, builder: str, kind: str, folder: str
) -> None:
    path = site_by(builder) / f"{folder}{KINDS.get(kind, PAPER)}"
    page.goto(path.as_uri())
    assert page.locator("h1").count() >= 1
    assert page.evaluate(LIVE) == [], path


@pytest.mark.parametrize("start", one_in(16, range(16)))
def test_nothing_that_an_address_says_runs(site_by: Callable[[str], Path], page: Page, start: int) -> None:
    """A link to the site may hold anything: the words to mark, the question to the finder, the anchor."""
    site = site_by("mkdocs")
    finder, task = ((site / KINDS[kind]).as_uri() for kind in ("tasks", "task"))
    for payload in ALL[start::192]:
        asked = quote(payload.encode("utf-8", "replace").decode()[:300], safe="")
        for address in (f"{finder}?q={asked}&kind={asked}&sort={asked}", f"{task}?h={asked}#{asked}"):
            page.goto(address)
            page.wait_for_load_state("load")
            assert page.evaluate(LIVE) == [], payload


def test_nothing_that_is_searched_for_runs(site_by: Callable[[str], Path], page: Page) -> None:
    page.goto((site_by("mkdocs") / "index.html").as_uri())
    page.keyboard.press("/")
    for payload in ALL[::40]:
        page.locator("#atlas-search input").fill(payload.encode("utf-8", "replace").decode()[:300])
        page.wait_for_timeout(50)
        assert page.evaluate(LIVE) == [], payload
