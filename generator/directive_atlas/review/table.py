"""The content of ``review.csv`` after a reviewer has accepted the present passages."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator

from directive_atlas.review.compare import Comparison, Seen
from directive_atlas.review.state import Review

COLUMNS = ("passage", "fingerprint", "reviewed", "by", "text")


def accepted(comparison: Comparison, day: dt.date, by: str) -> bytes:
    """The file with every passage reviewed, sorted by the names of passages.

    Unchanged passages keep the day and the name of their last review.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(_rows(comparison, day, by)))
    return table.getvalue().encode()


def _rows(comparison: Comparison, day: dt.date, by: str) -> Iterator[tuple[str, ...]]:
    for seen in comparison.passages:
        last = _last(seen)
        reviewed, name = last if last else (day.isoformat(), by)
        yield seen.anchor, seen.fingerprint, reviewed, name, seen.text


def _last(seen: Seen) -> tuple[str, str] | None:
    if seen.row is None or seen.state is not Review.REVIEWED:
        return None
    return seen.row.reviewed.text, seen.row.by or ""
