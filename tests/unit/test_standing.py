"""What the standing of a task says of itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.progress import DeadlineStatus

from tests.tools.corpora import made
from tests.tools.moment import AS_OF

DUE = AS_OF + dt.timedelta(30)


@pytest.mark.parametrize(
    ("expected", "at_risk"),
    [(DUE - dt.timedelta(1), False), (DUE, False), (DUE + dt.timedelta(1), True)],
    ids=["the day before", "the last day", "the day after"],
)
def test_a_task_is_at_risk_if_it_is_expected_only_after_its_last_day(
    expected: dt.date, at_risk: bool
) -> None:
    forecast = replace(made.report("river/survey", AS_OF), expected=on_day(expected))
    running = made.standing(DeadlineStatus.AHEAD, due=DUE)
    assert replace(running, forecast=forecast).at_risk is at_risk
    assert not running.at_risk
    ended = made.standing(DeadlineStatus.OVERDUE, due=DUE)
    assert not replace(ended, forecast=forecast).at_risk
