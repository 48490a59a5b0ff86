"""All pages of a site, and what renders them: made once in each process that renders some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS
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
from directive_atlas.outputs.pages.record_pages import directive_pages, task_pages, topic_pages
from directive_atlas.outputs.pages.render import Body, Renderer, body, files
from directive_atlas.outputs.pages.timeline_pages import timeline_pages
from directive_atlas.outputs.spool import Spool
from directive_atlas.resolve import Corpus
from directive_atlas.views.glossary import page_numbers
from directive_atlas.views.recorded import last_changes
from directive_atlas.vocabulary.word import N_

CHUNK = 100
"""The number of pages that one process renders in a go."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some pages that follow each other, in the language of this number."""

    language: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Linked:
    """The bodies of a chunk, and the paths of the pages that link to each of them."""

    chunk: Chunk
    bodies: tuple[Body, ...]
    linking: tuple[tuple[str, ...], ...]


class Rendering:
    """The pages of a site before they are rendered, and a renderer for each language."""

    def __init__(self, corpus: Corpus, site: Site, pages: Sequence[Page] | None = None) -> None:
        """Take the pages given, else all of the site."""
        self.corpus, self.site = corpus, site
        self.pages = tuple(all_pages(corpus, site)) if pages is None else tuple(pages)

    @cached_property
    def by_path(self) -> Mapping[str, Page]:
        """The pages by their paths."""
        return {page.path: page for page in self.pages}

    @cached_property
    def renderers(self) -> tuple[Renderer, ...]:
        """What renders pages, by the number of the language."""
        changed = last_changes(self.corpus.history)
        terms = page_numbers(self.corpus, self.site.languages[0].code)
        contexts = (PageContext(self.site, each, self.corpus, terms) for each in self.site.languages)
        return tuple(Renderer(context, environment(context), changed) for context in contexts)

    def chunks(self) -> tuple[tuple[Chunk, ...], ...]:
        """All pages in the order in which they are written, by the number of the language."""
        numbers, starts = range(len(self.site.languages)), range(0, len(self.pages), CHUNK)
        return tuple(tuple(Chunk(number, each, each + CHUNK) for each in starts) for number in numbers)

    def bodies(self, chunk: Chunk) -> tuple[Body, ...]:
        """What is on the pages of a chunk, without what leads to them."""
        renderer = self.renderers[chunk.language]
        return tuple(body(page, renderer) for page in self.pages[chunk.start : chunk.end])

    def files(self, linked: Linked) -> tuple[File, ...]:
        """The pages of a chunk with their frames."""
        renderer, pages = self.renderers[linked.chunk.language], self.pages[linked.chunk.start :]
        whole = zip(pages, linked.bodies, linked.linking, strict=False)
        return tuple(
            file
            for page, each, paths in whole
            for file in files(page, each, [self.by_path[path] for path in paths], renderer)
        )

    def linked(self, chunks: Sequence[Chunk], bodies: Iterable[tuple[Body, ...]]) -> Iterator[Linked]:
        """The bodies of all chunks of one language with what links to each of them."""
        waiting, linked = Spool(), dict[str, frozenset[str]]()
        for page, own in zip(self.pages, chain.from_iterable(bodies), strict=True):
            waiting.put(page.path, own.text.encode("utf-8", "surrogatepass"))
            linked[page.path] = own.linked
        linking = sources(linked, {page.path: linked[page.path] | _upward(page) for page in self.pages})
        for chunk in chunks:
            paths = [page.path for page in self.pages[chunk.start : chunk.end]]
            texts = (waiting[path].decode("utf-8", "surrogatepass") for path in paths)
            whole = tuple(Body(text, linked[path]) for path, text in zip(paths, texts, strict=True))
            yield Linked(chunk, whole, tuple(tuple(linking.get(path, ())) for path in paths))


def _upward(page: Page) -> set[str]:
    """The paths of a page's breadcrumbs."""
    return {crumb.address.path for crumb in page.trail}


def page_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All pages in every language of the site."""
    yield from rendered(None, corpus, site)


def rendered(pages: Sequence[Page] | None, corpus: Corpus, site: Site) -> Iterator[File]:
    """Some pages (all by default) in every language, with the links between them led back."""
    rendering = Rendering(corpus, site, pages)
    for chunks in rendering.chunks():
        for linked in rendering.linked(chunks, map(rendering.bodies, chunks)):
            yield from rendering.files(linked)


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
    yield help_page(trails)
    yield statuses_page(site, trails)


def trails_of(site: Site) -> Trails:
    """The home page and the lists, as the first crumbs of a site's pages."""
    home = Crumb(address.Address(address.HOME), in_all(site.languages, N_("Home")))
    sections = {
        section: Crumb(address.index_of(section), in_all(site.languages, title))
        for section, title in SECTIONS.items()
    }
    return Trails(home, sections)
