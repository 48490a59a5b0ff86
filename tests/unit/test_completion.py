"""Which reports tell how a whole task stands, and on which day it was done."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from directive_atlas.schedule.completion import completion, is_context, settles, whole_reports
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.progress import Status, Verification

BOTH = frozenset({"north", "south"})
DONE, BEGUN = Status.DONE, Status.IN_PROGRESS


@dataclass(frozen=True)
class Report:
    """A report of a day of May 2020; nobody's, of the whole task, unless it names an actor."""

    day: int
    actor: str | None = None
    status: Status | None = DONE
    verification: Verification = Verification.CLAIMED
    as_of: ImpreciseDate | None = None
    context: bool = False
    by_then: bool = False

    @property
    def date(self) -> ImpreciseDate:
        return parse_date(f"2020-05-{self.day:02}")


def _whole(*reports: Report) -> list[int]:
    return [report.day for report in whole_reports(reports, BOTH)]


def test_what_is_said_of_the_whole_task_counts_and_of_a_part_does_not() -> None:
    assert _whole(Report(1, status=BEGUN), Report(2, "north"), Report(3)) == [1, 3]


def test_when_each_owner_has_done_its_part_the_last_of_them_counts_for_the_whole() -> None:
    assert _whole(Report(1, status=BEGUN), Report(2, "north"), Report(3, "south"), Report(4)) == [1, 3, 4]
    assert _whole(Report(2, "south"), Report(3, "north")) == [3]


@pytest.mark.parametrize(
    "of_south",
    [
        Report(3, "south", BEGUN),
        Report(3, "south", None),
        Report(3, "south", verification=Verification.DISPUTED),
        Report(3, "west"),
    ],
)
def test_one_part_that_is_not_known_to_be_done_leaves_the_whole_open(of_south: Report) -> None:
    assert _whole(Report(2, "north"), of_south) == []


def test_the_last_word_of_an_owner_counts() -> None:
    assert _whole(Report(1, "north"), Report(2, "south"), Report(3, "north", BEGUN)) == []


@pytest.mark.parametrize("verification", Verification)
def test_a_report_without_a_status_or_that_settles_nothing_says_nothing_of_the_whole(
    verification: Verification,
) -> None:
    assert _whole(Report(1, status=None, verification=verification)) == []
    assert _whole(Report(1, verification=verification)) == ([1] if verification.settling else [])


def test_the_only_owner_speaks_for_all() -> None:
    only = frozenset({"north"})
    assert settles(Report(1, "north"), only) and settles(Report(1), only)
    assert not settles(Report(1, "south"), only)
    assert [each.day for each in whole_reports([Report(1, "north"), Report(2, "south")], only)] == [1]


def test_a_task_is_done_on_the_day_of_the_first_report_after_which_none_says_otherwise() -> None:
    found = completion([Report(1), Report(2, status=BEGUN), Report(3), Report(4, status=None), Report(5)])
    assert found and (found.day.text, found.by_then, found.confirmed) == ("2020-05-03", False, False)
    assert completion([Report(1), Report(2, status=BEGUN)]) is None
    assert completion([Report(1, status=None)]) is None


def test_what_is_said_again_can_confirm_but_not_move_the_day() -> None:
    earlier = parse_date("2020-04")
    confirmed = Report(2, verification=Verification.CONFIRMED)
    found = completion([Report(1, as_of=earlier, by_then=True), confirmed, Report(3)])
    assert found and (found.day, found.by_then, found.confirmed) == (earlier, True, True)


@pytest.mark.parametrize(
    ("report", "context"),
    [
        (Report(9), True),
        (Report(10), False),
        (Report(10, context=True), True),
        (Report(20, as_of=parse_date("2020-05-09")), True),
        (Report(20, as_of=parse_date("2020-05")), False),
    ],
)
def test_what_is_told_of_a_day_before_the_directive_is_context(report: Report, context: bool) -> None:
    assert is_context(report, parse_date("2020-05-10")) == context
    assert is_context(report, None) == report.context
