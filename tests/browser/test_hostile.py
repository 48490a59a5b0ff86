"""A payload in every text field of every record: shown as text, run by nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from directive_atlas.build import build
from directive_atlas.write import carry_out, plan
from lxml import etree, html
from playwright.sync_api import Browser, Dialog

from tests.tools.builders import Made, build_site
from tests.tools.hostile.payload import PAYLOAD
from tests.tools.moment import midnight
from tests.tools.paths import FIXTURE

OTHER = PAYLOAD.replace("zebra", "lion")
UNREAD = PAYLOAD.replace("zebra", "tiger must")
SHOWN = " ".join(PAYLOAD.split())
"""A payload as pages show it: a line separator is a space."""
REFERENCE = {
    "title": PAYLOAD,
    "publisher": PAYLOAD,
    "speaker": PAYLOAD,
    "grade": "B",
    "url": 'https://a.example/"><script>alert(7)</script>',
    "note": PAYLOAD,
}
MEASURE = {"id": "part", "label": PAYLOAD, "title": PAYLOAD, "deliverables": [PAYLOAD], "note": PAYLOAD}
TASK = {
    "id": "task",
    "section": "part",
    "label": PAYLOAD,
    "title": PAYLOAD,
    "quotes": [{"exact": OTHER, "translation": PAYLOAD}],
    "actors": [{"actor": "office", "basis": "inferred", "reason": PAYLOAD, "words": PAYLOAD}],
    "timing": [{"during": PAYLOAD, "case": PAYLOAD, "words": PAYLOAD, "note": PAYLOAD}, {"by": "2020-Q2"}],
    "deliverables": [PAYLOAD],
    "applies_to": PAYLOAD,
    "note": PAYLOAD,
    "topics": ["topic"],
    "measures": [MEASURE],
}
DIRECTIVE = {
    "id": "river",
    "kind": "notice",
    "title": PAYLOAD,
    "issuers": ["office"],
    "number": PAYLOAD,
    "dates": {"signed": "2020", "note": PAYLOAD},
    "participants": [{"actor": "person", "post": PAYLOAD}],
    "source": {"file": "source.txt", "title": PAYLOAD, "note": PAYLOAD},
    "background": [{"exact": "tiger", "reason": PAYLOAD}],
    "references": [REFERENCE],
    "summary": PAYLOAD,
    "topics": ["topic"],
    "relations": [{"kind": "cites", "to": "sea", "part": PAYLOAD, "note": PAYLOAD}],
    "targets": [{"metric": PAYLOAD, "value": 5, "unit": PAYLOAD, "note": PAYLOAD}],
    "sections": [{"id": "part", "title": PAYLOAD, "quotes": [PAYLOAD]}],
    "tasks": [TASK],
    "progress": [{"date": "2020", "task": "task", "status": "done", "note": PAYLOAD, "evidence": REFERENCE}],
}
SEA = {
    "id": "sea",
    "kind": "law",
    "title": PAYLOAD,
    "issuers": ["office"],
    "dates": {"signed": "1950", "effective": "1951-01-01"},
    "events": [{"id": "tide", "title": PAYLOAD, "date": "1951"}],
}
OFFICE = {
    "id": "office",
    "name": PAYLOAD,
    "kind": "ministry",
    "aliases": [{"name": PAYLOAD, "note": PAYLOAD}],
    "summary": PAYLOAD,
    "references": [REFERENCE],
}
PERSON = {
    "id": "person",
    "name": PAYLOAD,
    "kind": "person",
    "posts": [{"title": PAYLOAD, "organisation": "office"}],
}
TERM = {
    "id": "zebra",
    "term": "zebra",
    "aliases": [PAYLOAD],
    "definition": PAYLOAD,
    "references": [REFERENCE],
}
SETTINGS = {
    "name": PAYLOAD,
    "description": PAYLOAD,
    "organisation": PAYLOAD,
    "languages": ["zh", "en"],
    "body_classes": [{"name": PAYLOAD, "kinds": ["ministry", "person"]}],
}
FILES: dict[str, Any] = {
    "settings.yml": SETTINGS,
    "actors.yml": {"actors": [OFFICE, PERSON]},
    "topics.yml": {"topics": [{"id": "topic", "name": PAYLOAD, "summary": PAYLOAD}]},
    "glossary.yml": {"terms": [TERM]},
    "directives/river/directive.yml": DIRECTIVE,
    "directives/sea/directive.yml": SEA,
}


RUNS = etree.XPath("//article//*[self::img or self::script or @onload or @onerror or @onclick]")
"""Elements that run something, or load it."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@pytest.fixture(scope="module")
def hostile_site(made: Made) -> Path:
    """A site of nothing but payloads, built by MkDocs."""
    return made("hostile", _build_hostile) / "site"


