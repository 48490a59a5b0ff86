"""Labels as one name: 4.1(a), 二（三）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise


def name(path: Sequence[str]) -> str:
    """The labels of a path as one name; what a label says again is left out: 4.1(a), not 4.4.1(a)."""
    kept = list(path)
    for index, (above, below) in reversed(list(enumerate(pairwise(path)))):
        if below.startswith(f"{above}.") or re.fullmatch("第.+条", below):
            del kept[: index + 1]
            break
    parts = [*kept[:1], *(f".{b}" if a[-1].isalnum() and b[0].isalnum() else b for a, b in pairwise(kept))]
    return "".join(parts)
