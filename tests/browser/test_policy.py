"""The policy of a site for browsers: everything works under it, and no script runs that got into a page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.with_policy import WithPolicy, served_with
from tests.tools.html import parsed
from tests.tools.kinds import KINDS

INJECTED = b"<script>window.ran = true</script><img src=x onerror='window.ran = true'></article>"


def _policy(folder: Path) -> str:
    """The header that a new site asks its host to send."""
    done = CliRunner().invoke(main, ["init", str(folder), "--name", "S", "--yes"])
    assert done.exit_code == 0, done.output
    found = re.search(r"Content-Security-Policy: (.*)", (folder / "docs" / "_headers").read_text("utf-8"))
    assert found
    return found[1]


class _Strict(WithPolicy):
    """Below /attacked/ each page has a script too many."""

    def do_GET(self) -> None:  # noqa: N802 (the name that the server looks for)
        if not self.path.startswith("/attacked/"):
            super().do_GET()
            return
        page = Path(self.directory, self.path.removeprefix("/attacked/")).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.replace(b"</article>", INJECTED))


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _policy(tmp_path_factory.mktemp("new") / "site")


@pytest.fixture(scope="module")
def strict(site: Path, policy: str) -> Iterator[str]:
    """The fixture's site from a server on loopback that sends the policy."""
    with served_with(policy, site, _Strict) as address:
        yield address


@pytest.fixture
def page(browser: Browser, strict: str) -> Iterator[Page]:
    context = browser.new_context(base_url=strict, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=[pytest.mark.long] if number % 5 else []) for number, kind in enumerate(KINDS)],
)
def test_each_kind_of_page_works_under_the_policy(page: Page, kind: str) -> None:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(KINDS[kind])
    expect(page.locator("h1").first).to_be_visible()
    assert wrong == []


def test_the_search_and_the_colours_work_under_the_policy(page: Page) -> None:
    page.goto("en/index.html")
    page.locator("[data-md-component=palette] label:visible").first.click()
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.goto("en/tasks/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    page.locator(".finder-status:not(:empty)").wait_for()
    page.goto("en/index.html")
    page.keyboard.press("/")
    page.locator("#atlas-search input[type=search]").fill("lamp")
    expect(page.locator("a.atlas-hit").first).to_be_visible()


@pytest.mark.parametrize("kind", ["home", "task"])
def test_a_script_that_got_into_a_page_does_not_run(page: Page, kind: str) -> None:
    page.goto(f"attacked/{KINDS[kind]}")
    expect(page.locator("h1").first).to_be_visible()
    assert page.evaluate("window.ran === undefined")


def test_the_same_without_the_header_by_what_the_page_says(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    text = (site / "about.html").read_bytes()
    (tmp_path / "page.html").write_bytes(text.replace(b"</article>", INJECTED))
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("window.ran === undefined")
    page.close()


def test_the_only_script_in_a_page_is_that_of_the_error_page_and_its_hash_is_right(
    site: Path, policy: str
) -> None:
    for name in (*KINDS.values(), "404.html"):
        executable = ("", "text/javascript", "module")
        inline = [
            script.text
            for script in parsed(site / name).select("script:not([src])")
            if script.get("type", "") in executable
        ]
        assert len(inline) == (name == "404.html"), name
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    meta = parsed(site / "404.html").select_one("meta[http-equiv=Content-Security-Policy]")
    assert meta and f"'sha256-{digest}'" in str(meta["content"])
