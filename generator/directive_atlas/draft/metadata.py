"""What a file says of the document in it beside its words: the front matter, or the head of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from directive_atlas.passages import dates_in
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date

_DAYS = (
    "signed", "signing date", "date signed", "date", "issued", "date issued", "published",
    "publication date", "published time", "成文日期", "发文日期", "日期", "发布日期",
)  # fmt: skip
"""The names under which a file gives the day of its document, the most certain first."""
_NUMBERS = ("number", "document number", "executive order number", "发文字号", "文号")


def day_of(metadata: Mapping[str, str]) -> ImpreciseDate | None:
    """The day of a document by what its file says of it; nothing where that is no day."""
    return next((day for value in _values(metadata, _DAYS) if (day := _day(value))), None)


def number_of(metadata: Mapping[str, str]) -> str:
    """The number of a document by what its file says of it."""
    return next(_values(metadata, _NUMBERS), "")


def _values(metadata: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    known = {" ".join(re.split(r"[\s_-]+", name.lower())): text for name, text in metadata.items()}
    yield from (" ".join(known[name].split()) for name in names if known.get(name, "").strip())


def _day(text: str) -> ImpreciseDate | None:
    """2023-11-13, also with a time behind it, or a day in words."""
    try:
        return parse_date(text[:10])
    except ValueError:
        named = next(dates_in(text), None)
    days = named.days(named.year) if named and named.year else None
    return on_day(days[1]) if days and days[0] == days[1] else None
