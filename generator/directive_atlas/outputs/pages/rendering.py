"""All pages of a site, and what renders them: made once in each process that renders some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS
from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site, in_all
from directive_atlas.outputs.files import File
from directive_atlas.outputs.pages.actor_pages import actor_pages
from directive_atlas.outputs.pages.backlinks import sources
from directive_atlas.outputs.pages.change_pages import change_pages
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.edition_pages import edition_pages
from directive_atlas.outputs.pages.environment import environment
from directive_atlas.outputs.pages.home import home_page
from directive_atlas.outputs.pages.lineage_pages import lineage_pages
from directive_atlas.outputs.pages.list_pages import (
    glossary_pages,
    help_page,
    list_pages,
    matrix_pages,
    quality_pages,
    statuses_page,
)
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.outputs.pages.reads import Reads, mappings, watched, watched_mapping
from directive_atlas.outputs.pages.record_pages import directive_pages, task_pages, topic_pages
from directive_atlas.outputs.pages.render import Body, Renderer, body, files
from directive_atlas.outputs.pages.timeline_pages import timeline_pages
from directive_atlas.outputs.trace import Name
from directive_atlas.resolve import Corpus
from directive_atlas.views.glossary import page_numbers
from directive_atlas.views.paging import batched
from directive_atlas.views.recorded import last_changes
from directive_atlas.vocabulary.word import N_

CHUNK = 100
"""The number of pages that one process renders in a go."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some pages by their numbers, in the language of this number."""

    language: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The bodies of a chunk, unless they are still to be made, and the pages that link to each of them."""

    chunk: Chunk
    bodies: tuple[Body | None, ...]
    linking: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A page with further ones of what links to it, the paths that it links to, and what was read for it."""

    files: tuple[File, ...]
    linked: Collection[str]
    reads: frozenset[Name]


class Rendering:
    """The pages of a site before they are rendered, and a renderer for each language."""

    def __init__(self, corpus: Corpus, site: Site, pages: Sequence[Page] | None = None) -> None:
        """Take the pages given, else all of the site."""
        self.corpus, self.site = corpus, site
        self.pages = tuple(all_pages(corpus, site)) if pages is None else tuple(pages)
        self._renderers: dict[int, Renderer] = {}

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """The pages by their paths."""
        return {page.path: page for page in self.pages}

    def renderer(self, language: int) -> Renderer:
        """What renders the pages of a language, by its number."""
        if language not in self._renderers:
            self._renderers[language] = self._renderer(self.site.languages[language])
        return self._renderers[language]

    def forget(self, language: int) -> None:
        """The pages of a language are done: what was written for many of them is no longer needed."""
        self._renderers.pop(language, None)

    def _renderer(self, language: Language) -> Renderer:
        reads = Reads()
        noting = {name: watched_mapping(name, known, reads) for name, known in self._own.items()}
        context = PageContext(self.site, language, watched(self.corpus, reads), noting[_TERMS], reads)
        return Renderer(context, environment(context), noting[_CHANGED])

    @cached_property
    def _own(self) -> Mapping[str, Mapping[Any, Any]]:
        """What renderers know beside the corpus."""
        numbers = page_numbers(self.corpus, self.site.languages[0].code)
        return {_TERMS: numbers, _CHANGED: last_changes(self.corpus.history)}

    @property
    def mappings(self) -> Mapping[str, Mapping[Any, Any]]:
        """All of which it is noted what pages read of it, by name."""
        return {**dict(mappings(self.corpus)), **self._own}

    def path(self, language: int, number: int) -> str:
        """The path of a page in a language."""
        return self.site.languages[language].folder + self.pages[number].path

    def chunks(self, language: int, numbers: Iterable[int] | None = None) -> tuple[Chunk, ...]:
        """Some pages (all by default) of a language."""
        runs = batched(tuple(range(len(self.pages)) if numbers is None else numbers), CHUNK)
        return tuple(Chunk(language, tuple(run)) for run in runs if run)

    def bodies(self, chunk: Chunk) -> Iterator[Body]:
        """What is on the pages of a chunk, without what leads to them."""
        renderer = self.renderer(chunk.language)
        return (body(self.pages[number], renderer) for number in chunk.numbers)

    def whole(self, linked: Linked) -> Iterator[Whole]:
        """The pages of a chunk with their frames."""
        renderer = self.renderer(linked.chunk.language)
        each = zip(linked.chunk.numbers, linked.bodies, linked.linking, strict=True)
        return (
            self._whole(self.pages[number], own or body(self.pages[number], renderer), paths, renderer)
            for number, own, paths in each
        )

    def _whole(self, page: Page, own: Body, paths: Iterable[str], renderer: Renderer) -> Whole:
        linking = [self.by_path[path] for path in paths]
        made, reads = renderer.context.reads.of(lambda: tuple(files(page, own, linking, renderer)))
        return Whole(made, own.linked, reads.union(own.reads))

    def linking(self, linked: Mapping[str, Collection[str]]) -> Mapping[str, Sequence[str]]:
        """The paths of the pages that link to each; ``linked`` are those that each page links to."""
        return sources(linked, {page.path: _upward(page).union(linked[page.path]) for page in self.pages})


_TERMS, _CHANGED = "term_pages", "last_changes"


def _upward(page: Page) -> set[str]:
    """The paths of a page's breadcrumbs."""
    return {crumb.address.path for crumb in page.trail}


def all_pages(corpus: Corpus, site: Site) -> Iterator[Page]:
    """Every page of a site, before it is rendered."""
    trails = trails_of(site)
    yield home_page(corpus, site, trails)
    yield from list_pages(corpus, trails)
    yield from directive_pages(corpus, trails)
    yield from edition_pages(corpus, site, trails)
    yield from task_pages(corpus, trails)
    yield from actor_pages(corpus, trails)
    yield from matrix_pages(corpus, trails)
    yield from topic_pages(corpus, trails)
    yield from timeline_pages(corpus, trails)
    yield from lineage_pages(corpus, trails)
    yield from glossary_pages(corpus, site, trails)
    yield from quality_pages(corpus, site, trails)
    yield from change_pages(corpus, trails)
    yield help_page(corpus, trails)
    yield statuses_page(site, trails)


def trails_of(site: Site) -> Trails:
    """The home page and the lists, as the first crumbs of a site's pages."""
    home = Crumb(address.Address(address.HOME), in_all(site.languages, N_("Home")))
    sections = {
        section: Crumb(address.index_of(section), in_all(site.languages, title))
        for section, title in SECTIONS.items()
    }
    return Trails(home, sections)
