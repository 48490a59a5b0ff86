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


def remembered(text: str | bytes) -> dict[str, Outcome]:
    """The outcomes in a file, by address; what is none of ours counts as not there."""
    try:
        entries = json.loads(text)
    except ValueError:
        return {}
    found: dict[str, Outcome] = {}
    for address, entry in entries.items() if isinstance(entries, dict) else ():
        if outcome := _read(entry):
            found[address] = outcome
    return found


def _read(entry: Any) -> Outcome | None:
    try:
        answered = entry.get("answered")
        return Outcome(
            Fate(entry["fate"]),
            dt.date.fromisoformat(entry["day"]),
            str(entry.get("why", "")),
            str(entry.get("target", "")),
            dt.date.fromisoformat(answered) if answered else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def as_file(outcomes: Mapping[str, Outcome]) -> bytes:
    """The file that ``remembered`` reads, the same bytes for the same outcomes."""
    entries = {address: _written(outcomes[address]) for address in sorted(outcomes)}
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()


def _written(outcome: Outcome) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(outcome).items() if value}
