"""The other forms of the record of a page: calendar, feed, spreadsheet, JSON, plain text, paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Actor, Directive, Task, Topic
from directive_atlas.views.printed import has_form, has_sheet
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name as a message, and its file; a ``shared`` one is in no folder of a language."""

    name: str
    address: Address
    shared: bool = False


def forms(page: Page, corpus: Corpus) -> Iterator[Form]:
    """The forms of the record of a page; calendars and feeds only of what has tasks."""
    record = page.record
    if isinstance(record, Task):
        yield Form(_JSON, addresses.exported("tasks", record.key), shared=True)
    elif isinstance(record, Directive):
        yield from _of_directive(record)
    elif isinstance(record, Actor):
        yield from _of_actor(record, corpus)
    elif isinstance(record, Topic):
        yield from _of("topics", record.id, bool(corpus.links.topic_tasks.get(record.id)))


def _of_directive(directive: Directive) -> Iterator[Form]:
    name = f"directives/{directive.id}"
    yield from _of("directives", directive.id, bool(directive.tasks))
    if directive.tasks:
        yield Form(_SPREADSHEET, addresses.workbook(name))
    yield Form(_TEXT, addresses.plain_text(name))
    if has_sheet(directive):
        yield Form(_SHEET, addresses.printed(name))


def _of_actor(actor: Actor, corpus: Corpus) -> Iterator[Form]:
    name, owes = f"actors/{actor.id}", actor.id in corpus.links.owed
    yield from _of("actors", actor.id, owes)
    if owes:
        yield Form(_TEXT, addresses.plain_text(name))
    if has_form(corpus, actor.id):
        yield Form(_LIST, addresses.printed(name))


def _of(kind: str, record_id: str, has_tasks: bool) -> Iterator[Form]:
    if has_tasks:
        yield Form(_CALENDAR, addresses.calendar(f"{kind}/{record_id}"))
        yield Form(_FEED, addresses.feed(f"{kind}/{record_id}"))
    yield Form(_JSON, addresses.exported(kind, record_id), shared=True)


_CALENDAR, _FEED = N_("calendar"), N_("feed")
_SPREADSHEET, _TEXT, _JSON = N_("spreadsheet"), N_("plain text"), "JSON"
_SHEET, _LIST = N_("sheet to print"), N_("work list to print")
