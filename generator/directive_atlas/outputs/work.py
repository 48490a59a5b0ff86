"""The work of a run in parts that do not need each other: rendering pages, and each other output."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from typing import Any

from directive_atlas.api.v1 import Records, records
from directive_atlas.interface.site import Site
from directive_atlas.outputs.engine import Engine, here
from directive_atlas.outputs.exports import FORMS, export_files
from directive_atlas.outputs.files import File
from directive_atlas.outputs.kinds import OUTPUTS
from directive_atlas.outputs.pages import page_files
from directive_atlas.outputs.pages.own_templates import read_all
from directive_atlas.outputs.pages.rendering import Chunk, Linked, Rendering
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

    @property
    def others(self) -> tuple[Callable[[], Iterator[File]], ...]:
        """Every output but the pages; each form of the exports is one of its own."""
        emits = (kind.emit for kind in OUTPUTS if kind.emit not in (page_files, export_files))
        made = (partial(form, self.records, self.corpus, self.site) for form in FORMS)
        return (*(partial(emit, self.corpus, self.site) for emit in emits), *made)

    def prepare(self) -> None:
        """Make now what all parts need: processes that share this one's memory need not make it again."""
        read_all(self.rendering.renderers[0].templates, self.site.templates)


def emit(corpus: Corpus, site: Site, engine: Engine = here) -> Iterator[File]:
    """All files of all outputs: pages in the order of the languages, then the others.

    Map, shuffle, reduce: pages are rendered in chunks, the links between them are turned round, and then each
    is put into its frame with what leads to it. The other outputs need none of that.
    """
    work = Work(corpus, site)
    others = [Other(number) for number in range(len(work.others))]
    languages = work.rendering.chunks()
    parts: list[Other | Chunk] = [*others, *chain.from_iterable(languages)]
    work.prepare()
    with engine(work) as run:
        made = run(_first, parts)
        rest = [next(made) for _ in others]
        for chunks in languages:
            linked = list(work.rendering.linked(chunks, islice(made, len(chunks))))
            for files in run(_frame, linked):
                yield from files
    for files in rest:
        yield from files


def _first(work: Work, part: Other | Chunk) -> Any:
    """The files of an output, or the bodies of some pages."""
    return tuple(work.others[part.number]()) if isinstance(part, Other) else work.rendering.bodies(part)


def _frame(work: Work, linked: Linked) -> tuple[File, ...]:
    return work.rendering.files(linked)
