"""The sizes by name: how many directives each library has."""

from __future__ import annotations

from collections.abc import Mapping

SIZES: Mapping[str, int] = {"d100": 11, "d1k": 111, "d2k5": 278, "d10k": 1_111, "d50k": 5_555}
"""About the number of pages of tasks and directives in each language; nine pages a directive."""
