"""What templates can do with the corpus: link to records and show values, always escaped.

There is one Jinja environment for a site; each page is rendered with a context of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup
from markupsafe import escape as escape_html

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.markdown import escape, link, outside_link
from directive_atlas.interface.timing import TimingPhrases
from directive_atlas.interface.values import Values
from directive_atlas.outputs.pages.chart import chart
from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.resolve.model import Passage, Relation, Section, Target, Task, Timing
from directive_atlas.schedule import AnchorKind
from directive_atlas.views.timeline.rows import Key
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import EventKind
from directive_atlas.vocabulary.word import N_


@dataclass
class PageContext(Values):
    """The context of one page: knows its path and language, and records every page it links to."""

    corpus: Corpus
    path: str
    linked: dict[str, None] = field(default_factory=dict)

    def directive(self, record_id: str, text: object = None) -> Markup:
        """A link to a directive, by default with its title."""
        title = self.corpus.directives[record_id].title
        return self.to(address.directive(record_id), title if text is None else text)

    def task(self, key: str, text: object = None) -> Markup:
        """A link to a task, or to a measure on its task's page."""
        task = self.corpus.tasks[key]
        return self.to(address.task(key, task.root), task.title if text is None else text)

    def actor(self, record_id: str) -> Markup:
        """A link to an actor."""
        return self.to(address.actor(record_id), self.corpus.actors[record_id].name)

    def topic(self, record_id: str) -> Markup:
        """A link to a topic."""
        return self.to(address.topic(record_id), self.corpus.topics[record_id].name)

    def term(self, record_id: str) -> Markup:
        """A link to a term in the glossary."""
        return self.to(address.term(record_id), self.corpus.terms[record_id].term)

    def listed(self, link: Callable[[str], Markup], ids: Iterable[str]) -> Markup:
        """Links to several records of one kind; ``link`` is the method for the kind."""
        return Markup(self.language.gettext(N_(", "))).join(map(link, ids))

    def to(self, target: Address, text: object) -> Markup:
        """A link to any generated page."""
        self._note(target)
        return link(self.show(text), target.relative_to(self.path))

    def html(self, target: Address, text: object) -> Markup:
        """A link to a generated page for HTML, in which Markdown is not read."""
        return Markup('<a href="{}">{}</a>').format(self.href(target), self.show(text))

    def row(self, key: Key) -> Markup:
        """A link to the subject of a row of a timeline, for HTML."""
        if key.kind == "task":
            task = self.corpus.tasks[key.id]
            return self.html(address.task(key.id, task.root), task.title)
        directive = self.corpus.directives[key.id.partition("/")[0]]
        if key.kind == "section":
            own = key.id.partition("/")[2]
            title = next(section.title for section in directive.all_sections() if section.id == own)
            return self.html(address.section(directive.id, own), title)
        return self.html(address.directive(directive.id), directive.title)

    def directive_html(self, record_id: str) -> Markup:
        """A link to a directive, for HTML."""
        return self.html(address.directive(record_id), self.corpus.directives[record_id].title)

    def actor_html(self, record_id: str) -> Markup:
        """A link to an actor, for HTML."""
        return self.html(address.actor(record_id), self.corpus.actors[record_id].name)

    def href(self, target: Address) -> Markup:
        """The address of a generated page, for HTML."""
        self._note(target)
        return Markup(target.href(self.path))

    def up(self, target: Address) -> Markup:
        """The same for a list that need not name this page: it gets no backlink."""
        return Markup(target.href(self.path))

    def _note(self, target: Address) -> None:
        if target.path != self.path:
            self.linked[target.path] = None

    def actor_href(self, record_id: str) -> Markup:
        """The address of an actor's page, for HTML."""
        return self.href(address.actor(record_id))

    def finder(self, standings: Iterable[StrEnum], actor: str = "") -> Markup:
        """The address of the task list with choices for the finder; gives no backlink."""
        chosen = [("actor", actor)] if actor else []
        query = escape_html(urlencode([*chosen, *(("standing", standing.value) for standing in standings)]))
        return Markup(f"{address.index_of('tasks').href(self.path)}?{query}")

    def block(self, html: Markup) -> Markup:
        """HTML that Markdown does not change: without blank lines, at which a block of HTML ends."""
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))

    def passage(self, directive: str, passage: Passage, text: object) -> Markup:
        """A link to a quote in the source text."""
        return self.to(address.directive(directive, passage.anchor), text)

    def cite(self, reference: Any) -> Markup:
        """A reference's title, linked unless its address is of grade C."""
        title = self.show(reference.title)
        return outside_link(title, reference.url) if reference.url else title

    def archived(self, reference: Any) -> Markup:
        """A link to a reference's archived copy."""
        return outside_link(self.show(self.language.gettext(N_("archived copy"))), reference.archived)

    def is_page_of(self, directive: str) -> bool:
        """Whether this is the page of a directive, which need not be named again."""
        return address.directive(directive).path == self.path

    def chart(self, target: Target) -> Markup:
        """A target's readings as a picture; nothing if there is only one reading."""
        return chart(target, self.plain, self.plain(target.metric))

    @cached_property
    def times(self) -> TimingPhrases:
        """The words for times in this page's language."""
        return TimingPhrases(self.language, self.show, self.phrase, self._anchor)

    def _anchor(self, kind: AnchorKind, ref: str) -> Markup:
        """What a time is counted from: a task, or an event on its directive's page."""
        if kind is not AnchorKind.EVENT:
            return self.task(ref)
        directive, _, event = ref.partition("/")
        title = self.corpus.directives[directive].events[event].title
        return self.to(address.directive(directive, f"event-{event}"), title)

    def timing(self, timing: Timing) -> Markup:
        """A timing in one phrase."""
        return self.times.when(timing)

    def derivation(self, timing: Timing) -> Markup:
        """The derivation of the days of a timing, in one sentence."""
        return self.times.derivation(timing)

    def running(self, due: ImpreciseDate) -> Markup:
        """A deadline that is running; a script may add how far off it is for the reader."""
        late = self.language.gettext(N_("%(days)s overdue")) % {"days": "{}"}
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
        """The name of a relation on the page of one of its two directives."""
        if relation.newer == directive:
            return self.plain(relation.kind)
        return self.language.gettext(relation.kind.meaning.inverse)

    def event_target(self, event: Event) -> Address:
        """The address of a dated entry: on its task's page, or among its directive's facts."""
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
        """The anchor of a month in a table of dated entries."""
        return address.month(date.last)

    def contact(self) -> Markup:
        """Where readers of the site can write, linked; nothing if the site does not say."""
        address = self.site.contact or ""
        return outside_link(escape(address.removeprefix("mailto:")), address) if address else Markup("")

    def outside(self, url: str) -> Markup:
        """A bare address of another site, linked."""
        return outside_link(escape(url), url)


@pass_context
def _show(context: Context, value: object) -> Markup:
    """Jinja's ``finalize``: every printed value passes here, so nothing stays unescaped."""
    if type(value) is Markup:
        return value
    page: PageContext = context["w"]
    return page.show(value)


def environment(templates: Path | None) -> Environment:
    """The environment of a site; ``templates`` is its folder of templates that replace ours.

    Templates get ``w`` (the context of the page), ``_``, ``ngettext`` and the fields of their view.
    """
    own = [FileSystemLoader(templates)] if templates else []
    return Environment(
        loader=ChoiceLoader([*own, PackageLoader("directive_atlas.outputs.pages")]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render_template(template: Template, context: PageContext, view: Mapping[str, Any]) -> Markup:
    """One template, filled."""
    words = {"w": context, "_": context.language.gettext, "ngettext": context.language.ngettext}
    return Markup(template.render(**view, **words))
