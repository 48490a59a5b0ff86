"""The names of the parts of a plan: the same for the same record, in every language and every run."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5


@dataclass(frozen=True, slots=True)
class Names:
    """Makes names (UUID version 5) from the address of the site, or from one that belongs to nobody."""

    root: str

    def of(self, kind: str, record_id: str) -> str:
        """The name of a record, or of what a plan says of it: ``kind`` tells which."""
        return str(uuid5(NAMESPACE_URL, f"{self.root or 'https://directives.invalid/'}{kind}/{record_id}"))
