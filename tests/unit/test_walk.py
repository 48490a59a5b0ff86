"""Walks that go only where a wanted record may be find what a walk through everything finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from dateutil.relativedelta import relativedelta
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.inside import leading_to
from directive_atlas.load.record import Languages, Record
from directive_atlas.load.walk import records_in
from directive_atlas.vocabulary.dates import months_after
from directive_atlas.vocabulary.folding import fold, folded_text
from hypothesis import given
from hypothesis import strategies as st


def _everything_in(record: Record) -> Iterator[Record]:
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from _everything_in(item)


def test_each_kind_of_record_is_found_in_the_same_order(raw: RawCorpus) -> None:
    """The fixture has a record of nearly every class; they are found in every directive."""
    every = (found for directive in raw.directives for found in _everything_in(directive))
    kinds: list[type[Record]] = [*dict.fromkeys(type(found) for found in every), Record]
    assert len(kinds) > 25
    for directive in raw.directives:
        inside = list(_everything_in(directive))
        for kind in kinds:
            places = [id(each) for each in inside if isinstance(each, kind)]
            assert [id(each) for each in records_in(directive, kind)] == places, kind


def test_fields_without_a_wanted_record_are_left_out() -> None:
    """A task has measures in its measures only, and a reference to a page has none."""
    assert leading_to(schema.Measure, schema.Measure) == ("measures",)
    assert leading_to(schema.Reference, schema.Measure) == ()
    assert "title" in leading_to(schema.Measure, Languages)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2800, 1, 1)), st.integers(-1200, 1200))
def test_months_are_added_as_a_calendar_does(day: dt.date, months: int) -> None:
    """31 January and a month is the last day of February."""
    assert months_after(day, months) == day + relativedelta(months=months)


def test_a_year_outside_of_the_calendar_is_told() -> None:
    """As Python's own dates tell it."""
    with pytest.raises(ValueError, match="year"):
        months_after(dt.date(9999, 12, 31), 2)


@given(st.text(st.sampled_from("a一 \u3000\n\u200b，。“”（）⼀𠀀"), max_size=30))
def test_a_folded_text_has_the_characters_at_its_offsets(text: str) -> None:
    """Each folded character is that of its offset; the last offset is the end."""
    folded = fold(text)
    assert folded.text == folded_text(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert "".join(folded_text(text[at]) for at in folded.offsets[:-1]) == folded.text
