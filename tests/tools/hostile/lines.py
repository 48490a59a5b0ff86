"""What may happen to the lines of a data folder: an edit, a slip, or an attack."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from tests.golden.base import BASE

ODD = (
    "", " ", "\t", "- ", ": ", "&a ", "*a", "!!python/name:os.system ", "<<: *a", "? ", "|", ">-", "{", "}",
    "[", "]", "'", '"', "#", "null", "~", "true", "1e999", "0x7fffffffffffffff", ".nan", "2020-02-30",
    "2020-Q5", "9999-12-31", "0000-01-01", "../../etc/passwd", "{{ 7 * 7 }}", "<script>", "=1+1", "\x00",
    "\ud800", "\u202e", "\ufeff", "\u2028", "a" * 3000, "id: river", "within: P1D of river", "every: P1W",
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(ODD), st.text(max_size=12))
Change = Callable[[list[str]], list[str]]
CHANGES: Mapping[str, Callable[[int, int, str], Change]] = {
    "drop": lambda one, _, __: lambda lines: _without(lines, one),
    "repeat": lambda one, _, __: lambda lines: lines + lines[one % (len(lines) or 1) :],
    "swap": lambda one, two, _: lambda lines: _swapped(lines, one, two),
    "insert": lambda one, two, piece: lambda lines: _with(lines, one, two, piece),
    "indent": lambda one, two, _: lambda lines: _with(lines, one, 0, " " * (two % 7)),
    "replace": lambda one, two, piece: lambda lines: _after_colon(lines, one, piece),
}
"""What may happen to the lines of a file, by two numbers and a piece of text."""


def _without(lines: list[str], line: int) -> list[str]:
    at = line % (len(lines) or 1)
    return lines[:at] + lines[at + 1 :]


def _swapped(lines: list[str], one: int, two: int) -> list[str]:
    if not lines:
        return lines
    first, second = one % len(lines), two % len(lines)
    changed = list(lines)
    changed[first], changed[second] = changed[second], changed[first]
    return changed


def _with(lines: list[str], line: int, column: int, piece: str) -> list[str]:
    if not lines:
        return [piece]
    at = line % len(lines)
    cut = column % (len(lines[at]) + 1)
    return [*lines[:at], lines[at][:cut] + piece + lines[at][cut:], *lines[at + 1 :]]


def _after_colon(lines: list[str], line: int, piece: str) -> list[str]:
    if not lines:
        return [piece]
    at = line % len(lines)
    key, colon, _ = lines[at].partition(":")
    return [*lines[:at], f"{key}{colon} {piece}", *lines[at + 1 :]]


Case = tuple[str, str, int, int, str]
"""A file, what happens to it, two numbers and a piece of text."""


def changes(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[Case]:
    """One change of a file of the data folder ``BASE``."""
    return st.tuples(
        st.sampled_from(sorted(name for name, text in BASE.items() if text)),
        st.sampled_from(sorted(CHANGES)),
        st.integers(0, 400),
        st.integers(0, 400),
        pieces,
    )


def changed(texts: Mapping[str, list[str]], case: Case) -> dict[str, list[str]]:
    """The lines of all files after a change."""
    name, change, one, two, piece = case
    return {**texts, name: CHANGES[change](one, two, piece)(texts[name])}


def as_bytes(lines: list[str]) -> bytes:
    """The content of a file."""
    return "\n".join(lines).encode("utf-8", "surrogatepass")
