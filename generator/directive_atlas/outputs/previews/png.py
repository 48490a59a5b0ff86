"""Pictures of flat areas as PNG (ISO/IEC 15948): the same picture is the same bytes on any machine.

What a compression library writes differs with its version, so the runs are written here, with the fixed codes
of DEFLATE (RFC 1951, section 3.2.6): a byte, and how often it is repeated.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, islice

Colour = tuple[int, int, int]
_Code = tuple[int, int]
"""A number, and how many of its bits count."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LONGEST = 258
"""The longest run that one code can repeat."""
_SHORTEST = 3
_LENGTHS = ((3, 0), (11, 1), (19, 2), (35, 3), (67, 4), (131, 5), (258, 0))
"""From which length on a code has so many bits of its own (RFC 1951, 3.2.5)."""
_DEPTH = 4
"""Bits for a pixel: up to 16 colours."""


@dataclass(slots=True)
class Canvas:
    """A picture being drawn: pixels are numbers of colours; it begins with the first colour everywhere."""

    width: int
    height: int
    colours: Sequence[Colour]
    _rows: list[bytearray] = field(init=False)

    def __post_init__(self) -> None:
        """Fill it; its width is even, so that pixels fill whole bytes."""
        self._rows = [bytearray(self.width) for _ in range(self.height)]

    def fill(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        """Paint an area, as far as it is in the picture."""
        start, end = max(left, 0), max(min(left + width, self.width), 0)
        for row in self._rows[max(top, 0) : max(top + height, 0)]:
            row[start:end] = bytes([colour]) * max(end - start, 0)

    def png(self) -> bytes:
        """The file."""
        sizes = self.width.to_bytes(4) + self.height.to_bytes(4)
        palette = bytes(part for colour in self.colours for part in colour)
        parts = (
            b"IHDR" + sizes + bytes([_DEPTH, 3, 0, 0, 0]),
            b"PLTE" + palette,
            b"IDAT" + _compressed(list(_filtered(self._rows))),
            b"IEND",
        )
        return _SIGNATURE + b"".join(map(_chunk, parts))


def _chunk(content: bytes) -> bytes:
    return (len(content) - 4).to_bytes(4) + content + zlib.crc32(content).to_bytes(4)


def _filtered(rows: Sequence[bytearray]) -> Iterator[bytes]:
    """Each row as its difference to the one above it (filter 2): zeros where nothing changes."""
    above = bytes(len(rows[0]) // 2)
    for row, same in groupby(rows):
        high, low = (int.from_bytes(row[start::2]) for start in (0, 1))
        packed = (high << _DEPTH | low).to_bytes(len(above))
        yield b"\x02" + bytes((here - before) & 255 for here, before in zip(packed, above, strict=True))
        yield from (b"\x02" + bytes(len(packed)) for _ in islice(same, 1, None))
        above = packed


def _compressed(rows: Sequence[bytes]) -> bytes:
    """A zlib stream of one block with fixed codes."""
    bits = _Bits()
    bits.add((0b011, 3))  # the last block, with fixed codes
    for row in rows:
        bits.add(_row(row))
    bits.add(_turned(0, 7))  # the end of the block
    return b"\x78\x01" + bits.content() + zlib.adler32(b"".join(rows)).to_bytes(4)


@lru_cache(maxsize=256)
def _row(row: bytes) -> _Code:
    """The codes of a row; most rows of pictures are alike."""
    bits, length = 0, 0
    for run in re.finditer(rb"(.)\1*", row, re.DOTALL):
        for code, count in _run(run[0][0], len(run[0])):
            bits |= code << length
            length += count
    return bits, length


def _run(value: int, count: int) -> Iterator[_Code]:
    """A byte, then how often it comes again."""
    yield _byte(value)
    count -= 1
    while count >= _SHORTEST:
        length = min(count, _LONGEST)
        yield _length(length)
        count -= length
    yield from [_byte(value)] * count


@cache
def _byte(value: int) -> _Code:
    return _turned(0x30 + value, 8) if value < 144 else _turned(0x190 + value - 144, 9)


@cache
def _length(length: int) -> _Code:
    """The code of a length with its extra bits, and the distance of one byte, which is five zeros."""
    symbol, first, extra = _symbol(length)
    code, count = _turned(symbol - 256, 7) if symbol < 280 else _turned(0xC0 + symbol - 280, 8)
    return code | (length - first) << count, count + extra + 5


def _turned(value: int, count: int) -> _Code:
    """A code of so many bits, which is sent from its highest one."""
    return int(f"{value:0{count}b}"[::-1], 2), count


def _symbol(length: int) -> tuple[int, int, int]:
    """The symbol of a length, the first length of that symbol, and the number of its extra bits."""
    if length == _LONGEST:
        return 285, _LONGEST, 0
    group = max(place for place, (first, _) in enumerate(_LENGTHS) if first <= length)
    first, extra = _LENGTHS[group]
    steps = (length - first) >> extra
    before = 8 + 4 * (group - 1) if group else 0
    return 257 + before + steps, first + (steps << extra), extra


@dataclass(slots=True)
class _Bits:
    """Bits in the order of DEFLATE, from the lowest of each number."""

    _done: bytearray = field(default_factory=bytearray)
    _open: int = 0
    _count: int = 0

    def add(self, code: _Code) -> None:
        value, count = code
        self._open |= value << self._count
        self._count += count
        whole = self._count // 8
        self._done += (self._open & (1 << 8 * whole) - 1).to_bytes(whole, "little")
        self._open >>= 8 * whole
        self._count %= 8

    def content(self) -> bytes:
        return bytes(self._done) + (bytes([self._open]) if self._count else b"")
