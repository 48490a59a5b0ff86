"""Dates and times in spellings that the format does not have: the hint names the one that is meant."""

from __future__ import annotations

import pytest
from directive_atlas.load.marked import Scalar
from directive_atlas.load.meant import about_date, about_time
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.problems import Place

MEANT = {
    "1 November 2026": "2026-11-01",
    "by 1st Nov. 2026": "2026-11-01",
    "November 1, 2026": "2026-11-01",
    "end of November 2026": "2026-11",
    "Sept 2026": "2026-09",
    "to be completed on or before 30 September 2026": "2026-09-30",
    "2026/11/01": "2026-11-01",
    "2026.11.1": "2026-11-01",
    "31/12/2026": "2026-12-31",
    "end of 2026": "2026",
    "by the end of 2026": "2026",
    "Q4 2026": "2026-Q4",
    "2026Q4": "2026-Q4",
    "4Q2026": "2026-Q4",
    "the fourth quarter of 2026": "2026-Q4",
    "H2 2026": "2026-H2",
    "2026年第四季度": "2026-Q4",
    "2026年下半年": "2026-H2",
    "within 30 days": "30 days after signed",
    "30 days": "30 days after signed",
    "within 10 working days of the date of publication": "10 working days after published",
    "6 months after entry into force": "6 months after effective",
    "自印发之日起30日内": "30 days after signed",
    "10个工作日内": "10 working days after signed",
    "quarterly": "every quarter",
    "each year": "every year",
    "immediately": "asap",
    "立即": "asap",
}
LONGER = {"2026-11-31": "2026-11 has 30 days", "2026年2月29日": "2026-02 has 28 days"}


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_a_spelling_of_documents_has_the_one_of_the_format_beside_it(text: str, meant: str) -> None:
    assert str(about_time(text)) == f"did you mean “{meant}”?"
    assert timing_block(Scalar(meant, Place("a.yml"))) is not None


@pytest.mark.parametrize(("text", "said"), LONGER.items())
def test_a_day_that_a_month_does_not_have_is_told_how_long_the_month_is(text: str, said: str) -> None:
    assert str(about_time(text)) == str(about_date(text)) == said


@pytest.mark.parametrize(
    "text", ["soon", "end of next year", "2020-13", "2020-11-32", "3/4/2026", "Q5 2026", "31 Foo 2026", ""]
)
def test_what_may_mean_anything_has_no_guess(text: str) -> None:
    assert about_time(text) is None
