"""The metadata of a page: its description, its foot, the picture that goes with a link to it."""

from __future__ import annotations

from collections.abc import Callable

from directive_atlas.interface import addresses
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Task
from directive_atlas.vocabulary.word import N_

Plain = Callable[[object], str]
"""Any value as plain text in the page's language."""


def description(page: Page, plain: Plain) -> str:
    """The description of a page: the summary of its record, or the passages of its task."""
    record = page.record
    if isinstance(record, Task):
        return _excerpts(record)
    return plain(record.summary) if record and record.summary else ""


def _excerpts(task: Task) -> str:
    """The passages of a task and its measures, each once, with a mark where words are left out."""
    found: list[str] = []
    for text in (passage.text for part in task.walk() for passage in part.passages):
        if not any(text in before for before in found):
            found.append(text)
    return "…".join(found)


def page_foot(context: PageContext) -> dict[str, str]:
    """The foot of every page: the day of knowledge, where errors go, the data, by what it is made."""
    directives = sorted(context.corpus.directives)
    message, day = N_("As of %(day)s; %(gathered)s."), context.corpus.as_of
    known = context.phrase(message, day=day, gathered=context.gathered(directives)).striptags()
    site = context.site
    foot = {
        "known": known,
        "contact": site.contact,
        "repository": site.repository,
        "made": site.generator,
    }
    return {name: text for name, text in foot.items() if text}


def preview_of(page: Page, corpus: Corpus) -> str | None:
    """The picture that goes with a link to a page: that of its directive, if that has tasks."""
    record = page.record
    if isinstance(record, Task):
        return addresses.preview(record.directive)
    return addresses.preview(record.id) if isinstance(record, Directive) and record.tasks else None
