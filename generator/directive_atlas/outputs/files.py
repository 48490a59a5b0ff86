"""The files of a run: paths, contents, and the record that each was made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from directive_atlas.outputs.spool import Spool
from directive_atlas.outputs.trace import Trace
from directive_atlas.problems import Place, Problem, problem

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class File:
    """A file below ``docs/``; ``place`` is the record that it was made from, for messages.

    A page has a ``trace`` of all that it was made from, if the next run is to know.
    """

    path: str
    content: bytes
    place: Place
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """Files to write below ``docs/``: path to bytes; ``places`` has the record that each was made from.

    ``traces`` has what each page was made from, if the next run is to know.
    """

    files: Mapping[str, bytes]
    places: Mapping[str, Place]
    traces: Mapping[str, Trace] = field(default_factory=dict)


def gathered(files: Iterable[File]) -> tuple[Output, list[Problem]]:
    """All files by path; E305 if two of them have the same address, ignoring upper and lower case.

    If two records clash in every language, that is one problem.
    """
    contents, places, traces = Spool(), dict[str, Place](), dict[str, Trace]()
    first: dict[str, Place] = {}
    clashes: dict[tuple[Place, Place], Problem] = {}
    for file in files:
        folded = file.path.lower()
        if folded in first:
            found = problem("E305", file.place, address=file.path, first=first[folded])
            clashes.setdefault((file.place, first[folded]), found)
            continue
        first[folded] = places[file.path] = file.place
        contents.put(file.path, file.content)
        if file.trace:
            traces[file.path] = file.trace
    return Output(contents, places, traces), list(clashes.values())


def script_json(data: Any, *, in_ascii: bool = False) -> str:
    """JSON without spaces that is safe inside a script: no ``<``, no line separators of JavaScript.

    Direction-changing characters are dropped, as in pages (``markup.escape``).
    """
    text = _DIRECTIONS.sub("", json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _NOT_ASCII.sub(lambda match: json.dumps(match[0])[1:-1], text) if in_ascii else text
