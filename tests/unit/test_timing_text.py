"""Times in one line: each form is short for one block, and no line for two."""

from __future__ import annotations

import pytest
from directive_atlas.load.marked import Mapping, Scalar
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.problems import Place
from hypothesis import given
from hypothesis import strategies as st

PLACE = Place("directive.yml", 7, 12)

FORMS = {
    "2020": {"by": "2020"},
    "2020-12": {"by": "2020-12"},
    "by 2020-12-31": {"by": "2020-12-31"},
    "2020-Q3": {"by": "2020-Q3"},
    "2020-H1": {"by": "2020-H1"},
    "2020年": {"by": "2020"},
    "2020年底": {"by": "2020"},
    "2020年9月底前": {"by": "2020-09"},
    "2020年9月5日之前": {"by": "2020-09-05"},
    "2020-04 to 2020-09": {"period": {"from": "2020-04", "to": "2020-09"}},
    "from 2020-04-01 to 2020-09-30": {"period": {"from": "2020-04-01", "to": "2020-09-30"}},
    "2020-04/2020-09": {"period": {"from": "2020-04", "to": "2020-09"}},
    "90 days after signed": {"within": {"days": "90", "of": {"date": "signed"}}},
    "within 1 day of flood": {"within": {"days": "1", "of": {"event": "flood"}}},
    "5 working days after published": {"within": {"working_days": "5", "of": {"date": "published"}}},
    "36 hours after wrong-level": {"within": {"hours": "36", "of": {"event": "wrong-level"}}},
    "every quarter": {"every": {"rule": "FREQ=MONTHLY;INTERVAL=3"}},
    "half-year": {"every": {"rule": "FREQ=MONTHLY;INTERVAL=6"}},
    "每月": {"every": {"rule": "FREQ=MONTHLY"}},
    "每年2月底前": {"every": {"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"}},
    "每年3月15日前": {"every": {"rule": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"}},
    "ongoing": {"ongoing": "true"},
    "长期坚持": {"ongoing": "true"},
    "as soon as possible": {"asap": "true"},
    "尽快": {"asap": "true"},
    "promptly": {"promptly": "true"},
    "及时": {"promptly": "true"},
    "at a suitable time": {"suitable": "true"},
    "适时": {"suitable": "true"},
}
NO_FORM = (
    "", "soon", "2020-13", "2020-02-30", "end of 2020", "in 90 days", "90 days", "about 2020", "by",
    "every two weeks", "每年2月", "2020 to", "2020年9月前后", "ongoing until 2021",
)  # fmt: skip


@pytest.mark.parametrize("line", FORMS)
def test_a_line_is_short_for_a_block(line: str) -> None:
    assert timing_block(Scalar(line, PLACE)) == FORMS[line]


@pytest.mark.parametrize("line", NO_FORM)
def test_a_line_in_none_of_the_forms_is_short_for_nothing(line: str) -> None:
    assert timing_block(Scalar(line, PLACE)) is None


def test_a_block_stands_where_its_line_stands() -> None:
    block = timing_block(Scalar("90 days after signed", PLACE))
    assert block is not None
    assert {block.marks.place, block["within"].marks.place, block["within"]["of"].marks.place} == {PLACE}


@given(st.sampled_from(list(FORMS)), st.text(" \t\n", max_size=3), st.text(" \t\n", max_size=3))
def test_white_space_around_a_line_means_nothing(line: str, before: str, after: str) -> None:
    assert timing_block(Scalar(f"{before}{line}{after}", PLACE)) == FORMS[line]


@given(st.text(max_size=40))
def test_any_other_text_is_a_block_or_nothing(line: str) -> None:
    """Never an error: the schema tells what is wrong with a block, E217 what is wrong with the line."""
    assert isinstance(timing_block(Scalar(line, PLACE)), Mapping | None)
