"""Goals and readings on one scale: what is alike shares one, each value stands where its size says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from directive_atlas.resolve.model import Report, Target, Text
from directive_atlas.views.scale import MarkKind, scales
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.progress import Comparator, Verification


def _reading(value: int, month: int, target: str = "t") -> Report:
    return Report(
        date=on_day(dt.date(2020, month, 1)),
        as_of=None,
        task="d/t",
        actor=None,
        status=None,
        percent=None,
        target=target,
        comparator=Comparator.EXACTLY,
        value=Decimal(value),
        note=None,
        verification=Verification.CLAIMED,
        verified_by=None,
        evidence=None,
    )


def _target(metric: str, value: int | None, *readings: Report, unit: str = "座") -> Target:
    return Target(
        id=metric,
        actor=None,
        metric=Text((("zh", metric),)),
        comparator=Comparator.AT_LEAST,
        value=None if value is None else Decimal(value),
        to=None,
        unit=Text((("zh", unit),)),
        by=None,
        baselines=(),
        reference=None,
        note=None,
        readings=readings,
    )


def test_goals_come_by_size_and_readings_by_day() -> None:
    (scale,) = scales([_target("桥梁", 80, _reading(100, 9), _reading(20, 3))])
    assert [(mark.kind, mark.left) for mark in scale.marks] == [
        (MarkKind.GOAL, 80.0),
        (MarkKind.READING, 20.0),
        (MarkKind.READING, 100.0),
    ]


def test_metrics_that_differ_in_brackets_share_a_scale_and_a_reading_stands_on_it_once() -> None:
    same = _reading(60, 12)
    (scale,) = scales([_target("桥梁（计划）", 50, same), _target("桥梁（预测）", 40, same)])
    assert [mark.target.id for mark in scale.goals] == ["桥梁（预测）", "桥梁（计划）"]
    assert len(scale.marks) == 3


def test_other_metrics_and_other_units_have_scales_of_their_own() -> None:
    found = scales([_target("桥梁", 50, _reading(1, 1)), _target("桥梁", 5, _reading(1, 1), unit="公里")])
    assert [len(scale.targets) for scale in found] == [1, 1]


def test_two_goals_without_a_reading_have_a_scale_that_says_so() -> None:
    (scale,) = scales([_target("桥梁（计划）", 50), _target("桥梁（预测）", 40)])
    assert not scale.read


def test_nothing_is_drawn_of_a_lone_goal_of_what_is_only_watched_and_below_zero() -> None:
    assert not scales([_target("桥梁", 50), _target("隧道", None, _reading(1, 1), _reading(2, 2))])
    assert not scales([_target("桥梁", 50, _reading(-1, 1))])
