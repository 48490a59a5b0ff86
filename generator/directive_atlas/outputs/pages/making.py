"""All pages of a site: their bodies, the links between them turned round, and their frames.

Pages of which nothing has changed since the last run stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.pages.page import Page
from directive_atlas.outputs.pages.render import Body
from directive_atlas.outputs.pages.rendering import Chunk, Linked, Rendering, Whole
from directive_atlas.outputs.pages.tracing import Tracing
from directive_atlas.outputs.spool import Spool
from directive_atlas.outputs.trace import Shared, Trace
from directive_atlas.resolve import Corpus

Frames = Callable[[Iterable[Linked]], Iterator[Iterable[Whole]]]
"""Puts the pages of chunks into their frames."""


class _Bodies:
    """Bodies of pages by their numbers; their texts wait on the disk."""

    def __init__(self, numbers: Iterable[int], bodies: Iterable[Body]) -> None:
        self._texts, self._heads = Spool(), dict[int, Body]()
        paths, names = Shared(), Shared()
        for number, own in zip(numbers, bodies, strict=True):
            self._texts.put(str(number), own.text.encode("utf-8", "surrogatepass"))
            self._heads[number] = Body("", paths.of(own.linked), names.of(own.reads))

    def get(self, number: int) -> Body | None:
        """A body, if it is one of those."""
        if number not in self._heads:
            return None
        text = self._texts[str(number)].decode("utf-8", "surrogatepass")
        return replace(self._heads[number], text=text)

    def linked(self) -> Mapping[int, Collection[str]]:
        """The paths of the pages that each links to."""
        return {number: own.linked for number, own in self._heads.items()}


class Making:
    """The pages of a run in one language: those that may stay, and those to be made."""

    def __init__(self, rendering: Rendering, language: int, tracing: Tracing | None = None) -> None:
        """Of the language with this number; without ``tracing`` all are made."""
        self._rendering, self._language, self._tracing = rendering, language, tracing

    @cached_property
    def _known(self) -> Mapping[int, Trace]:
        """The pages of which all that is on them is as it was in the last run."""
        if self._tracing is None:
            return {}
        found = ((number, self._tracing.same(self._language, number)) for number in self._numbers)
        return {number: trace for number, trace in found if trace}

    @property
    def _numbers(self) -> range:
        return range(len(self._rendering.pages))

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The pages whose bodies are to be made."""
        numbers = (number for number in self._numbers if number not in self._known)
        return self._rendering.chunks(self._language, numbers)

    def files(self, bodies: Iterable[Iterable[Body]], frames: Frames) -> Iterator[File]:
        """All pages in their order; ``bodies`` are those of ``chunks``."""
        numbers = chain.from_iterable(chunk.numbers for chunk in self.chunks)
        made = _Bodies(numbers, chain.from_iterable(bodies))
        linking = self._linking(made.linked())
        stay = {number: trace for number, trace in self._known.items() if self._stays(trace, linking[number])}
        chunks = self._rendering.chunks(self._language, (each for each in self._numbers if each not in stay))
        whole = chain.from_iterable(frames(_linked(chunk, made, linking) for chunk in chunks))
        for number, page in enumerate(self._rendering.pages):
            if number in stay:
                yield from _kept(page, stay[number], self._tracing)
            else:
                yield from self._traced(number, next(whole), linking[number])
        self._rendering.forget(self._language)

    def _linking(self, made: Mapping[int, Collection[str]]) -> Sequence[Sequence[Page]]:
        """The pages that link to each page; of those ``made`` it is known anew to which they link."""
        linked = {**{number: trace.linked for number, trace in self._known.items()}, **made}
        rendering, pages = self._rendering, self._rendering.pages
        found = rendering.linking({page.path: linked[number] for number, page in enumerate(pages)})
        return [[rendering.by_path[path] for path in found.get(page.path, ())] for page in pages]

    def _stays(self, trace: Trace, linking: Sequence[Page]) -> bool:
        return self._tracing is not None and trace.linking == self._tracing.linking(linking)

    def _traced(self, number: int, whole: Whole, linking: Sequence[Page]) -> Iterator[File]:
        own, *more = whole.files
        if self._tracing:
            own = replace(own, trace=self._tracing.trace(self._language, number, whole, linking))
        yield own
        yield from more


def _linked(chunk: Chunk, made: _Bodies, linking: Sequence[Sequence[Page]]) -> Linked:
    paths = (tuple(page.path for page in linking[number]) for number in chunk.numbers)
    return Linked(chunk, tuple(map(made.get, chunk.numbers)), tuple(paths))


def _kept(page: Page, trace: Trace, tracing: Tracing | None) -> Iterator[File]:
    """The files of a page as the last run made them."""
    for path in trace.files:
        content = tracing.content(path) if tracing else b""
        yield File(path, content, page.place, trace if path == trace.files[0] else None)


def page_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All pages in every language of the site."""
    yield from rendered(None, corpus, site)


def rendered(pages: Sequence[Page] | None, corpus: Corpus, site: Site) -> Iterator[File]:
    """Some pages (all by default) in every language, with the links between them led back."""
    rendering = Rendering(corpus, site, pages)
    for language in range(len(site.languages)):
        making = Making(rendering, language)
        bodies = map(rendering.bodies, making.chunks)
        yield from making.files(bodies, lambda linked: map(rendering.whole, linked))
