"""Long lists in runs: one for each page or file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def batched(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Runs of at most ``size`` items; one empty run when there are none."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [()]
