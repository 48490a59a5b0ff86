"""A longer time that was granted sets the deadlines that are before it, and leaves the others as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.build import resolved

from tests.golden.base import BASE
from tests.tools.moment import AS_OF, midnight

RECORD = """\
# yaml-language-server: $schema=../../schemas/directive.schema.json
id: river
kind: notice
title: {zh: 关于桥梁普查的通知, en: Notice on the survey of bridges}
issuers: [office]
dates: {signed: 2020-03-01}
tasks:
  - id: count
    title: {zh: 普查桥梁, en: Survey the bridges}
    timing:
      - {by: 2020-04-30, case: {zh: 大桥, en: large bridges}}
      - {by: 2020-12-31, case: {zh: 小桥, en: small bridges}}
"""


@pytest.mark.parametrize(
    ("granted", "days", "changed"),
    [
        ("2020-04-30", ["2020-04-30", "2020-12-31"], [False, False]),
        ("2020-05-01", ["2020-05-01", "2020-12-31"], [True, False]),
        ("2021-03-01", ["2021-03-01", "2021-03-01"], [True, True]),
    ],
)
def test_only_a_deadline_that_was_moved_has_an_earlier_one(
    granted: str, days: list[str], changed: list[bool], tmp_path: Path
) -> None:
    report = f"date,task,actor,extended_to\n2020-04-10,count,,{granted}\n"
    files = {**BASE, "directives/river/directive.yml": RECORD, "directives/river/progress.csv": report}
    for name, text in files.items():
        if name != "directives/river/source.txt":
            path = tmp_path / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    found = resolved(tmp_path / "data", midnight(AS_OF))
    assert found.corpus, found.problems
    [task] = found.corpus.directives["river"].tasks
    assert [timing.due.text for timing in task.timings if timing.due] == days
    assert [bool(timing.earlier) for timing in task.timings] == changed
