"""The lines of a calendar file, as RFC 5545 (section 3.1) has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LONGEST = 74
"""Bytes of a line without its end; the space before a line that goes on is one more."""
_FOLD = b"\r\n "


def text(value: str) -> str:
    """A text as the value of a property; no text ends its line."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\n", "\\n")


def lines(properties: Iterable[tuple[str, str]]) -> bytes:
    """Properties and their values, a line each; one that is too long goes on in the next."""
    return b"".join(_FOLD.join(_pieces(f"{name}:{value}".encode())) + b"\r\n" for name, value in properties)


def _pieces(line: bytes) -> Iterator[bytes]:
    """Never within a character, nor between a backslash and what it escapes."""
    start, end = 0, _LONGEST
    while end < len(line):
        while line[end] & 0xC0 == 0x80:
            end -= 1
        end -= line[end - 1] in b"\\^"
        yield line[start:end]
        start, end = end, end + _LONGEST
    yield line[start:]
