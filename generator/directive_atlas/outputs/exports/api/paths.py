"""Where each file is, in the folder of the version."""

from __future__ import annotations

ROOT = "api/v1"
"""The folder of the version below the root of the site."""

START = "index.json"
WORDS = "words.json"
OPENAPI = "openapi.json"
GONE = "gone.json"


def record(kind: str, record_id: str) -> str:
    """A whole record; of a task, ``record_id`` is its key."""
    return f"{kind}/{record_id}.json"


def records(kind: str) -> str:
    """The list of the records of a kind."""
    return f"{kind}.json"


def schema(model: str) -> str:
    """The JSON Schema of a file."""
    return f"schema/{model.lower()}.json"


def index(by: str, of: str, number: int = 1) -> str:
    """The tasks of a body, topic, month or status; ``number`` counts its files from 1."""
    return f"by/{by}/{of}.json" if number == 1 else f"by/{by}/{of}.{number}.json"


def changes(month: str, number: int = 1) -> str:
    """What changed in a month; ``number`` counts its files from 1."""
    return f"changes/{month}.json" if number == 1 else f"changes/{month}.{number}.json"
