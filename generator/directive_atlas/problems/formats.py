"""Problems as text, JSON and GitHub annotations, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from directive_atlas.problems.model import Place, Problem
from directive_atlas.problems.translation import SOURCE, entry, translation
from directive_atlas.problems.wording import Translate, Wording, printable, say


def order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line, column and code, each once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.place, p.kind.code, p.message))


def as_text(problems: Iterable[Problem], language: str = SOURCE, *, guide: bool = True) -> str:
    """One problem as three lines: what is wrong, the hint, and where more is said.

    That is the address of its entry in the guide, unless the site has no ``guide``, and what prints it.
    """
    return "".join(_lines(problem, language, translation(language), guide) for problem in problems)


def _lines(problem: Problem, language: str, translate: Translate, guide: bool) -> str:
    hint = say("hint: {hint}", hint=problem.instead)
    first = f"{problem.place}: {problem.kind.code}: {problem.what.in_(translate)}"
    more = _more(problem.kind.code, language, guide)
    return f"{first}\n  {hint.in_(translate)}\n  {more.in_(translate)}\n"


def _more(code: str, language: str, guide: bool) -> Wording:
    if not guide:
        return say("more: directives explain {code}", code=code)
    return say(
        "guide: {address}, or run: directives explain {code}", address=entry(code, language), code=code
    )


def as_json(problems: Iterable[Problem], language: str = SOURCE) -> str:
    """A JSON array with one object per problem."""
    translate = translation(language)
    rows = [
        {
            "file": printable(p.place.file),
            "line": p.place.line,
            "column": p.place.column,
            "code": p.kind.code,
            "severity": p.kind.severity.value,
            "message": p.what.in_(translate),
            "hint": p.instead.in_(translate),
            "language": language,
            "guide": entry(p.kind.code, language),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem], language: str = SOURCE) -> str:
    """GitHub workflow commands, which show each problem at its line of a pull request."""
    translate = translation(language)
    return "".join(
        github_line(p.kind.severity.value, p.place, p.kind.code, _sentence(p).in_(translate))
        for p in problems
    )


def github_line(level: str, place: Place, title: str, text: str) -> str:
    """A workflow command that shows a text at its place; ``level`` is notice, warning or error."""
    where = f"file={_github_property(printable(place.file))},line={place.line},col={place.column}"
    return f"::{level} {where},title={_github_property(title)}::{_github_data(text)}\n"


def _sentence(problem: Problem) -> Wording:
    return say("{message} ({hint})", message=problem.what, hint=problem.instead)


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


RENDERERS: dict[str, Callable[[Iterable[Problem], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""The output formats of ``directives check --format``."""
