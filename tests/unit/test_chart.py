"""The picture of a figure's readings: whole, inside its frame, and safe inside Markdown."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as Xml

import pytest
from directive_atlas.outputs.pages.chart import chart
from directive_atlas.resolve.model import Baseline, Reference, Report, Target, Text
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date
from directive_atlas.vocabulary.progress import Comparator, Grade, Verification
from hypothesis import assume, given
from hypothesis import strategies as st

values = st.decimals(0, 10**15, allow_nan=False, allow_infinity=False, places=3) | st.integers(0, 10**30).map(
    Decimal
)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)).map(on_day)
coarse = st.sampled_from(["2019", "2020-H1", "2020-Q4", "2020-02"]).map(parse_date)
readings = st.lists(st.tuples(dates | coarse, values), min_size=2, max_size=12)


@given(readings, st.none() | dates)
def test_every_reading_is_a_dot_inside_the_picture(
    told: list[tuple[ImpreciseDate, Decimal]], by: ImpreciseDate | None
) -> None:
    assume(len({value for _, value in told}) > 1)
    picture = _picture(_target(told, by))
    width, height = map(float, picture.attrib["viewBox"].split()[2:])
    dots = [circle.attrib for circle in picture.iter("circle")]
    assert len(dots) == len(told)
    for dot in dots:
        radius = float(dot["r"])
        assert radius <= float(dot["cx"]) <= width - radius
        assert radius <= float(dot["cy"]) <= height - radius
    for line in picture.iter("line"):
        assert 0 <= float(line.attrib["y1"]) <= height
        assert 0 <= float(line.attrib["x1"]) <= float(line.attrib["x2"]) <= width
    for text in picture.iter("text"):
        assert 0 <= float(text.attrib["x"]) <= width
        assert 0 <= float(text.attrib["y"]) <= height


@given(readings)
def test_dots_stand_in_the_order_of_their_days_and_values(told: list[tuple[ImpreciseDate, Decimal]]) -> None:
    """The later, the further right; the more, the higher up (the picture counts from above)."""
    assume(len({value for _, value in told}) > 1)
    dots = [circle.attrib for circle in _picture(_target(told)).iter("circle")]
    for one, (day, value) in zip(dots, told, strict=True):
        for other, (other_day, other_value) in zip(dots, told, strict=True):
            if day.last <= other_day.last:
                assert float(one["cx"]) <= float(other["cx"])
            if value <= other_value:
                assert float(one["cy"]) >= float(other["cy"])


def test_a_dot_bears_the_number_of_its_row() -> None:
    told = [(on_day(dt.date(2020, month, 1)), Decimal(month)) for month in (3, 6, 9)]
    numbers = [text.text for text in _picture(_target(told)).iter("text") if text.get("class") == "number"]
    assert numbers == ["1", "2", "3"]


def test_a_dot_has_its_speaker_and_month_beside_it() -> None:
    target = _target([(on_day(dt.date(2020, month, 1)), Decimal(month)) for month in (3, 9)])
    said = Reference(Text((("zh", "报道"),)), None, Text((("zh", "闻库"),)), None, Grade.A, None, None, None)
    spoken = replace(target, readings=tuple(replace(each, evidence=said) for each in target.readings))
    names = [text.text for text in _picture(spoken).iter("text") if "name" in text.attrib["class"]]
    assert names == ["闻库 · 2020-03", "闻库 · 2020-09"]


def test_a_baseline_is_dot_zero() -> None:
    told = [(on_day(dt.date(2020, 3, 1)), Decimal(5))]
    base = Baseline(Decimal(1), Comparator.EXACTLY, parse_date("2019"), None, None)
    picture = _picture(_target(told, baselines=(base,)))
    assert [circle.get("class") for circle in picture.iter("circle")] == ["baseline", "reading"]
    assert [t.text for t in picture.iter("text") if t.get("class") == "number"] == ["0", "1"]


def test_no_line_joins_the_readings_and_nothing_moves() -> None:
    told = [(on_day(dt.date(2020, month, 1)), Decimal(month)) for month in (3, 6, 9)]
    found = {element.tag for element in _picture(_target(told)).iter()}
    assert found == {"svg", "line", "text", "circle"}


@pytest.mark.parametrize("count", [0, 1])
def test_a_reading_that_stands_alone_gives_no_picture(count: int) -> None:
    told = [(on_day(dt.date(2020, 3, 1)), Decimal(5))][:count]
    assert chart(_target(told), str, "桥梁") == ""


def test_a_baseline_without_a_day_is_no_dot() -> None:
    base = Baseline(Decimal(1), Comparator.EXACTLY, None, None, None)
    told = [(on_day(dt.date(2020, 3, 1)), Decimal(5))]
    assert chart(_target(told, baselines=(base,)), str, "桥梁") == ""


def test_values_below_zero_give_no_picture() -> None:
    told = [(on_day(dt.date(2020, month, 1)), Decimal(value)) for month, value in ((3, -1), (4, 1))]
    assert chart(_target(told), str, "桥梁") == ""


@pytest.mark.parametrize("value", ["1e400", "1e308", "1e-400", "1e-320", "0"])
def test_numbers_beyond_all_measure_do_no_harm(value: str) -> None:
    told = [(on_day(dt.date(2020, month, 1)), Decimal(value)) for month in (3, 4)]
    picture = chart(_target(told), str, "桥梁")
    assert "nan" not in picture
    assert "inf" not in picture


@given(st.text(max_size=40), st.text(max_size=20))
def test_texts_are_escaped_and_leave_no_blank_line(title: str, shown: str) -> None:
    """A blank line would end the block of HTML, and Markdown would read on in its middle."""
    told = [(on_day(dt.date(2020, month, 1)), Decimal(month)) for month in (3, 4)]
    found = str(chart(_target(told), lambda _: shown, title))
    assert not [line for line in found.splitlines() if not line.strip()]
    assert set(re.findall(r"</?([a-z]+)", found)) == {"figure", "svg", "line", "text", "circle"}


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", '" onload="alert(1)', "a & b", "一\n\n二"])
def test_a_title_stays_a_title(title: str) -> None:
    told = [(on_day(dt.date(2020, month, 1)), Decimal(month)) for month in (3, 4)]
    found = str(chart(_target(told), str, title))
    assert "\n\n" not in found
    [frame] = re.findall(r"<svg ([^>]*)>", found)
    assert re.fullmatch(r'viewBox="[\d ]+" role="img" aria-label="[^"<>]*"', frame)


def _shown(value: object) -> str:
    if isinstance(value, Text):
        return value.values[0][1]
    return value.text if isinstance(value, ImpreciseDate) else str(value)


def _picture(target: Target) -> Xml.Element:
    figure = Xml.fromstring(str(chart(target, _shown, "桥梁")))
    assert (figure.tag, figure.get("class")) == ("figure", "chart")
    [picture] = figure
    return picture


def _target(
    told: list[tuple[ImpreciseDate, Decimal]],
    by: ImpreciseDate | None = None,
    baselines: tuple[Baseline, ...] = (),
) -> Target:
    return Target(
        id="bridges",
        actor=None,
        metric=Text((("zh", "桥梁"),)),
        comparator=Comparator.AT_LEAST,
        value=None,
        to=None,
        unit=None,
        by=by,
        baselines=baselines,
        reference=None,
        note=None,
        readings=tuple(_reading(day, value) for day, value in told),
    )


def _reading(day: ImpreciseDate, value: Decimal) -> Report:
    return Report(
        date=day,
        as_of=None,
        task="river/count",
        actor=None,
        status=None,
        percent=None,
        target="bridges",
        comparator=Comparator.EXACTLY,
        value=value,
        note=None,
        verification=Verification.CLAIMED,
        verified_by=None,
        evidence=None,
    )
