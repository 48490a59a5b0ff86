"""Problems as text, JSON and GitHub annotations, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from directive_atlas.problems.model import Problem


def order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line, column and code, each once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.place, p.kind.code, p.message))


def as_text(problems: Iterable[Problem]) -> str:
    """One problem as two lines: what is wrong, then the hint."""
    return "".join(f"{p.place}: {p.kind.code}: {p.message}\n  hint: {p.hint}\n" for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array with one object per problem."""
    rows = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "code": p.kind.code,
            "severity": p.kind.severity.value,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub workflow commands, which show each problem at its line of a pull request."""
    return "".join(
        f"::{p.kind.severity.value} file={_github_property(p.place.file)},line={p.place.line},"
        f"col={p.place.column},title={p.kind.code}::{_github_data(f'{p.message} ({p.hint})')}\n"
        for p in problems
    )


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


RENDERERS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""The output formats of ``directives check --format``."""
