"""A record's text changed at one place, as a person would change it: all else stays as it is.

Comments, order, quotation marks, brackets and indentation are those of the text; only what is new is written
in the usual way (``lean.values``). Each change gives a new text. A text that is written so unusually that a
change would not give what was asked for is not changed at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

import yaml

from directive_atlas.lean.spans import Path, Step, UneditableError, node_at, plain, read_nodes
from directive_atlas.lean.splicing import (
    Value,
    column_of,
    inserted,
    into_flow,
    lines_of,
    place_of_key,
    removed,
    replaced,
    with_item,
    with_key,
)
from directive_atlas.lean.values import entry, inline

__all__ = ["UneditableError", "lines_at", "moved", "with_entry", "with_lines", "with_value", "without"]


def with_value(text: str, path: Path, value: Value) -> str:
    """The text with a value at a path, whose block must be there; only what differs is written.

    Raises:
        KeyError: there is no such block.
        UneditableError: it cannot be changed here.

    """
    wanted = _assigned(plain(read_nodes(text)), path, value)
    return _checked(_set(text, path, value), wanted)


def without(text: str, path: Path) -> str:
    """The text without a key or an entry; a list that becomes empty goes with it.

    Raises:
        KeyError: there is no such value.
        UneditableError: it cannot be changed here.

    """
    node_at(read_nodes(text), path)
    while (
        len(path) > 1 and isinstance(path[-1], int) and len(node_at(read_nodes(text), path[:-1]).parts) == 1
    ):
        path = path[:-1]
    return _checked(removed(text, path), _dropped(plain(read_nodes(text)), path))


def with_entry(text: str, path: Path, index: int, value: Value) -> str:
    """The text with one more entry in the list at a path, before the one that has the index now.

    Raises:
        KeyError: the block that is to have the list is not there.
        UneditableError: it cannot be changed here.

    """
    above = plain(node_at(read_nodes(text), path[:-1]))
    own = list(_get(above, path[-1], []))
    own.insert(index, value)
    wanted = _assigned(plain(read_nodes(text)), path, own)
    if len(own) == 1:
        return _checked(_set(text, path, own), wanted)
    return _checked(inserted(text, path, min(index, len(own) - 1), value), wanted)


def moved(text: str, path: Path, to: Path, index: int) -> str:
    """The text with an entry of a list taken to another list, with its remarks and as it was written.

    ``to`` is the path of the list now, ``index`` the place of the entry there once it has left its own.

    Raises:
        KeyError: there is no such entry, or no block for the list.
        UneditableError: it cannot be changed here.

    """
    root = read_nodes(text)
    above, value = node_at(root, path[:-1]), plain(node_at(root, path))
    rest, to = without(text, path), _shifted(to, path)
    changed = with_entry(rest, to, index, value)
    if above.is_flow or node_at(read_nodes(changed), to).is_flow:
        return changed
    lines = lines_of(text, above, above.index(path[-1]))
    there = node_at(read_nodes(rest), to[:-1])
    if to[-1] in dict(there.steps):
        own = node_at(read_nodes(rest), to)
        return _checked(with_item(rest, own, min(index, len(own.parts)), lines), plain(read_nodes(changed)))
    key = str(to[-1])
    indented = [f"{key}:", *(f"  {line}" for line in lines)]
    return _checked(with_key(rest, there, key, indented), plain(read_nodes(changed)))


def lines_at(text: str, path: Path) -> str:
    """A block or list as it is written, from the beginning of a line on; all of the text at the empty path.

    Raises:
        KeyError: there is no such value.

    """
    if not path:
        return text
    node = node_at(read_nodes(text), path)
    column = column_of(text, node.start)
    first, *rest = text[node.start : node.end].splitlines()
    dedented = (line[min(column, len(line) - len(line.lstrip(" "))) :] for line in rest)
    return "\n".join((first, *dedented))


def with_lines(text: str, path: Path, lines: str) -> str:
    """The text with a block or list as somebody has written it, in place of the one at a path.

    Raises:
        KeyError: there is no such value.
        UneditableError: the lines are no value, or cannot stand there.

    """
    if not path:
        return lines
    wanted = _assigned(plain(read_nodes(text)), path, _checked_value(lines))
    node = node_at(read_nodes(text), path)
    space = " " * column_of(text, node.start)
    first, *rest = lines.rstrip().splitlines()
    written = "\n".join((first, *(f"{space}{line}" if line.strip() else "" for line in rest)))
    return _checked(text[: node.start] + written + text[node.end :], wanted)


def _checked_value(lines: str) -> Value:
    try:
        return plain(read_nodes(lines))
    except (yaml.YAMLError, StopIteration, IndexError):
        raise UneditableError from None


def _shifted(path: Path, gone: Path) -> Path:
    """A path once the entry at another one has left its list."""
    depth, last = len(gone) - 1, gone[-1]
    here = path[depth] if len(path) > depth and path[:depth] == gone[:depth] else None
    if isinstance(here, int) and isinstance(last, int) and here > last:
        return (*path[:depth], here - 1, *path[depth + 1 :])
    return path


def _get(value: Any, step: Step, default: Value) -> Value:
    return value.get(step, default) if isinstance(value, dict) else value[step]


def _checked(text: str, wanted: object) -> str:
    """The text, if it says what was asked for.

    Raises:
        UneditableError: it does not.

    """
    try:
        if plain(read_nodes(text)) == wanted:
            return text
    except (yaml.YAMLError, StopIteration, IndexError):
        raise UneditableError from None
    raise UneditableError


def _assigned(root: Any, path: Path, value: Value) -> Any:
    """A copy of a value with another one at a path."""
    if not path:
        return value
    step, *rest = path
    if isinstance(root, dict):
        own = root.get(str(step), {}) if rest else None
        if rest and step not in root:
            raise KeyError(step)
        return {**root, str(step): _assigned(own, tuple(rest), value)}
    if not isinstance(root, list) or not isinstance(step, int) or not 0 <= step < len(root):
        raise KeyError(step)
    return [*root[:step], _assigned(root[step], tuple(rest), value), *root[step + 1 :]]


def _dropped(root: Any, path: Path) -> Any:
    """A copy of a value without the part at a path."""
    step, *rest = path
    if isinstance(root, dict):
        kept = {key: each for key, each in root.items() if key != step}
        return {**root, str(step): _dropped(root[step], tuple(rest))} if rest else kept
    inner = [_dropped(root[int(step)], tuple(rest))] if rest else []
    return [*root[: int(step)], *inner, *root[int(step) + 1 :]]


def _set(text: str, path: Path, value: Value) -> str:
    """As ``with_value``, step by step."""
    above = node_at(read_nodes(text), path[:-1])
    key = str(path[-1])
    if above.keys is not None and key not in dict(above.steps):
        if above.is_flow:
            return into_flow(
                text, above, place_of_key(above, key), f"{key}: {inline(value, key, in_flow=True)}"
            )
        return with_key(text, above, key, list(entry(key, value, column_of(text, above.start))))
    old = node_at(read_nodes(text), path)
    before = plain(old)
    if before == value:
        return text
    if isinstance(before, dict) and isinstance(value, Mapping) and before and value:
        return _merged(text, path, before, value)
    if isinstance(before, list) and isinstance(value, list) and before and value:
        return _matched(text, path, before, value)
    return replaced(text, path, value)


def _merged(text: str, path: Path, before: Mapping[str, Value], value: Mapping[str, Value]) -> str:
    """A block of keys changed key by key: new ones first, so that it never becomes empty."""
    for key, each in value.items():
        text = _set(text, (*path, key), each)
    for key in before:
        if key not in value:
            text = removed(text, (*path, key))
    return text


def _matched(text: str, path: Path, before: list[Value], value: list[Value]) -> str:
    """A list changed entry by entry, from its end, so that the numbers before stay right."""
    matcher = SequenceMatcher(None, [repr(each) for each in before], [repr(each) for each in value], False)
    for tag, a, b, c, d in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        both = min(b - a, d - c)
        for index in reversed(range(c + both, d)):
            text = inserted(text, path, a + both, value[index])
        for index in reversed(range(a + both, b)):
            text = removed(text, (*path, index))
        for index in range(both):
            text = _set(text, (*path, a + index), value[c + index])
    return text
