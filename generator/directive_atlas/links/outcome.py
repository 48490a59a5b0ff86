"""What came of asking for a page, and the file that remembers it until another day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Fate(StrEnum):
    """Whether a page is there, is elsewhere for good, is gone, or did not answer."""

    THERE = "there"
    MOVED = "moved"
    GONE = "gone"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of a page on a day: ``why`` is what was answered, ``target`` to where it moved.

    ``answered`` is the last day on which it was there, if that is known.
    """

    fate: Fate
    day: dt.date
    why: str = ""
    target: str = ""
    answered: dt.date | None = None

    @property
    def is_good(self) -> bool:
        """Whether there was a page."""
        return self.fate in (Fate.THERE, Fate.MOVED)


def remembered(text: str | bytes) -> tuple[dict[str, Outcome], bool]:
    """The outcomes in a file, by address, and whether all that is in it is ours; the rest is left out."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return {}, False
    if not isinstance(entries, dict):
        return {}, False
    found = {address: _read(entry) for address, entry in entries.items()}
    ours = {address: outcome for address, outcome in found.items() if outcome}
    return ours, len(ours) == len(found)


def _read(entry: Any) -> Outcome | None:
    """The outcome that an entry tells; none if no run has written it."""
    try:
        answered = entry.get("answered")
        return Outcome(
            Fate(entry["fate"]),
            dt.date.fromisoformat(entry["day"]),
            _text(entry.get("why", "")),
            _text(entry.get("target", "")),
            dt.date.fromisoformat(answered) if answered else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _text(value: str) -> str:
    """A text that a file can hold: half of a surrogate pair is none."""
    value.encode()
    return value


def as_file(outcomes: Mapping[str, Outcome]) -> bytes:
    """The file that ``remembered`` reads, the same bytes for the same outcomes."""
    entries = {address: _written(outcomes[address]) for address in sorted(outcomes)}
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()


def _written(outcome: Outcome) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(outcome).items() if value}
