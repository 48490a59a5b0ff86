"""The interface words that scripts need, in one language: loaded by every page, so kept few."""

from __future__ import annotations

from generator.pages.catalogue import catalogue
from generator.pages.labels import N_

_WORDS: dict[str, str] = {
    "search.open": N_("Search"),
    "table.filter": N_("Filter this table"),
    "table.count": N_("{count} of {total} rows"),
}
"""By the name that scripts use; values in braces are filled in by the script."""


def words(language: str) -> dict[str, str]:
    """The words of one language by name."""
    known = catalogue(language)
    return {name: known.gettext(message) for name, message in _WORDS.items()}
