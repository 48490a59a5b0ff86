"""Days as moments, for what wants to know when it runs."""

from __future__ import annotations

import datetime as dt


def midnight(day: dt.date) -> dt.datetime:
    """The first moment of a day, in UTC."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)
