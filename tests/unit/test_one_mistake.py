"""One mistake is one problem: whatever single value of a record is wrong, little else is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from directive_atlas.build import read_records
from directive_atlas.check import check
from directive_atlas.problems import Problem
from directive_atlas.schedule import schedule

from tests.tools.turns import one_in

DIRECTIVE = """\
# yaml-language-server: $schema=../../schemas/directive.schema.json
id: river
kind: notice
title: 关于桥梁普查的通知
issuers: [office]
dates: {signed: 2020-03-01}
source: {file: source.txt, language: zh}
events: [{id: opening, title: 开桥, date: 2020-05-01}]
sections: [{id: work, title: 普查}]
background:
  - {paragraph: 1, reason: 标题。}
tasks:
  - id: count
    label: 一
    title: 普查桥梁
    section: work
    quotes: [一、各分局要在30日内完成普查。]
    obligation: must
    actors: [{actor: branches, role: lead, basis: stated, words: 各分局}]
    timing: [{within: {days: 30, of: signed}, words: 30日内}]
    targets: [{id: bridges, metric: 桥, value: 12, comparator: exactly}]
    measures:
      - id: report
        title: 报送结果
        quotes: [{exact: 结果报总办公室。, paragraph: 2}]
        depends_on: [count]
        timing: [{within: {days: 30, of: {due: count}}}, {by: 2020-12, case: 小桥}]
  - id: close
    label: 二
    title: 封桥
    quotes: [二、危桥要封闭。]
    timing: [{within: {days: 7, of: {event: opening}}}, {within: {days: 60, of: signed}, case: 小桥}]
progress:
  - {date: 2020-06-01, task: count, status: done, target: bridges, value: 12}
  - {date: 2020-07-01, task: close, status: in_progress, percent: 20}
"""
ACTORS = """\
# yaml-language-server: $schema=schemas/actors.schema.json
actors:
  - {id: office, name: 总办公室, kind: ministry, jurisdiction: CN}
  - {id: branches, name: 各分局, kind: group, members: [north, south]}
  - {id: north, name: 北方分局, kind: provincial, parent: office}
  - {id: south, name: 南方分局, kind: provincial, parent: office}
"""
FILES = {
    "actors.yml": ACTORS,
    "directives/river/directive.yml": DIRECTIVE,
    "directives/river/source.txt": "通知\n一、各分局要在30日内完成普查。结果报总办公室。\n二、危桥要封闭。\n",
}


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The values of a file; keys are none."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from _scalars(item[1] if isinstance(item, tuple) else item)


def _problems(folder: Path, name: str, text: str) -> list[Problem]:
    for other, own in (FILES | {name: text}).items():
        path = folder / other
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(own, "utf-8")
    records, problems = read_records(folder)
    raw = records.expanded.corpus
    _, late = schedule(raw, dt.date(2020, 12, 31))
    return [*problems, *check(raw, records.passages), *late]


def _mutants(wrong: str) -> Iterator[tuple[str, str, str]]:
    """Each file with one of its values replaced: its name, the value and its line, the new text."""
    for name in ("actors.yml", "directives/river/directive.yml"):
        text = FILES[name]
        for node in _scalars(yaml.compose(text, Loader=yaml.SafeLoader)):
            start, end = node.start_mark, node.end_mark
            yield name, f"{start.line + 1}: {node.value}", text[: start.index] + wrong + text[end.index :]


def test_the_records_are_right(tmp_path: Path) -> None:
    assert _problems(tmp_path, "actors.yml", ACTORS) == []


@pytest.mark.parametrize("wrong", one_in(3, ["{a: b}", "[]", "'!!'"]))
def test_one_wrong_value_gives_at_most_two_problems(wrong: str, tmp_path: Path) -> None:
    told = {
        f"{name}:{place}": [f"{problem.place} {problem.kind.code}" for problem in found]
        for name, place, text in _mutants(wrong)
        if len(found := _problems(tmp_path, name, text)) > 2
    }
    assert told == {}
