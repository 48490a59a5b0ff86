"""How many cases a property is tried with."""

from __future__ import annotations

import os

from hypothesis import settings


def examples(number: int) -> settings:
    """So many cases in ``make``, where each takes long, and ten times as many in ``make fuzz``."""
    return settings(max_examples=number * (10 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 1))
