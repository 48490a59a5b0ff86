"""Fingerprints of values: two that are alike have the same one, and so have their pages."""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b
from typing import Any

from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.model import Actor, Directive, Report, Task, Term, Topic
from directive_atlas.views.timeline.items import Item

_RECORDS = frozenset({Directive, Task, Actor, Topic, Term, Report, Event, Item})
"""What other values have in them again and again: each is looked at once."""


class Fingerprints:
    """Fingerprints of plain values: records, views, and what they consist of.

    They are made from what Python pickles; nothing is ever unpickled.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[int, tuple[object, str]] = {}  # with the record, so that no other gets its number

    def of(self, value: object) -> str:
        """The fingerprint of a value."""
        known = self._known.get(id(value))
        if known:
            return known[1]
        content = io.BytesIO()
        _Pickler(content, self, value).dump(value)
        found = blake2b(content.getbuffer(), digest_size=12).hexdigest()
        if type(value) in _RECORDS:
            self._known[id(value)] = value, found
        return found


class _Pickler(pickle.Pickler):
    """Writes the fingerprints of records in place of them, and sets in order."""

    def __init__(self, content: io.BytesIO, fingerprints: Fingerprints, root: object) -> None:
        super().__init__(content, protocol=5)
        self.fast = True  # what is the same object twice is written as two that are alike
        self._fingerprints, self._root = fingerprints, root

    def persistent_id(self, value: Any) -> Any:
        kind = type(value)
        if kind in _RECORDS and value is not self._root:
            return self._fingerprints.of(value)
        if kind is frozenset or kind is set:
            return sorted(map(self._fingerprints.of, value))
        return None
