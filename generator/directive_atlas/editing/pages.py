"""The two pages: the list of directives, and the desk of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from directive_atlas.editing.desk import Desk
from directive_atlas.load import load


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("directive_atlas.editing"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A directive in the list; without a title where its record cannot be read."""

    id: str
    title: str


def list_page(desk: Desk) -> str:
    """All directives, to choose one."""
    raw, _ = load(desk.folder.data, desk.folder.shown)
    titles = {directive.id: directive.title.first for directive in raw.directives}
    rows = [Row(name, titles.get(name, "")) for name in desk.folder.directives()]
    return _render(desk, "list.html.j2", rows=rows)


def edit_page(desk: Desk, directive: str, token: str) -> str:
    """The desk of one directive; its scripts ask for the rest."""
    return _render(desk, "edit.html.j2", directive=directive, token=token)


def _render(desk: Desk, template: str, **view: object) -> str:
    words = {"_": desk.language.gettext, "code": desk.code}
    return _environment().get_template(template).render(**words, **view)
