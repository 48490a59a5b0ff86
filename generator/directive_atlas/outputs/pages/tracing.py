"""What the last run made its pages from: those of which nothing has changed need not be made again.

It is evidence, not trust: a page stays if everything that it was made from has the fingerprint that it had,
and the file still has the bytes that were made from it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from errno import ENOENT
from functools import cached_property

from directive_atlas.outputs.pages.fingerprints import Fingerprints
from directive_atlas.outputs.pages.page import Page
from directive_atlas.outputs.pages.rendering import Rendering, Whole
from directive_atlas.outputs.trace import EVERYTHING, Name, Shared, Trace


@dataclass(frozen=True)
class Former:
    """The last run: the traces of its pages by their paths.

    ``read`` gives the content of one of its files, if it still is as that run made it. ``program`` stands for
    this program with the words and templates that a site replaces of it, ``data`` for all the data of this
    run.
    """

    program: str
    data: str
    traces: Mapping[str, Trace] = field(default_factory=dict)
    read: Callable[[str], bytes | None] = lambda _: None


class Tracing:
    """Tells of each page of a run what it is made from, and whether it was made from the same before."""

    def __init__(self, rendering: Rendering, former: Former) -> None:
        """Of some pages, and of the last run."""
        self._rendering, self._former = rendering, former
        self._fingerprints = Fingerprints()
        self._read: dict[Name, tuple[Name, str]] = {EVERYTHING: (EVERYTHING, former.data)}
        self._paths = Shared()
        self._titles: dict[str, str] = {}

    @cached_property
    def _mappings(self) -> Mapping[str, Mapping[object, object]]:
        return self._rendering.mappings

    @cached_property
    def _of_all(self) -> tuple[str, ...]:
        """What all pages of a language are made from, by its number."""
        day, site = self._rendering.corpus.as_of, self._rendering.site
        shared = (self._former.program, day, site.codes, replace(site, languages=()))
        numbers = range(len(site.languages))
        feet = (dict(self._rendering.renderer(number).foot) for number in numbers)
        return tuple(self._fingerprints.of((*shared, foot)) for foot in feet)

    @cached_property
    def _always(self) -> frozenset[Name]:
        """What every page may have read: Jinja keeps what a template of the site reads when imported."""
        own = self._rendering.site.templates
        return frozenset({EVERYTHING} if own and any(own.rglob("*")) else ())

    @cached_property
    def _pages(self) -> tuple[str, ...]:
        """All that each page is before it is rendered, in any language."""
        return tuple(map(self._fingerprints.of, self._rendering.pages))

    def _value(self, name: Name) -> tuple[Name, str]:
        """A name with the fingerprint of what is read under it; that of nothing, if it is not there."""
        known = self._read.get(name)
        if known is None:
            mapping, key = name
            known = name, self._fingerprints.of(self._mappings.get(mapping, {}).get(key))
            self._read[name] = known
        return known

    def page(self, language: int, number: int) -> str:
        """What a page is before it is rendered, of which site, by which program."""
        return f"{self._of_all[language]}{self._pages[number]}"

    def linking(self, pages: Sequence[Page]) -> str:
        """The pages that link to one: what it says of them."""
        return self._fingerprints.of(tuple(map(self._title, pages)))

    def _title(self, page: Page) -> str:
        known = self._titles.get(page.path)
        if known is None:
            known = self._titles[page.path] = self._fingerprints.of((page.path, page.title))
        return known

    def trace(self, language: int, number: int, whole: Whole, linking: Sequence[Page]) -> Trace:
        """What a page was made from that this run made."""
        values = tuple(map(self._value, whole.reads | self._always))
        linked, files = self._paths.of(whole.linked), tuple(file.path for file in whole.files)
        return Trace(self.page(language, number), values, linked, self.linking(linking), files)

    def same(self, language: int, number: int) -> Trace | None:
        """The trace of the last run, if the page itself and all that was read for it are as they were."""
        path = self._rendering.path(language, number)
        trace = self._former.traces.get(path)
        if trace is None or trace.page != self.page(language, number):
            return None
        if any(self._value(read[0]) != read for read in trace.reads):
            return None
        return trace if all(self._former.read(file) is not None for file in trace.files) else None

    def content(self, path: str) -> bytes:
        """A file of the last run.

        Raises:
            OSError: it is no longer as that run made it.
        """
        content = self._former.read(path)
        if content is None:
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), path)
        return content