def _build_hostile(folder: Path) -> None:
    shutil.copy(FIXTURE / "mkdocs.yml", folder)
    for about in ("docs/about.md", "docs/en/about.md"):
        (folder / about).parent.mkdir(parents=True, exist_ok=True)
        (folder / about).write_text("# About\n", "utf-8")
    for name, record in FILES.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(record, Dumper=_Dumper, allow_unicode=True), "utf-8")
    river = folder / "data" / "directives" / "river"
    (river / "source.txt").write_text(f"{PAYLOAD}\n{OTHER}\n{UNREAD}\n", "utf-8")
    built = build(folder / "data", midnight(dt.date(2020, 1, 1)))
    assert built.output, [problem for problem in built.problems if problem.is_error]
    carry_out(plan(built.output, folder / "docs"))
    build_site(folder)


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.long)])
def test_no_payload_runs_or_becomes_an_element(hostile_site: Path, browser: Browser, step: int) -> None:
    """The elements of every page, by which something would run; and each fifth page opened, or all."""
    paths = sorted(hostile_site.rglob("*.html"))
    assert [path for path in paths if RUNS(html.fromstring(path.read_bytes()))] == []
    page = browser.new_context().new_page()
    fired: list[str] = []

    def note(dialog: Dialog) -> None:
        fired.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for path in paths[::step]:
        page.goto(path.as_uri())
        assert not fired, path
        assert page.locator("article").locator("img, script, [onload], [onerror], [onclick]").count() == 0, (
            path
        )
    page.goto((hostile_site / "timeline" / "1951.html").as_uri())
    mark = page.locator(".timeline a.mark.event span").first
    assert mark.text_content() == f"1951年 · 事件 · {PAYLOAD[:80]}…"
    page.goto((hostile_site / "lineage" / "index.html").as_uri())
    assert page.locator(".lineage ol a").first.inner_text() == SHOWN
    page.goto((hostile_site / "directives" / "river" / "task.html").as_uri())
    assert page.locator("h1").inner_text().startswith(SHOWN)
    page.context.close()


def test_no_payload_runs_in_the_search(hostile_site: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    fired: list[str] = []
    page.on("dialog", lambda dialog: fired.append(dialog.message))
    for query in ("zebra", "lion", PAYLOAD):
        page.goto((hostile_site / "index.html").as_uri())
        page.keyboard.press("/")
        page.locator("#atlas-search input").fill(query)
        page.locator("a.atlas-hit").first.wait_for()
        assert page.locator("#atlas-search").locator("img, script, svg, [onload], [onerror]").count() == 0
        page.locator("a.atlas-hit").first.click()
        page.locator("article mark.found").first.wait_for()
        assert page.locator("article").locator("img, script, [onload], [onerror], [onclick]").count() == 0
    assert not fired
    page.context.close()


def test_no_payload_runs_in_the_finder(hostile_site: Path, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    fired: list[str] = []
    page.on("dialog", lambda dialog: fired.append(dialog.message))
    page.on("pageerror", lambda error: fired.append(str(error)))
    page.goto(f"{(hostile_site / 'tasks' / 'index.html').as_uri()}?kind=__proto__&sort=constructor")
    page.locator(".finder-chips button").last.click()
    page.evaluate("document.querySelectorAll('.finder details').forEach((each) => { each.open = true; })")
    page.locator(".finder-facet label", has_text="zebra").first.click()
    assert PAYLOAD[:60] in page.locator(".finder-chips").inner_text()
    assert page.locator(".finder").locator("img, script, svg, [onload], [onerror], b").count() == 0
    assert not fired
    page.context.close()


def test_an_address_that_means_nothing_breaks_nothing(hostile_site: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{(hostile_site / 'directives' / 'river' / 'task.html').as_uri()}?h=zebra#%")
    page.locator("article mark.found").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("article mark.found").count() == 0
    assert not wrong
    page.context.close()
