"""Linked data, expanded by an independent program: only known words, dates, and addresses that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from pyld import jsonld

SITE = "https://atlas.example/below/"
SCHEMA, ELI = "https://schema.org/", "http://data.europa.eu/eli/ontology#"
DATES = {
    "datePublished",
    "expires",
    "legislationDate",
    "legislationDateOfApplicability",
    "legislationDateVersion",
}
WORDS = DATES | {
    "alternateName",
    "citation",
    "contentUrl",
    "description",
    "encoding",
    "encodingFormat",
    "hasPart",
    "identifier",
    "inLanguage",
    "isBasedOn",
    "isPartOf",
    "legislationAmends",
    "legislationEnsuresImplementationOf",
    "legislationIdentifier",
    "legislationJurisdiction",
    "legislationLegalForce",
    "legislationLegalValue",
    "legislationPassedBy",
    "legislationRepeals",
    "legislationType",
    "mentions",
    "name",
    "parentOrganization",
    "sameAs",
    "text",
}
"""The words of schema.org for legislation, bodies and files that pages may use."""
CONTEXT = {"@vocab": SCHEMA, **{name: {"@id": SCHEMA + name, "@type": f"{SCHEMA}Date"} for name in DATES}}
"""As much of the context of schema.org as is needed here; nothing is fetched."""
KNOWN = {SCHEMA + word for word in WORDS} | {
    f"{ELI}first_date_entry_in_force",
    f"{ELI}date_no_longer_in_force",
}
Node = Mapping[str, Any]


def _context(url: str, _options: object) -> Mapping[str, object]:
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


@pytest.fixture(scope="module")
def pages(project: Path) -> Mapping[str, Node]:
    """The linked data of every page of the fixture, expanded, by the path of the page."""
    found = {}
    for path in (project / "docs").rglob("*.md"):
        _, _, rest = path.read_text("utf-8").partition("---\n")
        head = yaml.load(rest.partition("\n---\n")[0], yaml.CSafeLoader) or {}
        if isinstance(head, dict) and "jsonld" in head:
            page = path.relative_to(project / "docs").with_suffix(".html").as_posix()
            document = yaml.safe_load(head["jsonld"])
            [found[page]] = jsonld.expand(document, {"base": SITE + page, "documentLoader": _context})
    return found


def _nodes(value: Any) -> Iterator[Node]:
    """A node and all nodes in it."""
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from (node for each in value.values() for node in _nodes(each))


def _values(node: Node, word: str) -> list[Any]:
    return [each.get("@value", each.get("@id")) for each in node.get(word, ())]


def test_every_word_is_one_of_a_vocabulary(pages: Mapping[str, Node]) -> None:
    assert len(pages) > 100
    for path, page in pages.items():
        for node in _nodes(page):
            assert {word for word in node if not word.startswith("@")} <= KNOWN, path


def test_every_date_is_one_of_iso_8601(pages: Mapping[str, Node]) -> None:
    seen = set()
    for path, page in pages.items():
        for word in [*(SCHEMA + name for name in DATES), *(word for word in KNOWN if "date_" in word)]:
            for value in _values(page, word):
                assert re.fullmatch(r"\d{4}(-\d\d){0,2}", value), (path, word, value)
                seen.add(word)
    assert len(seen) == len(DATES) + 2


def test_every_record_and_file_that_is_named_is_there(pages: Mapping[str, Node], project: Path) -> None:
    for path, page in pages.items():
        assert page["@id"] == SITE + path
        for node in _nodes(page):
            for name in [node.get("@id"), *_values(node, f"{SCHEMA}contentUrl")]:
                if name and name.startswith(SITE):
                    file = name.removeprefix(SITE).partition("#")[0].replace(".html", ".md")
                    assert (project / "docs" / file).is_file(), (path, name)


def test_an_act_has_its_version_its_days_and_its_force(pages: Mapping[str, Node]) -> None:
    act = pages["en/directives/council-2024-storm-order/index.html"]
    told = {
        "legislationDateOfApplicability": "2024-02-09",
        "expires": "2024-04-30",
        "legislationLegalForce": f"{SCHEMA}NotInForce",
        "inLanguage": "en",
    }
    assert {word: _values(act, SCHEMA + word)[0] for word in told} == told
    assert _values(act, f"{ELI}first_date_entry_in_force") == ["2024-02-09"]
    assert _values(act, f"{ELI}date_no_longer_in_force") == ["2024-04-30"]
    assert act["@type"] == [f"{SCHEMA}Legislation"]


def test_a_part_names_its_whole_and_the_whole_its_parts(pages: Mapping[str, Node]) -> None:
    path = "en/directives/ferries-2022-spring-meeting/lamp-pace.html"
    [whole] = pages[path][f"{SCHEMA}isPartOf"]
    other = pages[urljoin(path, "index.html")]
    assert whole["@id"] == other["@id"]
    assert SITE + path in [part["@id"] for part in other[f"{SCHEMA}hasPart"]]
