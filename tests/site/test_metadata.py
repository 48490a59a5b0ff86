"""What machines read of a page: Open Graph, JSON-LD."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.tools.turns import one_in

DIRECTIVE = "directives/ferries-2022-spring-meeting/index.html"
TASK = "directives/ferries-2022-spring-meeting/lamp-pace.html"


def _soup(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_bytes(), "html.parser")


def _about(site: Path, path: str) -> dict[str, Any]:
    [script] = _soup(site, path).select('head script[type="application/ld+json"]')
    told: dict[str, Any] = json.loads(script.string or "")
    return told


def _named(site: Path, path: str, name: str) -> str:
    [tag] = _soup(site, path).select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"])


@pytest.mark.parametrize("builder", ["site", "zensical_site"])
def test_a_directive_is_legislation_in_the_words_of_schema_org(
    builder: str, request: pytest.FixtureRequest
) -> None:
    told = _about(request.getfixturevalue(builder), f"en/{DIRECTIVE}")
    assert told["@type"] == "Legislation"
    assert told["legislationDate"] == "2022-03-18"
    assert told["legislationPassedBy"][0]["name"] == "Ministry of Ferries"
    assert told["legislationEnsuresImplementationOf"][0]["identifier"] == "league-2022-winter-decision"
    assert told["inLanguage"] == "zh"


BUILDERS = ["site", "properdocs_site", "zensical_site"]
FORMS = {"text/calendar", "application/atom+xml", "application/json", "text/markdown"}


@pytest.mark.parametrize("builder", one_in(len(BUILDERS), BUILDERS))
def test_the_head_names_the_other_forms_of_a_page(builder: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(builder)
    for path in (f"en/{DIRECTIVE}", "actors/east-bureau.html", "en/tasks/index.html"):
        named = _soup(site, path).select('head link[rel~="alternate"][title]')
        assert {str(link["type"]) for link in named} >= FORMS - (
            {"text/markdown"} if "tasks" in path else set()
        )
        for link in named:
            assert (site / path).parent.joinpath(str(link["href"])).resolve().is_file(), link
    [feed] = _soup(site, f"en/{DIRECTIVE}").select('head link[type="application/atom+xml"]')
    assert str(feed["title"]).startswith("feed: ")


def test_a_task_is_a_part_of_its_directive_with_the_words_it_rests_on(site: Path) -> None:
    told = _about(site, TASK)
    assert told["isPartOf"]["identifier"] == "ferries-2022-spring-meeting"
    assert "一要加快换装进度。" in told["text"]


def test_an_actor_is_an_organization_or_a_person_with_its_other_names(site: Path) -> None:
    assert _about(site, "actors/firefly.html")["alternateName"] == ["Firefly Lamp Works", "Firefly"]
    assert _about(site, "actors/shen-chaosheng.html")["@type"] == "Person"


def test_every_page_says_what_it_is_when_it_is_shared(site: Path) -> None:
    for path in ("index.html", DIRECTIVE, TASK, "en/index.html", f"en/{DIRECTIVE}"):
        assert _named(site, path, "og:title"), path
        assert 20 < len(_named(site, path, "og:description")) <= 160, path
    assert _named(site, "index.html", "og:locale") == "zh_CN"
    assert _named(site, "en/index.html", "og:locale") == "en_US"
