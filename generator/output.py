"""What a run writes: files by path, and the record that each was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.problems import Place


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
