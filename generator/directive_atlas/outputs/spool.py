"""Bytes put aside until they are written: few in memory, more in a file without a name.

A large site is several times as big as all that is known while it is made; so its pages wait on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile

ROOM = 1 << 25
"""How many bytes stay in memory: those of a usual site."""


class Spool(Mapping[str, bytes]):
    """Contents by name, each put in once; only where they are stays in memory.

    Raises:
        OSError: the disk takes no more.
    """

    def __init__(self, room: int = ROOM) -> None:
        """Put the first ``room`` bytes into memory."""
        self._file = SpooledTemporaryFile(room)  # noqa: SIM115 (it lives as long as this object)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, name: str, content: bytes) -> None:
        """Put a content in."""
        self._file.seek(self._end)
        self._file.write(content)
        self._places[name] = self._end, len(content)
        self._end += len(content)

    def __getitem__(self, name: str) -> bytes:
        """The content of this name."""
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length)

    def __contains__(self, name: object) -> bool:
        """Whether there is one, without reading it."""
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """The names in the order in which they came."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)
