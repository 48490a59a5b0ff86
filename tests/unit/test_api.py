"""The JSON files: valid by their own schemas, complete, and each name in them leads to a file or a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from directive_atlas.api.v1 import Actor, Directive, Task, records, walk
from directive_atlas.api.v1.indexes import Index, List
from directive_atlas.outputs.exports.api import api_files
from directive_atlas.outputs.exports.api.words import all_words
from directive_atlas.resolve import Corpus
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.tools.sites import bilingual

SITE = bilingual()
ROOT = "api/v1/"
Files = Mapping[str, Any]


@pytest.fixture(scope="module")
def files(corpus: Corpus) -> Files:
    """Each file of the fixture by its path below the folder of the version."""
    made = api_files(records(corpus), corpus, SITE)
    return {file.path.removeprefix(ROOT): json.loads(file.content) for file in made}


def _kind(path: str, found: Any) -> str:
    """The schema of a file, by its path; of a record that is gone there is another one."""
    folder, _, below = path.partition("/")
    if folder == "changes" or found.get("status") == "gone":
        return "changes" if folder == "changes" else "gone"
    if folder == "by":
        return "index"
    return {"index.json": "corpus", "gone.json": "gonerecords"}.get(
        path, folder.removesuffix("s") if below else "list"
    )


def _records(files: Files) -> Iterator[tuple[str, Any]]:
    described = ("schema/", "words.json", "openapi.json")
    return ((path, found) for path, found in files.items() if not path.startswith(described))


def test_each_file_is_valid_by_its_own_schema(files: Files) -> None:
    validators = {
        path.removeprefix("schema/").removesuffix(".json"): Draft202012Validator(schema)
        for path, schema in files.items()
        if path.startswith("schema/")
    }
    for path, found in _records(files):
        validators[_kind(path, found)].validate(found)


def test_every_property_says_what_it_means(files: Files) -> None:
    for path, schema in files.items():
        if path.startswith("schema/"):
            for model in (schema, *schema.get("$defs", {}).values()):
                silent = [
                    name for name, each in model.get("properties", {}).items() if "description" not in each
                ]
                assert not silent, (path, model.get("title"))


def test_the_description_is_valid_openapi(files: Files) -> None:
    validate(files["openapi.json"])
    assert files["openapi.json"]["openapi"] == "3.1.0"


def test_each_record_is_in_one_file_and_in_its_list(files: Files, corpus: Corpus) -> None:
    start = files["index.json"]
    for kind, path in start["lists"].items():
        listed, own = List.model_validate(files[path]), [p for p in files if p.startswith(f"{kind}/")]
        there = [p for p in own if files[p].get("status") != "gone"]
        assert [each.file for each in listed.records] == there
        assert len(listed.records) == start["counts"][kind]
    found = [
        each.key
        for path in files
        if path.startswith("tasks/") and files[path].get("status") != "gone"
        for each in walk(Task.model_validate(files[path]))
    ]
    assert sorted(found) == sorted(corpus.tasks)


def test_each_file_and_page_that_is_named_exists(files: Files, written: Mapping[str, bytes]) -> None:
    pages = {path.replace(".md", ".html") for path in written}
    for path, found in _records(files):
        for name, value in _named(found):
            target = value.partition("#")[0]
            assert target in (files if name in {"file", "next"} else pages), (path, name, value)


def _named(found: Any) -> Iterator[tuple[str, str]]:
    if isinstance(found, list):
        for each in found:
            yield from _named(each)
    elif isinstance(found, dict):
        named = {"file", "next", "page"}
        yield from ((name, each) for name, each in found.items() if name in named and isinstance(each, str))
        for each in found.values():
            yield from _named(each)


def test_a_file_read_back_is_the_record(files: Files, corpus: Corpus) -> None:
    made = records(corpus)
    for key, task in made.tasks.items():
        assert Task.model_validate(files[f"tasks/{key}.json"]) == task
    for name, directive in made.directives.items():
        assert Directive.model_validate(files[f"directives/{name}.json"]) == directive
    for name, actor in made.actors.items():
        assert Actor.model_validate(files[f"actors/{name}.json"]) == actor


def test_the_index_of_a_body_tells_how_that_body_stands(files: Files, corpus: Corpus) -> None:
    for actor, owed in corpus.links.owed.items():
        index = Index.model_validate(files[f"by/body/{actor}.json"])
        assert index.next is None
        for entry, each in zip(index.tasks, owed, strict=True):
            standing = corpus.tasks[each.task].standing_of(actor, through=each.through is not None)
            assert (entry.key, entry.role, entry.through) == (each.task, each.duty.role, each.through)
            assert (entry.timeliness, entry.state) == (standing.timeliness, standing.state)


def test_months_hold_the_deadlines_of_their_days(files: Files, corpus: Corpus) -> None:
    found = {
        (path.removeprefix("by/month/")[:7], entry["key"])
        for path, index in files.items()
        if path.startswith("by/month/")
        for entry in index["tasks"]
    }
    due = {
        (f"{timing.due.last:%Y-%m}", task.key)
        for task in corpus.tasks.values()
        for timing in task.timings
        if timing.due
    }
    assert found == due


def test_each_fixed_word_of_a_record_has_a_label_in_each_language(files: Files) -> None:
    labels = {word: set(each) for words in all_words(SITE).values() for word, each in words.items()}
    assert all(languages == set(SITE.codes) for languages in labels.values())
    fixed = {"role", "basis", "timeliness", "state", "verification", "grade", "obligation", "form", "stage"}
    for path, found in _records(files):
        for name, value in _texts(found):
            assert name not in fixed or value in labels, (path, name, value)


def _texts(found: Any) -> Iterator[tuple[str, str]]:
    if isinstance(found, list):
        for each in found:
            yield from _texts(each)
    elif isinstance(found, dict):
        for name, each in found.items():
            if isinstance(each, str):
                yield name, each
            else:
                yield from _texts(each)
