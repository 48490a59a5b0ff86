"""What templates may do with the graph: link to records and show values, always escaped.

There is one Jinja environment; a ``Scribe`` is the hand that writes one page with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from markupsafe import escape as escape_html

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.markdown import escape, link, outside_link
from directive_atlas.interface.timing_words import TimingWords
from directive_atlas.interface.values import Values
from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.resolve.model import Passage, Relation, Section, Task, Text, Timing
from directive_atlas.schedule import AnchorKind
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import EventKind
from directive_atlas.vocabulary.word import N_


@dataclass
class Scribe(Values):
    """Writes one page: knows its path and language, and notes every page it links to."""

    corpus: Corpus
    path: str
    linked: dict[str, None] = field(default_factory=dict)

    def link(self, kind: str, record_id: str, text: object = None) -> Markup:
        """A link to a record of the graph, by default with its title.

        Raises:
            KeyError: there is no such record (the checks were not run).
        """
        target, title = getattr(self, f"_{kind}")(record_id)
        return self.to(target, title if text is None else text)

    def is_here(self, kind: str, record_id: str) -> bool:
        """Whether a record's page is this one, which need not name it again."""
        target, _ = getattr(self, f"_{kind}")(record_id)
        return bool(target.path == self.path)

    def to(self, target: Address, text: object) -> Markup:
        """A link to any generated page."""
        self._note(target)
        return link(self.show(text), target.relative_to(self.path))

    def html(self, target: Address, text: object) -> Markup:
        """A link to a generated page where HTML stands as it is, and Markdown is not read."""
        return Markup('<a href="{}">{}</a>').format(self.href(target), self.show(text))

    def html_link(self, kind: str, record_id: str) -> Markup:
        """A link to a record with its title, where HTML stands as it is."""
        return self.html(*getattr(self, f"_{kind}")(record_id))

    def href(self, target: Address) -> Markup:
        """The address of a generated page, for HTML that stands as it is."""
        self._note(target)
        return Markup(target.href(self.path))

    def up(self, target: Address) -> Markup:
        """The same for a list that need not name this page: it gets no backlink."""
        return Markup(target.href(self.path))

    def _note(self, target: Address) -> None:
        if target.path != self.path:
            self.linked[target.path] = None

    def actor_href(self, record_id: str) -> Markup:
        """The address of an actor's page, for HTML that stands as it is."""
        return self.href(address.actor(record_id))

    def finder(self, standings: Iterable[StrEnum], actor: str = "") -> Markup:
        """The address of the list of tasks, with what its script is to choose; not a backlink."""
        chosen = [("actor", actor)] if actor else []
        query = escape_html(urlencode([*chosen, *(("standing", standing.value) for standing in standings)]))
        return Markup(f"{address.index_of('tasks').href(self.path)}?{query}")

    def block(self, html: Markup) -> Markup:
        """HTML that Markdown leaves as it is: without blank lines, at which that would end."""
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))

    def passage(self, directive: str, passage: Passage, text: object) -> Markup:
        """A link to a quote in the source text."""
        return self.to(address.directive(directive, passage.anchor), text)

    def cite(self, reference: Any) -> Markup:
        """A reference's title, linked unless its address is of grade C."""
        title = self.show(reference.title)
        return outside_link(title, reference.url) if reference.url else title

    def archived(self, reference: Any) -> Markup:
        """A link to a reference's lasting copy."""
        return outside_link(self.show(self.catalogue.gettext(N_("archived copy"))), reference.archived)

    @cached_property
    def times(self) -> TimingWords:
        """The words for times in this page's language."""
        return TimingWords(self.catalogue, self.show, self.phrase, self._anchor)

    def _anchor(self, kind: AnchorKind, ref: str) -> Markup:
        """What a time is counted from: a task, or an event on its directive's page."""
        if kind is not AnchorKind.EVENT:
            return self.link("task", ref)
        directive, _, event = ref.partition("/")
        title = self.corpus.directives[directive].events[event].title
        return self.to(address.directive(directive, f"event-{event}"), title)

    def timing(self, timing: Timing) -> Markup:
        """A timing in one phrase."""
        return self.times.when(timing)

    def derivation(self, timing: Timing) -> Markup:
        """How the days of a timing were found, in one sentence."""
        return self.times.derivation(timing)

    def running(self, due: ImpreciseDate) -> Markup:
        """A deadline that is running: a script may say how far off it is on the reader's day."""
        late = self.catalogue.gettext(N_("%(days)s overdue")) % {"days": "{}"}
        span = Markup('<span data-due="{}" data-late="{}">{}</span>')
        return span.format(due.last.isoformat(), late, self.show(due))

    def measure_timings(self, task: Task) -> list[Markup]:
        """The timings of a task's measures as phrases, each once."""
        parts = (part for part in task.walk() if part is not task)
        return list(dict.fromkeys(self.timing(timing) for part in parts for timing in part.timings))

    def measure_actors(self, task: Task) -> list[str]:
        """The actors whom a task's measures name, each once."""
        parts = (part for part in task.walk() if part is not task)
        return list(dict.fromkeys(duty.actor for part in parts for duty in part.duties))

    def relation(self, relation: Relation, directive: str) -> str:
        """What a relation is called on the page of one of its two directives."""
        if relation.newer == directive:
            return self.plain(relation.kind)
        return self.catalogue.gettext(relation.kind.meaning.inverse)

    def event_target(self, event: Event) -> Address:
        """Where a dated entry is told: on its task's page, or among its directive's facts."""
        if event.task:
            return address.task(event.task, self.corpus.tasks[event.task].root)
        return address.directive(event.directive, "events" if event.kind is EventKind.EVENT else "facts")

    def section(self, directive: str, section: Section) -> Markup:
        """A link to a section on its directive's page."""
        return self.to(address.section(directive, section.id), section.title)

    def index(self, section: str) -> Address:
        """The list of one kind of record."""
        return address.index_of(section)

    def period(self, period: ImpreciseDate) -> Address:
        """The timeline of a year or quarter."""
        return address.period(period.text)

    def month_anchor(self, date: ImpreciseDate) -> str:
        """The name of a month in a table of dated entries."""
        return address.month(date.last)

    def name(self, kind: str, record_id: str) -> Text:
        """A record's title, not linked."""
        title: Text = getattr(self, f"_{kind}")(record_id)[1]
        return title

    def outside(self, url: str) -> Markup:
        """A bare address of another site, linked."""
        return outside_link(escape(url), url)

    def _directive(self, record_id: str) -> tuple[Address, Text]:
        return address.directive(record_id), self.corpus.directives[record_id].title

    def _task(self, key: str) -> tuple[Address, Text]:
        task = self.corpus.tasks[key]
        return address.task(key, task.root), task.title

    def _section(self, ref: str) -> tuple[Address, Text]:
        directive, _, own = ref.partition("/")
        section = next(s for s in self.corpus.directives[directive].all_sections() if s.id == own)
        return address.section(directive, own), section.title

    def _actor(self, record_id: str) -> tuple[Address, Text]:
        return address.actor(record_id), self.corpus.actors[record_id].name

    def _topic(self, record_id: str) -> tuple[Address, Text]:
        return address.topic(record_id), self.corpus.topics[record_id].name

    def _term(self, record_id: str) -> tuple[Address, Text]:
        return address.term(record_id), self.corpus.terms[record_id].term


@pass_context
def _show(context: Context, value: object) -> Markup:
    """Jinja's ``finalize``: everything a template prints passes here, so nothing stays unescaped."""
    if type(value) is Markup:
        return value
    scribe: Scribe = context["w"]
    return scribe.show(value)


@cache
def environment() -> Environment:
    """The one environment; templates get ``w`` (the scribe), ``_``, ``ngettext`` and their view."""
    return Environment(
        loader=PackageLoader("directive_atlas.outputs.pages"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def write_template(template: str, scribe: Scribe, view: Mapping[str, Any]) -> Markup:
    """One template, filled."""
    words = {"w": scribe, "_": scribe.catalogue.gettext, "ngettext": scribe.catalogue.ngettext}
    return Markup(environment().get_template(template).render(**view, **words))
