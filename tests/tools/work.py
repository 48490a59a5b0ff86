"""How much work a call is, in lines of Python that run: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


class TooMuchWorkError(Exception):
    """A call has run more lines than it may; also one that would never end comes here."""


def work(call: Callable[[], object], limit: int) -> int:
    """Run a call; gives how many lines of Python it ran.

    Raises:
        TooMuchWorkError: they are more than ``limit``.

    """
    lines = 0

    def count(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal lines
        lines += event == "line"
        if lines > limit:
            raise TooMuchWorkError(f"over {limit} lines")
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines
