"""The lists: of each kind of record, the responsibility matrix, the glossary, the help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.interface import addresses as address
from directive_atlas.interface.site import Site, in_all
from directive_atlas.outputs.pages.page import Crumb, Page, Title, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Directive, Term
from directive_atlas.views.coverage import PER_PAGE as COVERED_PER_PAGE
from directive_atlas.views.coverage import covered
from directive_atlas.views.matrix import Matrix, of_directives
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.progress import (
    Answer,
    DeadlineStatus,
    HorizonBasis,
    OccurrenceStatus,
    ReportedStatus,
)
from directive_atlas.vocabulary.word import N_

PER_PAGE = 200
"""Entries on one page of a list: about 100 KB of HTML."""

DIRECTIVES_ABREAST = 20
"""The number of directives on one page of the responsibility matrix."""


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list: its entries, how many there are in all, and which page of how many it is."""

    items: Sequence[Any]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class MatrixView(ListView):
    """One page of the responsibility matrix; its entries are the directives."""

    matrix: Matrix


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The terms, and the tasks in which each was found."""

    terms: list[Term]
    found: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class StatusesView:
    """All that a task can be said to be."""

    deadline: type[DeadlineStatus] = DeadlineStatus
    reported: type[ReportedStatus] = ReportedStatus
    occurrence: type[OccurrenceStatus] = OccurrenceStatus
    answer: type[Answer] = Answer
    basis: type[HorizonBasis] = HorizonBasis


@dataclass(frozen=True, slots=True)
class HelpView:
    """The help has no values."""


_FILES = {
    "directives": "data/directives",
    "tasks": "data/directives",
    "actors": "data/actors.yml",
    "topics": "data/topics.yml",
    "coverage": "data/directives",
    "matrix": "data/directives",
}
"""What each list is made from, for messages."""


def list_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """The list of each kind of record, in pages."""
    directives = list(corpus.directives.values())
    tasks = [task for directive in directives for task in directive.tasks]
    yield from paged("directives", directives, "directives.md.j2", trails)
    yield from paged("tasks", tasks, "tasks.md.j2", trails)
    yield from paged("actors", _by_kind(corpus.actors.values()), "actors.md.j2", trails)
    yield from paged("topics", list(corpus.topics.values()), "topics.md.j2", trails)
    yield from paged("coverage", covered(corpus), "coverage.md.j2", trails, COVERED_PER_PAGE)


def _by_kind(actors: Iterable[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda a: list(ActorKind).index(a.kind))


def paged(
    section: str,
    items: Sequence[Any],
    template: str,
    trails: Trails,
    size: int = PER_PAGE,
    view: Callable[[Sequence[Any], int, int, int], ListView] = ListView,
) -> Iterator[Page]:
    """A list in pages of ``size`` entries; the first one is the section's own page."""
    runs = batched(items, size)
    for number, run in enumerate(runs, start=1):
        own = trails.sections[section]
        yield Page(
            path=address.index_of(section, number).path,
            template=template,
            title=own.title,
            trail=(trails.home, own) if number > 1 else (trails.home,),
            view=view(run, len(items), number, len(runs)),
            place=Place(_FILES[section]),
            previous=_page_crumb(section, own.title, number - 1) if number > 1 else None,
            next=_page_crumb(section, own.title, number + 1) if number < len(runs) else None,
        )


def _page_crumb(section: str, title: Title, number: int) -> Crumb:
    return Crumb(address.index_of(section, number), title)


def matrix_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """The roles of all actors in all directives that have tasks, newest first."""
    directives = [directive for directive in corpus.directives.values() if directive.tasks]
    yield from paged("matrix", directives, "matrix.md.j2", trails, DIRECTIVES_ABREAST, _matrix_view)


def _matrix_view(run: Sequence[Directive], total: int, number: int, pages: int) -> MatrixView:
    return MatrixView(run, total, number, pages, of_directives(run))


def glossary_page(corpus: Corpus, trails: Trails) -> Page:
    """Every term with its meaning and where it occurs."""
    return Page(
        path=address.index_of("glossary").path,
        template="glossary.md.j2",
        title=trails.sections["glossary"].title,
        trail=(trails.home,),
        view=GlossaryView(list(corpus.terms.values()), corpus.links.term_tasks),
        place=Place("data/glossary.yml"),
    )


def help_page(trails: Trails) -> Page:
    """How to read the site: a part of every site."""
    return Page(
        path=address.index_of("help").path,
        template="help.md.j2",
        title=trails.sections["help"].title,
        trail=(trails.home,),
        view=HelpView(),
        place=Place("data"),
    )


def statuses_page(site: Site, trails: Trails) -> Page:
    """How statuses come about, and what each means: a part of every site, in the help."""
    return Page(
        path=address.statuses().path,
        template="statuses.md.j2",
        title=in_all(site.languages, N_("How statuses come about")),
        trail=trails.to("help"),
        view=StatusesView(),
        place=Place("data"),
    )
