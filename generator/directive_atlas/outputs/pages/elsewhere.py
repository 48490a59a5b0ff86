"""The other forms of what a page shows: calendar, feed, spreadsheet, JSON, plain text, paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import HOME, Address
from directive_atlas.interface.markup import head
from directive_atlas.outputs.pages.change_pages import ChangedMonthView, ChangesView
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Actor, Directive, Task, Topic
from directive_atlas.views.printed import has_form, has_sheet
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name as a message, its media type.

    ``shared`` ones are in no language's folder; a ``whole`` one has the record itself, not only its dates.
    A ``handy`` one is also named at the top of the page, for those who take their work along.
    """

    name: str
    media: str
    shared: bool = False
    whole: bool = False
    handy: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of what a page shows: its kind, and its file."""

    kind: Kind
    address: Address


def forms(page: Page, corpus: Corpus) -> Iterator[Form]:
    """The forms of the record of a page, or of the whole list that it begins.

    There are calendars and feeds only of what has tasks.
    """
    record = page.record
    if isinstance(record, Task):
        yield Form(_JSON, addresses.exported("tasks", record.key))
    elif isinstance(record, Directive):
        yield from _of_directive(record)
    elif isinstance(record, Actor):
        yield from _of_actor(record, corpus)
    elif isinstance(record, Topic):
        yield from _of("topics", record.id, bool(corpus.links.topic_tasks.get(record.id)))
    elif page.path in _LISTS:
        yield from _of_all(_LISTS[page.path])
    elif isinstance(page.view, ChangesView | ChangedMonthView):
        yield from _of_month(page.view)
    yield from _of_changes(page, corpus)


def handy(page: Page, corpus: Corpus) -> tuple[Form, ...]:
    """Those that the page of an actor or a directive names at its top: what is on paper first."""
    if not isinstance(page.record, Actor | Directive):
        return ()
    found = (form for form in forms(page, corpus) if form.kind.handy)
    return tuple(sorted(found, key=lambda form: form.kind not in (_LIST, _SHEET)))


def alternates(found: Iterable[Form], title: str, context: PageContext) -> Iterator[Mapping[str, str]]:
    """What the head of a page says of its forms: media type, address from the root of the site, title."""
    colon = context.language.gettext(N_(": "))
    for form in found:
        folder = "" if form.kind.shared else context.language.folder
        name = head(context.language.gettext(form.kind.name))
        yield {
            "type": form.kind.media,
            "href": f"{folder}{form.address.path}",
            "title": f"{name}{colon}{title}",
        }


def _of_directive(directive: Directive) -> Iterator[Form]:
    name = f"directives/{directive.id}"
    yield from _of("directives", directive.id, bool(directive.tasks))
    if directive.tasks:
        yield Form(_SPREADSHEET, addresses.workbook(name))
        yield Form(_PLAN, addresses.plan(directive.id))
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
    yield Form(_JSON, addresses.exported(kind, record_id))


def _of_month(view: ChangesView | ChangedMonthView) -> Iterator[Form]:
    """The feed of all changes, and the file of a month; on the index that of the newest one."""
    yield Form(_CHANGES, addresses.feed(f"changes/{addresses.ALL}"))
    if view.json:
        yield Form(_JSON, view.json)


def _of_changes(page: Page, corpus: Corpus) -> Iterator[Form]:
    """The feed of what changed of a record, once something has."""
    record = page.record
    if record and not isinstance(record, Task) and (_RECORDS[type(record)], record.id) in corpus.history.of:
        folder = page.path.partition("/")[0]
        yield Form(_CHANGES, addresses.feed(f"changes/{folder}/{record.id}"))


_RECORDS = {Directive: RecordKind.DIRECTIVE, Actor: RecordKind.ACTOR, Topic: RecordKind.TOPIC}


def _of_all(records: str) -> Iterator[Form]:
    """The forms of everything, and the list of one kind of record."""
    yield Form(_CALENDAR, addresses.calendar(addresses.ALL))
    yield Form(_FEED, addresses.feed(addresses.ALL))
    yield Form(_SPREADSHEET, addresses.workbook(addresses.ALL))
    yield Form(_JSON, addresses.listed(records))


_LISTS = {
    HOME: "index",
    addresses.index_of("directives").path: "directives",
    addresses.index_of("tasks").path: "tasks",
    addresses.index_of("actors").path: "actors",
    addresses.index_of("topics").path: "topics",
    addresses.index_of("timeline").path: "tasks",
}
"""The pages that begin the list of everything, with the JSON file of what they list."""

_CALENDAR = Kind(N_("calendar"), "text/calendar", handy=True)
_FEED = Kind(N_("feed"), "application/atom+xml", handy=True)
_CHANGES = Kind(N_("feed of changes"), "application/atom+xml")
_SPREADSHEET = Kind(
    N_("spreadsheet"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", handy=True
)
_PLAN = Kind(N_("POA&M (JSON)"), "application/oscal+json")
_TEXT = Kind(N_("plain text"), "text/markdown", whole=True)
_JSON = Kind("JSON", "application/json", shared=True, whole=True)
_SHEET = Kind(N_("sheet to print"), "text/html", handy=True)
_LIST = Kind(N_("work list to print"), "text/html", handy=True)
