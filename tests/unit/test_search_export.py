"""The documents for an engine: the keys are those of the search, and its index splits at white space only."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from directive_atlas.cli import main
from directive_atlas.interface.site import Site
from directive_atlas.load import schema
from directive_atlas.outputs.search import search_files
from directive_atlas.outputs.search.document import Kind
from directive_atlas.outputs.search.export import FIELDS, document_lines, engine_index
from directive_atlas.outputs.search.index import LEVELS, indexed, levels
from directive_atlas.resolve import Corpus
from pydantic import ValidationError

from tests.tools.paths import FIXTURE
from tests.tools.sites import bilingual

ENDPOINT = "https://search.example.org/api/v1/jilan/search"
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _documents(corpus: Corpus, site: Site | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in document_lines(corpus, site or bilingual())]


def _manifest(corpus: Corpus, site: Site) -> dict[str, Any]:
    [file] = [each for each in search_files(corpus, site) if each.path == "search/index.js"]
    found: dict[str, Any] = json.loads(file.content.decode().partition(",")[2].rpartition(")")[0])
    return found


def test_each_document_has_its_keys_in_the_field_of_their_level(corpus: Corpus) -> None:
    listed, index = indexed(corpus, bilingual())
    exported = _documents(corpus)
    assert len(FIELDS) == LEVELS
    assert [each["id"] for each in exported] == list(range(len(listed)))
    for line, document in zip(exported, listed, strict=True):
        cut = {key: level for level, name in enumerate(FIELDS) for key in line[name].split(" ") if key}
        assert cut == levels(document, index.writing)


def test_each_key_has_the_number_of_its_documents(corpus: Corpus) -> None:
    _, index = indexed(corpus, bilingual())
    for line in _documents(corpus):
        keys = [key for name in FIELDS for key in line[name].split(" ") if key]
        assert _numbers(line["counts"]) == [len(index.postings[key]) for key in keys]


def _numbers(packed: str) -> list[int]:
    found, value, shift = list[int](), 0, 0
    for sign in packed:
        value |= (DIGITS.index(sign) & 31) << shift
        shift += 5
        if DIGITS.index(sign) < 32:
            found.append(value)
            value = shift = 0
    return found


def test_each_address_is_a_page_of_the_site(corpus: Corpus, project: Path) -> None:
    site = replace(bilingual(), address="https://jilan.example/atlas")
    for line in _documents(corpus, site):
        for url in line["url"].values():
            page = url.removeprefix("https://jilan.example/atlas/").partition("#")[0].partition("?")[0]
            assert (project / "docs" / page.replace(".html", ".md")).is_file(), url
        assert line["title"] and line["kind"] in set(Kind)


def test_the_lines_are_the_same_in_each_run(corpus: Corpus) -> None:
    assert list(document_lines(corpus, bilingual())) == list(document_lines(corpus, bilingual()))


def test_the_site_knows_the_edition_of_its_documents(corpus: Corpus) -> None:
    site = replace(bilingual(), search_endpoint=ENDPOINT)
    asked = _manifest(corpus, site)["endpoint"]
    assert asked == {"address": ENDPOINT, "edition": _documents(corpus)[0]["edition"], "fields": list(FIELDS)}
    term, *others = corpus.terms.values()
    renamed = {each.id: each for each in (replace(term, aliases=("改了的名称",)), *others)}
    changed = replace(corpus, terms=renamed)
    assert _documents(changed)[0]["edition"] == _manifest(changed, site)["endpoint"]["edition"]
    assert _documents(changed)[0]["edition"] != asked["edition"]


def test_a_site_without_an_engine_has_nothing_of_it(corpus: Corpus) -> None:
    assert "endpoint" not in _manifest(corpus, bilingual())
    plain = {each.path: each.content for each in search_files(corpus, bilingual())}
    asking = {
        each.path: each.content
        for each in search_files(corpus, replace(bilingual(), search_endpoint=ENDPOINT))
    }
    changed = {path for path in asking if asking[path] != plain.get(path)}
    assert changed == {"search/index.js", "search/start-zh.js", "search/start-en.js"}


def test_the_index_takes_every_field_and_cuts_keys_at_white_space_only(corpus: Corpus) -> None:
    config = yaml.safe_load(engine_index(replace(bilingual(), search_endpoint=ENDPOINT)))
    fields = {each["name"]: each for each in config["doc_mapping"]["field_mappings"]}
    assert all(line.keys() == fields.keys() for line in _documents(corpus))
    assert {fields[name]["tokenizer"] for name in FIELDS} == {"whitespace"}
    assert all(fields[name]["fieldnorms"] for name in FIELDS)  # without them it does not sort by score
    assert config["search_settings"]["default_search_fields"] == list(FIELDS)
    assert all(fields[name]["tokenizer"] == "raw" for name in config["doc_mapping"]["tag_fields"])


@pytest.mark.parametrize(("endpoint", "name"), [(ENDPOINT, "jilan"), (None, "atlas")])
def test_the_index_is_called_as_the_address_says(endpoint: str | None, name: str) -> None:
    config = engine_index(replace(bilingual(), search_endpoint=endpoint))
    assert yaml.safe_load(config)["index_id"] == name


def _printed(*arguments: str) -> str:
    done = CliRunner().invoke(main, ["search-export", "--site", str(FIXTURE), *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_prints_the_lines_and_the_index(corpus: Corpus) -> None:
    lines = _printed().splitlines()
    assert len(lines) == len(_documents(corpus))
    assert json.loads(lines[0])["edition"] == _documents(corpus)[0]["edition"]
    assert yaml.safe_load(_printed("--index"))["index_id"] == "atlas"


@pytest.mark.parametrize(
    "address",
    [
        ENDPOINT,
        "https://example.org:8443/engines/a-b/api/v1/atlas_2/search",
        "http://127.0.0.1:7280/api/v1/atlas/search",
    ],
)
def test_an_address_of_an_engine_is_taken(address: str) -> None:
    assert schema.Settings.model_validate({"search_endpoint": address}).search_endpoint == address


@pytest.mark.parametrize(
    "address",
    [
        "http://search.example.org/api/v1/atlas/search",
        "https://search.example.org/",
        "https://search.example.org/api/v1/atlas/search/",
        "https://search.example.org/api/v1/atlas/search?x=1",
        "https://user@search.example.org/api/v1/atlas/search",
        "https://search.example.org/; script-src */api/v1/atlas/search",
        "https://search.example.org/a'b/api/v1/atlas/search",
        "https://search.example.org/api/v1/../search",
        "javascript://search.example.org/api/v1/atlas/search",
        "https://search.example.org/api/v1/atlas/search\nx",
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        schema.Settings.model_validate({"search_endpoint": address})
