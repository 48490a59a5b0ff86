"""Waiting for something to be so, on a machine of any speed."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], bool], seconds: float = 300) -> None:
    """Look again and again until a condition holds.

    Raises:
        TimeoutError: it does not hold after so many seconds, many more than any machine needs.

    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"still waiting after {seconds} seconds")
        time.sleep(0.1)
