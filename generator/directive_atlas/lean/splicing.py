"""Single changes of a YAML text at its nodes: an entry put in, taken out, or written in place of another."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from directive_atlas.lean.spans import Node, Path, node_at, read_nodes
from directive_atlas.lean.values import WIDTH, block, entry, inline, item, rank

Value = Any
"""Texts, lists and blocks of keys; numbers, dates, true and false are texts, too."""


def column_of(text: str, offset: int) -> int:
    """How many characters stand before one in its line."""
    return offset - (text.rfind("\n", 0, offset) + 1)


def _line_end(text: str, offset: int) -> int:
    """The end of a line, behind its line break."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _break(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _laid(text: str, lines: Sequence[str], column: int) -> str:
    """Lines of YAML from a column on, each with its end."""
    return "".join(f"{' ' * column}{line}{_break(text)}" for line in lines)


def _ended(text: str, offset: int) -> str:
    """A line break where the line before an offset has none: at the end of a file."""
    return "" if not offset or text[offset - 1] == "\n" else _break(text)


def place_of_key(above: Node, key: str) -> int:
    """Where a new key goes: behind those that usually stand before it."""
    keys = above.keys or ()
    return max((at for at, own in enumerate(keys, 1) if rank(own.text or "") <= rank(key)), default=0)


def with_key(text: str, above: Node, key: str, lines: Sequence[str]) -> str:
    """The lines of a key put into a block of keys."""
    place, column = place_of_key(above, key), column_of(text, above.start)
    if place == 0:
        start = above.start
        return text[:start] + _laid(text, lines, column)[column:] + " " * column + text[start:]
    start = _line_end(text, above.parts[place - 1].end)
    return text[:start] + _ended(text, start) + _laid(text, lines, column) + text[start:]


def into_flow(text: str, above: Node, place: int, written: str) -> str:
    """An entry added in brackets."""
    starts = [each.start for each in (above.parts if above.keys is None else above.keys)]
    if not starts:
        return f"{text[: above.start + 1]}{written}{text[above.end - 1 :]}"
    if place < len(starts):
        return f"{text[: starts[place]]}{written}, {text[starts[place] :]}"
    end = above.parts[-1].end
    return f"{text[:end]}, {written}{text[end:]}"


def _dash(text: str, above: Node, index: int) -> int:
    """Where the dash of an entry of a list stands."""
    column, offset = column_of(text, above.start), above.parts[index].start
    while True:
        start = text.rfind("\n", 0, offset) + 1
        if start + column < len(text) and text[start + column] == "-" and start + column < offset:
            return start + column
        if start <= above.start:
            return above.start
        offset = start - 1


def inserted(text: str, path: Path, index: int, value: Value) -> str:
    """One more entry in a list that has some."""
    above = node_at(read_nodes(text), path)
    if above.is_flow:
        return into_flow(text, above, index, inline(value, _key(path), in_flow=True))
    return with_item(text, above, index, list(item(value, _key(path), column_of(text, above.start))))


def with_item(text: str, above: Node, index: int, lines: Sequence[str]) -> str:
    """The lines of an entry put into a list that has lines of its own."""
    column = column_of(text, above.start)
    if index == 0:
        start = above.start
        return text[:start] + _laid(text, lines, column)[column:] + " " * column + text[start:]
    start = _line_end(text, above.parts[index - 1].end)
    return text[:start] + _ended(text, start) + _laid(text, lines, column) + text[start:]


def removed(text: str, path: Path) -> str:
    """A key or an entry taken out, with its lines."""
    above = node_at(read_nodes(text), path[:-1])
    place = above.index(path[-1])
    if len(above.parts) == 1:
        return replaced(text, path[:-1], {} if above.keys is not None else [])
    if above.is_flow:
        return _out_of_flow(text, above, place)
    start = above.keys[place].start if above.keys is not None else _dash(text, above, place)
    end = _line_end(text, above.parts[place].end)
    line = start - column_of(text, start)
    if not text[line:start].strip():
        return text[:line] + text[end:]
    end += len(text[end:]) - len(text[end:].lstrip())  # it shares its line with the dash of its block
    return text[:start] + text[end:]


def _out_of_flow(text: str, above: Node, place: int) -> str:
    starts = [each.start for each in (above.parts if above.keys is None else above.keys)]
    if place + 1 < len(starts):
        return text[: starts[place]] + text[starts[place + 1] :]
    return text[: above.parts[place - 1].end] + text[above.parts[place].end :]


def replaced(text: str, path: Path, value: Value) -> str:
    """One value written in place of another."""
    root = read_nodes(text)
    above, old = node_at(root, path[:-1]), node_at(root, path)
    key = _key(path)
    start = _value_start(text, above, above.index(path[-1])) if old.is_block else old.start
    remarks = text[start : old.start].rstrip()
    lines = [] if above.is_flow else _on_lines(key, value, column_of(text, old.start))
    if not lines:
        short = _kept_style(text, old, above, inline(value, key, in_flow=above.is_flow, style=old.style))
        return f"{text[:start]}{' ' * old.is_block}{short}{remarks}{text[old.end :]}"
    column = column_of(text, above.start) + 2
    if isinstance(path[-1], int):
        written = _laid(text, lines, column)[column:].removesuffix(_break(text))
        return f"{text[:start]}{' ' * old.is_block}{written}{remarks}{text[old.end :]}"
    rest = text[old.end : _line_end(text, old.end)].rstrip()  # a remark at the end of the line stays there
    head = text[:start].rstrip(" ") + remarks + rest + _break(text)
    return head + _laid(text, lines, column) + text[_line_end(text, old.end) :]


def _key(path: Path) -> str:
    """The key under which a value stands, or the list that it is in."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _value_start(text: str, above: Node, place: int) -> int:
    """Behind the colon or the dash that a value stands behind."""
    if above.keys is None:
        return _dash(text, above, place) + 1
    return text.index(":", above.keys[place].end) + 1


def _kept_style(text: str, old: Node, above: Node, short: str) -> str:
    """A long text folded over several lines, if the one before was."""
    if old.style != ">" or len(short) < WIDTH or above.is_flow or short[0] in "\"'":
        return short
    column = column_of(text, above.start) + 2
    lines = wrap(short, WIDTH - 10 - column, break_long_words=False, break_on_hyphens=False)
    return ">-" + _break(text) + _laid(text, lines, column).removesuffix(_break(text))


def _on_lines(key: str, value: Value, column: int) -> list[str]:
    """The lines of a value that does not fit into one; none if it does."""
    if isinstance(value, str) or len(list(entry(key, value, max(0, column - len(key) - 2)))) == 1:
        return []
    return list(block(value, key))


def lines_of(text: str, above: Node, index: int) -> list[str]:
    """An entry of a list as it is written, without what stands before its dash."""
    start, column = _dash(text, above, index), column_of(text, above.start)
    lines = text[start : _line_end(text, above.parts[index].end)].splitlines()
    return [lines[0], *(line[min(column, len(line) - len(line.lstrip(" "))) :] for line in lines[1:])]
