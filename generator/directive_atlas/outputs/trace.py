"""What a page was made from, as fingerprints: while they are the same, the page need not be made again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T", bound=Hashable)

Name = tuple[str, Any]
"""What is read of the records: a mapping of the corpus, such as ``links.owed``, and a key of it."""

EVERYTHING: Name = ("everything", "")
"""What a page reads that goes through all records: it depends on each of them."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a page was made from.

    ``page`` is the fingerprint of all that the page was before it was rendered, of the site and of this
    program; ``reads`` has those of what was read for it; ``linking`` is that of the pages that link to it.
    ``linked`` are the paths of the pages that it links to, ``files`` those of its own files: itself, then
    further pages of what links to it.
    """

    page: str
    reads: tuple[tuple[Name, str], ...]
    linked: tuple[str, ...]
    linking: str
    files: tuple[str, ...]


class Shared(dict[Any, Any]):
    """Equal values as one object: what thousands of pages read and link to would fill the memory."""

    def of(self, values: Iterable[T]) -> tuple[T, ...]:
        """The same values in their order."""
        return tuple(self.setdefault(value, value) for value in values)
