"""The work of a run in parts that do not need each other: rendering pages, and each other output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from typing import Any

from directive_atlas.api.v1 import Records, records
from directive_atlas.collector import let_go_of_circles
from directive_atlas.interface.site import Site
from directive_atlas.outputs.engine import Engine, here
from directive_atlas.outputs.exports import FORMS, export_files
from directive_atlas.outputs.files import File
from directive_atlas.outputs.kinds import OUTPUTS
from directive_atlas.outputs.pages import page_files
from directive_atlas.outputs.pages.making import Making
from directive_atlas.outputs.pages.own_templates import read_all
from directive_atlas.outputs.pages.render import Body
from directive_atlas.outputs.pages.rendering import Chunk, Linked, Rendering, Whole
from directive_atlas.outputs.pages.tracing import Former, Tracing
from directive_atlas.resolve import Corpus


@dataclass(frozen=True, slots=True)
class Other:
    """An output that is not pages, by its number."""

    number: int


class Work:
    """What all parts of a run share; each process has its own, made from the same corpus."""

    def __init__(self, corpus: Corpus, site: Site) -> None:
        """Of one corpus and one site."""
        self.corpus, self.site = corpus, site

    def __reduce__(self) -> tuple[type[Work], tuple[Corpus, Site]]:
        """Another process makes the rest again."""
        return Work, (self.corpus, self.site)

    @cached_property
    def rendering(self) -> Rendering:
        """All pages and what renders them."""
        return Rendering(self.corpus, self.site)

    @cached_property
    def records(self) -> Records:
        """The records in the words of version 1, which all exports share."""
        return records(self.corpus)

    def other(self, number: int) -> Iterator[File]:
        """An output that is not pages: the exports come last, as all of them need the records."""
        if number < len(_EMITS):
            return _EMITS[number](self.corpus, self.site)
        return FORMS[number - len(_EMITS)](self.records, self.corpus, self.site)

    def bodies(self, chunk: Chunk) -> Iterator[Body]:
        """The bodies of some pages."""
        self.__dict__.pop("records", None)  # they are as large as the corpus, and no page needs them
        return self.rendering.bodies(chunk)

    def prepare(self) -> None:
        """Make now what all parts need: processes that share this one's memory need not make it again."""
        read_all(self.rendering.renderer(0).templates, self.site.templates)


_EMITS = tuple(kind.emit for kind in OUTPUTS if kind.emit not in (page_files, export_files))
OTHERS = len(_EMITS) + len(FORMS)
"""The number of outputs that are not pages."""

Made = tuple[File, ...] | tuple[Body, ...]
"""What a part of the first step makes: the files of an output, or pages without frames."""


def emit(
    corpus: Corpus,
    site: Site,
    engine: Engine = here,
    made: Mapping[int, Made] | None = None,
    former: Former | None = None,
) -> Iterator[File]:
    """All files of all outputs: pages come last, in the order of the languages.

    Map, shuffle, reduce: pages are rendered in chunks, the links between them are turned round, and then each
    is put into its frame with what leads to it. The other outputs need none of that. ``made`` has all parts
    of the first step by their numbers, if they were made elsewhere (``share``); ``former`` says from what the
    last run made its pages, of which those stay that are the same.
    """
    work = Work(corpus, site)
    pages = _pages(work, former)
    parts = _parts(pages)
    work.prepare()
    with engine(work) as run:
        first: Iterator[Any]
        first = run(_first, parts) if made is None else (made[number] for number in range(len(parts)))
        yield from chain.from_iterable(islice(first, OTHERS))
        for making in pages:
            yield from making.files(islice(first, len(making.chunks)), partial(run, _frame))


def share(corpus: Corpus, site: Site, number: int, shares: int) -> dict[int, Made]:
    """The share ``number``, counted from 1, of the first step: every ``shares``-th part by its number."""
    work = Work(corpus, site)
    parts = _parts(_pages(work))
    return {at: tuple(_first(work, part)) for at, part in enumerate(parts) if at % shares == number - 1}


def _pages(work: Work, former: Former | None = None) -> list[Making]:
    """The pages by the number of their language."""
    tracing = Tracing(work.rendering, former) if former else None
    return [Making(work.rendering, language, tracing) for language in range(len(work.site.languages))]


def _parts(pages: Iterable[Making]) -> list[Other | Chunk]:
    """The parts of the first step, in order."""
    others = [Other(number) for number in range(OTHERS)]
    return [*others, *chain.from_iterable(making.chunks for making in pages)]


def _first(work: Work, part: Other | Chunk) -> Iterator[Any]:
    """The files of an output, or the bodies of some pages."""
    yield from work.other(part.number) if isinstance(part, Other) else work.bodies(part)
    let_go_of_circles()


def _frame(work: Work, linked: Linked) -> Iterator[Whole]:
    """Some pages with their frames."""
    yield from work.rendering.whole(linked)
    let_go_of_circles()
