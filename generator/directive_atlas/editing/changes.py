"""A change that the page asks for, made in the text of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from directive_atlas.lean.editing import UneditableError, moved, with_entry, with_lines, with_value, without
from directive_atlas.lean.spans import Path, node_at, read_nodes

Change = Mapping[str, Any]
"""What the page sends: ``do``, and what that needs; nothing of it has been looked at yet."""


class NoChangeError(ValueError):
    """The page asks for something that is no change of a record."""


def changed(text: str, change: object) -> str:
    """The text of a record after a change out of JSON.

    Raises:
        NoChangeError: it is none.
        UneditableError: the place is written in a way that only a person can change.

    """
    do = _CHANGES.get(str(change.get("do"))) if isinstance(change, dict) else None
    if not isinstance(change, dict) or do is None:
        raise NoChangeError
    try:
        return do(text, change)
    except UneditableError:
        raise
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise NoChangeError from error


def path_of(written: object) -> Path:
    """A path out of JSON.

    Raises:
        NoChangeError: it is none.

    """
    if not isinstance(written, list) or not all(type(step) in {str, int} for step in written):
        raise NoChangeError
    return tuple(written)


def _value(written: object) -> Any:
    """A value out of JSON: texts that are not empty, lists and blocks.

    Raises:
        NoChangeError: it has something else in it.

    """
    if isinstance(written, str):
        return written.strip()
    if isinstance(written, list):
        return [_value(each) for each in written]
    if isinstance(written, dict):
        return {key: _value(each) for key, each in written.items()}
    raise NoChangeError


def _set(text: str, change: Change) -> str:
    """A value put at a path; an empty one removes what is there."""
    path, value = path_of(change["path"]), _value(change["value"])
    if value in ("", [], {}):
        return _remove(text, change) if _is_there(text, path) else text
    for depth in range(1, len(path)):
        if not _is_there(text, path[:depth]) and isinstance(path[depth - 1], str):
            return with_value(text, path[:depth], _nested(path[depth:], value))
    return with_value(text, path, value)


def _nested(path: Path, value: Any) -> Any:
    for step in reversed(path):
        value = {step: value}
    return value


def _is_there(text: str, path: Path) -> bool:
    try:
        node_at(read_nodes(text), path)
    except (KeyError, IndexError):
        return False
    return True


def _add(text: str, change: Change) -> str:
    return with_entry(text, path_of(change["path"]), int(change["index"]), _value(change["value"]))


def _remove(text: str, change: Change) -> str:
    return without(text, path_of(change["path"]))


def _write(text: str, change: Change) -> str:
    """What somebody has written as YAML; a key that the data format lacks is named by the problems."""
    written = change["yaml"]
    if not isinstance(written, str):
        raise NoChangeError
    return with_lines(text, path_of(change["path"]), written)


def _move(text: str, change: Change) -> str:
    return moved(text, path_of(change["path"]), path_of(change["to"]), int(change["index"]))


_CHANGES: dict[str, Callable[[str, Change], str]] = {
    "set": _set,
    "add": _add,
    "remove": _remove,
    "move": _move,
    "write": _write,
}
