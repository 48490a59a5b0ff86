"""What a run writes: files by path, and the record that each was made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from directive_atlas.problems import Place

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Output:
    """Files to write below ``docs/``: path to bytes; ``places`` tells what each was made from."""

    files: Mapping[str, bytes]
    places: Mapping[str, Place]


def joined(parts: Iterable[Output]) -> Output:
    """Several outputs as one; no path stands in two of them."""
    files, places = dict[str, bytes](), dict[str, Place]()
    for part in parts:
        files.update(part.files)
        places.update(part.places)
    return Output(files, places)


def script_json(data: Any) -> str:
    """JSON without spaces that is safe inside a script: no ``<``, no line separators of JavaScript.

    Characters that change the direction of what follows are dropped, as from pages (``markdown.escape``).
    """
    text = _DIRECTIONS.sub("", json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
