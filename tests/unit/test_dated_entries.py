"""Everything that has a day is one entry of the timeline, in the order of the days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from directive_atlas.resolve.corpus import Event

from tests.tools.corpora.river import records_of, resolved_on

RECORD = """\
dates: {signed: 2020-03-01, effective: 2020-04-01}
events:
  - {id: flood, title: 洪水, date: 2020-05}
  - {id: drought, title: 干旱}
targets:
  - {id: all, metric: 普查的桥梁, value: 100, by: 2020}
  - {id: some, metric: 不限时的, value: 7}
tasks:
  - {id: plan, title: 订计划, due: {period: {from: 2020-04-10, to: 2020-06-30}}}
  - {id: keep, title: 维护, due: {period: {from: 2020-07}}}
  - {id: watch, title: 值守, due: {period: {after: {days: 10, of: signed}}}}
  - {id: start, title: 开工, due: {by: 2020-05-20, begins: true}}
  - {id: check, title: 复核, due: {within: {days: 30, of: {done: plan}}}}
  - {id: meet, title: 开会, due: {every: {rule: FREQ=MONTHLY, from: 2020-03-31}}}
  - {id: open, title: 修桥}
  - id: count
    title: 普查
    due: 2020-09-30
    targets:
      - {id: own, actor: north, metric: 北方自定, value: 30, by: 2020-09}
      - id: planned
        metric: 计划
        value: 40
        by: 2020-06
        reference: {title: 北方计划, speaker: 北方分局, grade: A, url: "https://www.example.org/plan"}
    measures: [{id: report, title: 报送, due: 2020-10-15}]
"""
REPORTS = """\
date,task,actor,status,note
2020-02-01,count,,,早先的情况。
2020-05-10,count,north,in_progress,已查三座。
"""

WANTED = """\
2020-02-01 context river/count 普查 早先的情况。
2020-03-01 signed - 关于桥梁普查的通知
2020-03-11 begins river/watch 值守
2020-04-01 effective - 关于桥梁普查的通知
2020-05-10 report river/count 普查 已查三座。 north
2020-05-20 begin_by river/start 开工
2020-05-31 due river/meet 开会 again
2020-05 event - 洪水
2020-06-30 due river/meet 开会 again
2020-06 figure river/count 计划 planned
2020-06-30 due river/plan 订计划 from 2020-04-10
2020-07-30 tentative river/check 复核
2020-07 begins river/keep 维护
2020-09 target river/count 北方自定 north own
2020-09-30 due river/count 普查
2020-10-15 due river/report 报送
2020 target - 普查的桥梁 all
"""


def _told(event: Event) -> str:
    parts = [event.date.text, event.kind.value, event.task or "-", event.what.values[0][1]]
    parts += [event.note.values[0][1]] if event.note else []
    parts += [event.actor] if event.actor else []
    parts += [f"from {event.start.text}"] if event.start else []
    parts += ["again"] if event.again else []
    parts += [str(event.figure.id)] if event.figure else []
    return " ".join(parts)


def test_everything_that_has_a_day_is_an_entry_in_the_order_of_the_days(tmp_path: Path) -> None:
    """Of what recurs: the time that counts now, here one without a report, and the next."""
    corpus = resolved_on(records_of(tmp_path, RECORD, REPORTS), dt.date(2020, 6, 5))
    told = [_told(event) for event in corpus.events]
    assert sorted(told) == sorted(WANTED.splitlines())
    assert all(event.directive == "river" for event in corpus.events)
    order = [(event.date.last, event.date.first, event.task or "") for event in corpus.events]
    assert order == sorted(order)
