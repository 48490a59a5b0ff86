"""The data format and the schemas for editors tell all that records may have: keys, words, forms of times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from directive_atlas.cli.main import main
from directive_atlas.load import schema
from directive_atlas.load.json_schema import json_schemas
from directive_atlas.load.kinds import KINDS
from directive_atlas.load.marked import Scalar
from directive_atlas.load.record import Record
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.load.validate import keys_of
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place
from directive_atlas.vocabulary import WRITTEN
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from tests.tools.by_hand import LANGUAGES, by_hand, in_each_language
from tests.tools.own import needs_guide
from tests.tools.paths import FIXTURE

pytestmark = needs_guide


def _records() -> list[type[Record]]:
    return [each for each in vars(schema).values() if isinstance(each, type) and issubclass(each, Record)]


@in_each_language
@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_each_key_is_in_the_data_format(record: type[Record], language: str) -> None:
    text = by_hand(language, "guide/data-format")
    assert not [key for key in keys_of(record) if f"`{key}`" not in text]


_FILE = re.compile(r"`(data/[\w/.-]+)`[:：]\n\n```\w+\n(.*?)^```$", re.M | re.S)
"""A file that the guide shows: its path, and its text in the block below."""


_KIND = re.compile(r"schemas/(\w+)\.schema\.json\n\w")


def _files(text: str) -> Iterator[tuple[str, str]]:
    """Each file of the data folder that a page shows as a whole, with its path."""
    yield from _FILE.findall(text)
    for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S):
        kind = _KIND.search(block)
        if kind and kind[1] not in {"directive", "changes"}:
            yield f"data/{kind[1]}.yml", block


@in_each_language
def test_the_first_directive_of_the_data_format_passes_the_check(language: str, tmp_path: Path) -> None:
    for name, text in _files(by_hand(language, "guide/data-format")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    done = CliRunner().invoke(main, ["check", "--site", str(tmp_path), "--coverage", "100"])
    assert (done.exit_code, done.output) == (0, "0 errors, 0 warnings\n")
    beside = {path.name for path in (tmp_path / "data" / "directives" / "safety").iterdir()}
    assert beside == {"directive.yml", "source.txt", "targets.csv", "sources.csv", "progress.csv"}
    record = (tmp_path / "data" / "directives" / "safety" / "directive.yml").read_text("utf-8")
    _validate(record, "directive")


def _timing_lines() -> list[tuple[str, str]]:
    """Each line of text in the table of one-line timings, with the block that it stands for."""
    rows = re.findall(r"^\| (`.*`) \| `(\{.*\})` \|$", by_hand("en", "guide/data-format"), re.M)
    return [(line, block) for lines, block in rows for line in re.findall(r"`([^`]+)`", lines)]


@pytest.mark.parametrize(("line", "block"), _timing_lines())
def test_a_timing_in_one_line_means_what_the_data_format_says(line: str, block: str) -> None:
    assert timing_block(Scalar(line, Place(""))) == parse_yaml(block, "")[0]


def _words() -> list[StrEnum]:
    return [word for words in WRITTEN for word in words]


@in_each_language
def test_each_fixed_word_is_in_the_data_format(language: str) -> None:
    text = by_hand(language, "guide/data-format")
    assert {word for word in _words() if f"`{word.value}`" not in text} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_data_with_every_key_fit_the_schemas_that_editors_use(kind: str) -> None:
    pattern = "changes/*.yml" if kind == "changes" else f"{kind}.yml"
    paths = list((FIXTURE / "data").rglob(pattern))
    assert paths
    for path in paths:
        _validate(path.read_text("utf-8"), kind)


def test_a_reference_may_cite_a_page_in_the_schemas_that_editors_use() -> None:
    record = "{id: x, kind: notice, title: X, issuers: [y], dates: {}, references: %s}"
    for fits in ("[a-page]", "[{source: a-page, speaker: S}]", "[{title: T, grade: A}]"):
        _validate(record % fits, "directive")
    with pytest.raises(jsonschema.ValidationError):
        _validate(record % "[{title: T}]", "directive")


def _validate(text: str, kind: str) -> None:
    """Check a YAML file as an editor does.

    Raises:
        jsonschema.ValidationError: the file does not fit the schema of its kind.

    """
    _validator(kind).validate(yaml.load(text, _Plain))


@cache
def _validator(kind: str) -> Validator:
    described = json.loads(json_schemas(LANGUAGES)[f"{kind}.schema.json"])
    model = validator_for(described)
    model.check_schema(described)
    return model(described)


class _Plain(yaml.CSafeLoader):
    """Reads dates as text, as editors do (YAML 1.2)."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
