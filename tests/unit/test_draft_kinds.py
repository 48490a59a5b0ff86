"""What a draft takes from the name of a body that nothing knows, and from what a file says of itself."""

from __future__ import annotations

import pytest
from directive_atlas.draft.kinds import kind_of
from directive_atlas.draft.metadata import day_of, number_of

KINDS = {
    "各区人民政府": "group",
    "有关单位": "group",
    "国务院各部委、各直属机构": "group",
    "the heads of agencies": "group",
    "covered contractors": "group",
    "滨江市人民政府": "local",
    "省水利厅": "provincial",
    "市政府办公室": "office",
    "Office of River Works": "office",
    "滨江桥梁集团": "enterprise",
    "市交通运输局": "agency",
    "River Works Board": "agency",
    "产权单位": "other",
    "the Director": "other",
}


@pytest.mark.parametrize("words", KINDS)
def test_the_name_of_a_body_tells_its_kind(words: str) -> None:
    assert kind_of(words).value == KINDS[words]


DAYS = {
    "date: 2023-11-13": "2023-11-13",
    "published_time: 2023-11-13 13:57:10-05:00": "2023-11-13",
    "成文日期: 2018年12月4日": "2018-12-04",
    "Date-Signed: November 13, 2023": "2023-11-13",
    "date: soon": None,
    "modified: 2023-11-14": None,
}


@pytest.mark.parametrize("line", DAYS)
def test_a_file_may_give_the_day_of_its_document(line: str) -> None:
    name, _, value = line.partition(": ")
    day = day_of({name: value})
    assert (day.text if day else None) == DAYS[line]


def test_the_day_of_signing_goes_before_that_of_publication() -> None:
    day = day_of({"published": "2023-11-20", "signing_date": "2023-11-13"})
    assert day and day.text == "2023-11-13"


def test_a_file_may_give_the_number_of_its_document() -> None:
    assert number_of({"发文字号": " 滨政办〔2026〕12号 "}) == "滨政办〔2026〕12号"
