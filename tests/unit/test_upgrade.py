"""Records from before there was inheritance say after an upgrade what they said then."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.build import read_records
from directive_atlas.cli.main import main
from directive_atlas.expand.former import silences
from directive_atlas.load.walk import measures_of

ACTORS = """\
# yaml-language-server: $schema=schemas/actors.schema.json
actors:
  - {id: office, name: 总办公室, kind: ministry}
"""
FORMER = """\
# yaml-language-server: $schema=../../schemas/directive.schema.json
id: river
kind: notice
title: 关于桥梁普查的通知
issuers: [office]
dates: {signed: 2020-03-01}
tasks:
  - id: count
    title: 普查桥梁
    obligation: must
    actors: [{actor: office}]
    timing: [{by: 2020-12-31}]
    measures:
      - {id: small, title: 小桥, actors: [{actor: office}]}
      - id: large  # the long ones
        title: 大桥
        measures:
          - {id: longest, title: 最长的桥, timing: [{by: 2021}]}
"""
UPGRADED = """\
    measures:
      - {id: small, timing: [], title: 小桥, actors: [{actor: office}]}
      - actors: []
        timing: []
        id: large  # the long ones
        title: 大桥
"""


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The record of a site that was written before there was inheritance; commands run in the site."""
    file = tmp_path / "data" / "directives" / "river" / "directive.yml"
    file.parent.mkdir(parents=True)
    file.write_text(FORMER, "utf-8")
    (tmp_path / "data" / "actors.yml").write_text(ACTORS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


def _upgrade(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["upgrade", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _said() -> dict[str, tuple[int, int]]:
    """How many actors and times each record has."""
    records, _ = read_records(Path("data"))
    [directive] = records.expanded.corpus.directives
    return {each.id: (len(each.actors), len(each.timing)) for each in measures_of(directive)}


def test_without_write_it_only_shows_the_difference(record: Path) -> None:
    shown = _upgrade().output
    assert "+      - {id: small, timing: [], title: 小桥, actors: [{actor: office}]}\n" in shown
    assert record.read_text("utf-8") == FORMER


def test_it_writes_what_was_meant_and_keeps_a_copy(record: Path) -> None:
    assert _said() == {"count": (1, 1), "small": (1, 1), "large": (1, 1), "longest": (1, 1)}
    assert _upgrade("--write").exit_code == 0
    assert UPGRADED in record.read_text("utf-8")
    assert record.with_name("directive.yml.before-upgrade").read_text("utf-8") == FORMER
    assert _said() == {"count": (1, 1), "small": (1, 0), "large": (0, 0), "longest": (0, 1)}
    records, problems = read_records(Path("data"))
    assert not problems and not any(each.lists for each in silences(records.expanded))


def test_it_names_what_a_record_cannot_take_back(record: Path) -> None:
    assert "directive.yml:14:9: inherits obligation, which no key takes back; look at it" in _upgrade().output


def test_it_never_writes_over_a_copy(record: Path) -> None:
    _upgrade("--write")
    record.write_text(FORMER, "utf-8")
    refused = _upgrade("--write")
    assert refused.exit_code and "these records were upgraded already" in refused.output
    assert record.read_text("utf-8") == FORMER


def test_there_may_be_nothing_to_do(record: Path) -> None:
    record.write_text(FORMER.partition("    measures:")[0], "utf-8")
    assert "nothing to upgrade" in _upgrade("--write").output
