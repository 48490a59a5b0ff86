"""Times as the sentences of a library give them, with the words that say so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tests.benchmarks.library.chance import Chance

RULES: Mapping[str, str] = {
    "FREQ=YEARLY": "每年一次",
    "FREQ=MONTHLY;INTERVAL=6": "每半年一次",
    "FREQ=MONTHLY;INTERVAL=3": "每季度一次",
}


def timing(chance: Chance, signed: dt.date, before: str | None) -> tuple[dict[str, Any] | None, str]:
    """A time and the words of the text; ``before`` is the task whose deadline another one can count from."""
    share = chance.random()
    if share < 0.4:
        day = chance.later(signed, 60, 1_500)
        return {"by": str(day)}, f"{day.year}年{day.month}月{day.day}日前"
    if share < 0.5:
        days = chance.randrange(10, 90)
        return {"within": {"working_days": days, "of": "signed"}}, f"印发之日起{days}个工作日内"
    if share < 0.6 and before:
        return {"within": {"months": 3, "of": {"due": before}}}, "前项完成后3个月内"
    if share < 0.68:
        rule = chance.choice(list(RULES))
        return {"every": {"rule": rule}}, RULES[rule]
    return _soft(chance, signed, share)


def _soft(chance: Chance, signed: dt.date, share: float) -> tuple[dict[str, Any] | None, str]:
    """A time that binds less, or none."""
    if share < 0.74:
        year = signed.year + chance.choice((1, 2, 3))
        return {"by": str(year), "soft": True, "words": "原则上"}, f"原则上{year}年底前"
    if share < 0.8:
        return {"ongoing": True}, "长期坚持"
    if share < 0.84:
        return {"asap": True}, "尽快"
    return None, ""
