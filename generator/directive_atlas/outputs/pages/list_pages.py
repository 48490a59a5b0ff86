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
from directive_atlas.views import glossary, quality
from directive_atlas.views.coverage import PER_PAGE as COVERED_PER_PAGE
from directive_atlas.views.coverage import covered
from directive_atlas.views.glossary import Letter
from directive_atlas.views.matrix import Matrix, of_directive, of_directives
from directive_atlas.views.paging import batched
from directive_atlas.views.papers import Paper, paper
from directive_atlas.views.quality import Doubtful
from directive_atlas.views.unknown import Unknown, unknown
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.progress import (
    Answer,
    DeadlineStatus,
    HorizonBasis,
    OccurrenceStatus,
    ReportedStatus,
)
from directive_atlas.vocabulary.quality import Doubt
from directive_atlas.vocabulary.word import N_

PER_PAGE = 200
"""Entries on one page of a list: about 100 KB of HTML."""

DIRECTIVES_ABREAST = 12
"""The number of directives on one page of the responsibility matrix."""

SEVERAL = 3
"""From so many directives on the matrix has them as columns; of fewer it has the tasks of each."""


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list: its entries, how many there are in all, and which page of how many it is."""

    items: Sequence[Any]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class DirectivesView(ListView):
    """One page of the directives; ``papers`` tells how each stands, meetings do not."""

    papers: Mapping[str, Paper | None]


@dataclass(frozen=True, slots=True)
class MatrixView(ListView):
    """One page of the responsibility matrix; its entries are the directives.

    ``matrices`` has one of them all, under no heading, or one of each under the id of its directive.
    """

    matrices: Mapping[str, Matrix]


@dataclass(frozen=True, slots=True)
class GlossaryView(ListView):
    """One page of the terms; ``spans`` has the first and the last one of each page, ``most`` is a limit.

    ``found`` has the tasks in which each term was found, of which at most ``most`` are named. ``letters``
    sorts terms by the letters of a language.
    """

    spans: Sequence[tuple[Term, Term]]
    found: Mapping[str, tuple[str, ...]]
    most: int
    letters: Callable[[Iterable[Term], str], list[Letter]]


@dataclass(frozen=True, slots=True)
class QualityView(ListView):
    """One page of the directives with reasons to look twice; ``totals`` counts each reason in all of them."""

    totals: Mapping[Doubt, int]


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
    """How to read the site, and how much of what is in it is not known."""

    unknown: Unknown


_FILES = {
    "directives": "data/directives",
    "tasks": "data/directives",
    "actors": "data/actors.yml",
    "topics": "data/topics.yml",
    "coverage": "data/directives",
    "quality": "data/directives",
    "matrix": "data/directives",
    "glossary": "data/glossary.yml",
}
"""What each list is made from, for messages."""


def list_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """The list of each kind of record, in pages."""
    directives = list(corpus.directives.values())
    tasks = [task for directive in directives for task in directive.tasks]
    yield from paged("directives", directives, "directives.md.j2", trails, PER_PAGE, _papers_of(corpus))
    yield from paged("tasks", tasks, "tasks.md.j2", trails)
    yield from paged("actors", _by_kind(corpus.actors.values()), "actors.md.j2", trails)
    yield from paged("topics", list(corpus.topics.values()), "topics.md.j2", trails)
    yield from paged("coverage", covered(corpus), "coverage.md.j2", trails, COVERED_PER_PAGE)


def _papers_of(corpus: Corpus) -> Callable[[Sequence[Directive], int, int, int], DirectivesView]:
    def view(run: Sequence[Directive], total: int, number: int, pages: int) -> DirectivesView:
        papers = {directive.id: paper(directive, corpus) for directive in run}
        return DirectivesView(run, total, number, pages, papers)

    return view


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
    single = {directive.id: of_directive(directive) for directive in run} if total < SEVERAL else None
    return MatrixView(run, total, number, pages, {"": of_directives(run)} if single is None else single)


def glossary_pages(corpus: Corpus, site: Site, trails: Trails) -> Iterator[Page]:
    """Every term with its meaning and where it occurs."""
    runs = glossary.pages(corpus, site.languages[0].code)
    spans = [(run[0], run[-1]) for run in runs if run]

    def view(run: Sequence[Term], total: int, number: int, pages: int) -> GlossaryView:
        found = {term.id: corpus.links.term_tasks.get(term.id, ()) for term in run}
        return GlossaryView(run, total, number, pages, spans, found, glossary.OCCURRENCES, glossary.by_letter)

    terms = [term for run in runs for term in run]
    yield from paged("glossary", terms, "glossary.md.j2", trails, glossary.PER_PAGE, view)


def quality_pages(corpus: Corpus, site: Site, trails: Trails) -> Iterator[Page]:
    """How far the data can be relied on, directive by directive."""
    found = quality.doubtful(corpus, site.look_again_months)
    totals = quality.totals(found)

    def view(run: Sequence[Doubtful], total: int, number: int, pages: int) -> QualityView:
        return QualityView(run, total, number, pages, totals)

    yield from paged("quality", found, "quality.md.j2", trails, quality.PER_PAGE, view)


def help_page(corpus: Corpus, trails: Trails) -> Page:
    """How to read the site: a part of every site."""
    return Page(
        path=address.index_of("help").path,
        template="help.md.j2",
        title=trails.sections["help"].title,
        trail=(trails.home,),
        view=HelpView(unknown(corpus)),
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
