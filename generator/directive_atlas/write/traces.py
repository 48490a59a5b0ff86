"""The record of what pages were made from, which is kept from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directive_atlas.filesystem import Descent, NotPlainError
from directive_atlas.kept import read_kept, write_kept
from directive_atlas.outputs.pages.tracing import Former
from directive_atlas.outputs.trace import Name, Trace
from directive_atlas.problems import Wording
from directive_atlas.write.manifest import Known, digest, may_be_ours

RECORD = ".cache/pages.json"
"""Its name below the folder of the site; git ignores it."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class _Present:
    """The pages as the last run made them; what somebody changed since is not one of them."""

    docs: Descent
    digests: Known

    def read(self, path: str) -> bytes | None:
        """The content of a file, if it has the digest that it had and is below the docs."""
        if not may_be_ours(path):
            return None
        try:
            found = self.docs.read(path)
        except NotPlainError:
            return None
        return found.content if found and digest(found.content) == self.digests.get(path) else None


def read_traces(site: Path, docs: Descent, program: str, data: str) -> tuple[Former, Wording | None]:
    """What the last run made from what, and why that is not known, if it should be.

    ``program`` and ``data`` are the fingerprints of this run.

    Raises:
        OSError: a page cannot be read.
    """
    kept, why = read_kept(site, RECORD, _FORMAT, _understood)
    if kept is None:
        return Former(program, data), why
    traces, digests = kept
    return Former(program, data, traces, _Present(docs, digests).read), None


def write_traces(site: Path, traces: Mapping[str, Trace], digests: Known) -> Wording | None:
    """Keep the traces of pages with the digests of their files; why that cannot be, if so."""
    reads = _Numbers(read for trace in traces.values() for read in trace.reads)
    paths = _Numbers(path for trace in traces.values() for path in trace.linked)
    content = {
        "reads": [(*name, own) for name, own in reads],
        "paths": list(paths),
        "pages": [
            (trace.page, reads.of(trace.reads), paths.of(trace.linked), trace.linking, trace.files)
            for trace in traces.values()
        ],
        "files": {path: digests[path] for trace in traces.values() for path in trace.files},
    }
    return write_kept(site, RECORD, _FORMAT, content)


class _Numbers(dict[Any, int]):
    """Values in the order in which they first came, by number: pages share most of them."""

    def __init__(self, values: Iterable[Any]) -> None:
        super().__init__()
        for value in values:
            self.setdefault(value, len(self))

    def of(self, values: Iterable[Any]) -> list[int]:
        """The numbers of some of them, in order: sets have none of their own."""
        return sorted(self[value] for value in values)


def _understood(kept: Mapping[str, Any]) -> tuple[dict[str, Trace], Known]:
    """The traces of pages, and the digests of their files."""
    return dict(_traces(kept)), {str(path): str(own) for path, own in kept["files"].items()}


def _traces(kept: Mapping[str, Any]) -> Iterable[tuple[str, Trace]]:
    reads = [_read(*each) for each in kept["reads"]]
    paths = [str(path) for path in kept["paths"]]
    for page, read, linked, linking, files in kept["pages"]:
        found = tuple(reads[number] for number in read)
        to = tuple(paths[number] for number in linked)
        yield files[0], Trace(str(page), found, to, str(linking), tuple(map(str, files)))


def _read(mapping: str, key: str | Sequence[str], own: str) -> tuple[Name, str]:
    """What was read, with its fingerprint; a key of several parts is a list in JSON."""
    return (str(mapping), key if isinstance(key, str) else tuple(map(str, key))), str(own)
