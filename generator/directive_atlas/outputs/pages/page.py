"""A page before it is rendered: its template and view, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from directive_atlas.interface.addresses import Address
from directive_atlas.problems import Place
from directive_atlas.resolve.model import Actor, Directive, Task, Text, Topic
from directive_atlas.vocabulary.dates import ImpreciseDate

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")

Title = Text | ImpreciseDate | str
"""A record's own title, the period of the page, or an interface word in the page's language."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumbs, or a neighbouring page."""

    address: Address
    title: Title


@dataclass(frozen=True, slots=True)
class Trails:
    """The first crumbs of every page."""

    home: Crumb
    sections: Mapping[str, Crumb]

    def to(self, section: str, *more: Crumb) -> tuple[Crumb, ...]:
        """Home, the section's list, and what is between it and the page."""
        return (self.home, self.sections[section], *more)


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write; ``trail`` are its breadcrumbs, ``place`` is the place of its ``record``.

    ``view`` is a dataclass for each kind of page: its fields are the variables of the template.
    """

    path: str
    template: str
    title: Title
    trail: tuple[Crumb, ...]
    view: DataclassInstance
    place: Place
    record: Directive | Task | Actor | Topic | None = None
    permanent_id: str = ""
    previous: Crumb | None = None
    next: Crumb | None = None


def neighbours(items: Iterable[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Each item with the one before and the one after it."""
    listed: list[T] = list(items)
    yield from zip([None, *listed], listed, [*listed[1:], None], strict=False)
