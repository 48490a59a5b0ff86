"""What templates may do with the graph: link to records and show values, always escaped.

There is one Jinja environment; a ``Scribe`` is the hand that writes one page with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from markupsafe import escape as escape_html

from generator.load.fields import ImpreciseDate, is_chinese
from generator.load.words import Comparator, Role
from generator.pages import address
from generator.pages.address import Address
from generator.pages.catalogue import Catalogue
from generator.pages.chart import chart
from generator.pages.labels import INVERSE, N_, label
from generator.pages.markdown import escape, in_language, link, outside_link
from generator.pages.matrix import LETTERS
from generator.pages.timing_words import TimingWords
from generator.resolve.board import share
from generator.resolve.corpus import Corpus, Event, EventKind
from generator.resolve.model import Passage, Relation, Section, Target, Task, Text, Timing
from generator.schedule import AnchorKind

_SHORT = 80
"""How many characters of a text are shown where there is little room."""


@dataclass
class Scribe:
    """Writes one page: knows its path and language, and notes every page it links to."""

    corpus: Corpus
    catalogue: Catalogue
    path: str
    linked: dict[str, None] = field(default_factory=dict)

    def show(self, value: object) -> Markup:
        """Any value as safe Markdown in the page's language."""
        if hasattr(value, "__html__"):
            return Markup(value)
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, ImpreciseDate):
            return _time(value, self.catalogue.date(value))
        return escape(self.plain(value))

    def plain(self, value: object) -> str:
        """A value as plain text in the page's language."""
        if isinstance(value, Text):
            return value.best(self.catalogue.language)[0]
        if isinstance(value, ImpreciseDate):
            return self.catalogue.date(value)
        if isinstance(value, StrEnum):
            return self.catalogue.gettext(label(value))
        if isinstance(value, dt.date):
            return self.catalogue.day(value)
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return self.catalogue.number(value)
        return str(value)

    def text(self, text: Text) -> Markup:
        """A text in the page's language; one that is only known in another is marked as such."""
        words, language = text.best(self.catalogue.language)
        shown = escape(words)
        return shown if language == self.catalogue.language else in_language(shown, language)

    def short(self, text: Text) -> Markup:
        """The first words of a text, for places with little room."""
        words, language = text.best(self.catalogue.language)
        return self.quote(words if len(words) <= _SHORT else f"{words[:_SHORT]}…", language)

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
        if target.path != self.path:
            self.linked[target.path] = None
        return link(self.show(text), target.relative_to(self.path))

    def html(self, target: Address, text: object) -> Markup:
        """A link to a generated page where HTML stands as it is, and Markdown is not read."""
        return Markup('<a href="{}">{}</a>').format(self.href(target), self.show(text))

    def html_link(self, kind: str, record_id: str) -> Markup:
        """A link to a record with its title, where HTML stands as it is."""
        return self.html(*getattr(self, f"_{kind}")(record_id))

    def href(self, target: Address) -> Markup:
        """The address of a generated page, for HTML that stands as it is."""
        if target.path != self.path:
            self.linked[target.path] = None
        return Markup(target.href(self.path))

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

    def up(self, target: Address) -> str:
        """The same for a list that need not name this page: it gets no backlink."""
        return target.href(self.path)

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

    def also(self, text: Text) -> Markup:
        """A text's other languages, each marked with its language."""
        parts = (in_language(escape(words), code) for words, code in text.others(self.catalogue.language))
        return Markup(" / ").join(parts)

    def quote(self, text: str, language: str) -> Markup:
        """Words of the source, marked with its language where that differs from the page's."""
        shown = escape(text)
        return shown if language == self.catalogue.language else in_language(shown, language)

    def by_script(self, words: str) -> Markup:
        """Words whose language is not recorded: Chinese with a Han character, none without a letter."""
        if not any(char.isalpha() for char in words):
            return escape(words)
        return self.quote(words, "zh" if is_chinese(words) else "en")

    def words_of_text(self, words: str) -> Markup:
        """Words of the source in quotation marks."""
        return Markup("“{}”").format(self.by_script(words))

    def phrase(self, message: str, **values: object) -> Markup:
        """An interface phrase with values in it, each shown as on its own."""
        return Markup(self.catalogue.gettext(message)) % {n: self.show(v) for n, v in values.items()}

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

    def chart(self, target: Target) -> Markup:
        """A figure's readings as a picture; nothing where one reading stands alone."""
        return chart(target, self.plain, self.plain(target.metric))

    def letter(self, role: Role) -> str:
        """A role as short as can be."""
        return self.catalogue.gettext(LETTERS[role])

    def percent(self, share: int) -> str:
        """A share of 100, as text."""
        return f"{self.plain(share)} %"

    def share(self, part: int, total: int) -> str:
        """A part in percent of the whole, rounded down."""
        return self.percent(share(part, total))

    def measure_timings(self, task: Task) -> list[Markup]:
        """The timings of a task's measures as phrases, each once."""
        parts = (part for part in task.walk() if part is not task)
        return list(dict.fromkeys(self.timing(timing) for part in parts for timing in part.timings))

    def measure_actors(self, task: Task) -> list[str]:
        """The actors whom a task's measures name, each once."""
        parts = (part for part in task.walk() if part is not task)
        return list(dict.fromkeys(duty.actor for part in parts for duty in part.duties))

    def target(self, target: Target) -> Markup:
        """A target's figure in one phrase, without its metric."""
        if target.value is None:
            return self.phrase(N_("no value set"))
        if target.to is not None:
            return self._with_unit(
                target, self.phrase(N_("%(value)s to %(to)s"), value=target.value, to=target.to)
            )
        return self.figure(target.comparator, target.value, target)

    def figure(self, comparator: Comparator, value: Decimal, target: Target) -> Markup:
        """A value of a target's metric, with its unit; “exactly” is not said."""
        words = [] if comparator is Comparator.EXACTLY else [self.show(comparator)]
        return self._with_unit(target, Markup(" ").join([*words, self.show(value)]))

    def _with_unit(self, target: Target, figure: Markup) -> Markup:
        return Markup(" ").join([figure, self.text(target.unit)]) if target.unit else figure

    def relation(self, relation: Relation, directive: str) -> str:
        """What a relation is called on the page of one of its two directives."""
        if relation.newer == directive:
            return self.plain(relation.kind)
        return self.catalogue.gettext(INVERSE[relation.kind])

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


def _time(date: ImpreciseDate, words: str) -> Markup:
    """A date as HTML's ``time``, which knows days, months and years, but no quarters."""
    machine = date.text if date.text.replace("-", "").isdigit() else date.first.isoformat()[:4]
    return Markup(f'<time datetime="{machine}">{escape(words)}</time>')


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
        loader=PackageLoader("generator.pages"),
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
