"""Links to pages, to anchors on the page itself, and to other sites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from urllib.parse import urlencode

from markupsafe import Markup
from markupsafe import escape as escape_html

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.anchors import Heading
from directive_atlas.interface.markup import escape, in_language, link, outside_link
from directive_atlas.outputs.pages.defined import defined
from directive_atlas.outputs.pages.layout import Layout
from directive_atlas.outputs.pages.reads import Once, Reads
from directive_atlas.outputs.pages.rooted import rooted
from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.resolve.model import Passage, Reference, Section, Task, Term
from directive_atlas.views.timeline.rows import Key
from directive_atlas.views.twins import Difference, Paragraph, told_apart
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import EventKind
from directive_atlas.vocabulary.word import N_


@dataclass
class Links(Layout):
    """Makes links that lead to their pages from any page (``rooted``).

    ``term_pages`` has the number of the page of each term in the glossary; ``reads`` notes what is read of
    the corpus.
    """

    corpus: Corpus
    term_pages: Mapping[str, int]
    reads: Reads

    @cached_property
    def _links(self) -> Once[tuple[str, str], Markup]:
        """The links to records under their own names, each of which is on many pages."""
        return Once(self.reads)

    def to(self, target: Address, text: object) -> Markup:
        """A link to any generated page."""
        return link(self.show(text), rooted(target))

    def directive(self, record_id: str | None, text: object = None, anchor: str = "") -> Markup:
        """A link to a directive, or to a place on its page, by default with its title; nothing for none."""
        if record_id is None:
            return Markup("")
        if text is None and not anchor:
            return self._by_name("directive", record_id, self._directive)
        title = self.corpus.directives[record_id].title
        return self.to(address.directive(record_id, anchor), title if text is None else text)

    def _by_name(self, kind: str, key: str, link: Callable[[str], Markup]) -> Markup:
        return self._links.get((kind, key), partial(link, key))

    def _directive(self, key: str) -> Markup:
        return self.to(address.directive(key), self.corpus.directives[key].title)

    def task(self, key: str, text: object = None) -> Markup:
        """A link to a task, or to a measure on its task's page."""
        return self._by_name("task", key, self._titled) if text is None else self.to(self._task(key), text)

    def _titled(self, key: str) -> Markup:
        return self.to(self._task(key), self.corpus.tasks[key].title)

    def tasks(self, keys: Iterable[str]) -> Markup:
        """Links to tasks in a row; those of one title with what tells them apart."""
        listed = tuple(keys)
        apart = told_apart(self.corpus, listed)
        return self.listed(lambda key: self.task(key) + self.apart(apart.get(key)), listed)

    def apart(self, difference: Difference | None) -> Markup:
        """A note behind the title of a task that another one of the list has, too; nothing where none has."""
        if isinstance(difference, Paragraph):
            return self.note(self.paragraph_name(difference.label, difference.number))
        return self.note(self.label(difference) if isinstance(difference, str) else difference)

    def actor(self, record_id: str | None, text: object = None) -> Markup:
        """A link to an actor, by default with its name; nothing for nobody."""
        if record_id is None:
            return Markup("")
        if text is None:
            return self._by_name("actor", record_id, self._actor)
        return self.to(address.actor(record_id), text)

    def _actor(self, key: str) -> Markup:
        return self.to(address.actor(key), self.corpus.actors[key].name)

    def topic(self, record_id: str) -> Markup:
        """A link to a topic."""
        return self.to(address.topic(record_id), self.corpus.topics[record_id].name)

    def term(self, record_id: str, text: object = None) -> Markup:
        """A link to a term in the glossary, by default with its name."""
        where = address.term(record_id, self.term_pages[record_id])
        return self.to(where, self.corpus.terms[record_id].term if text is None else text)

    def with_terms(self, text: str, language: str, terms: Iterable[str]) -> Markup:
        """Words of the source; a term, where it first occurs, is a link to the glossary with its meaning."""
        found = defined(text, (self.corpus.terms[term] for term in terms))
        shown = (self._defined(words, term) if term else escape(words) for words, term in found)
        quote = Markup("").join(shown)
        return quote if language == self.language.code else in_language(quote, language)

    def terms_of(self, task: Task) -> tuple[str, ...]:
        """The terms in the passages of a task and its measures, each once."""
        return tuple(dict.fromkeys(term for part in task.walk() for term in part.terms))

    def _defined(self, words: str, term: Term) -> Markup:
        link = Markup('<a class="term" href="{}" data-meaning="{}">{}</a>')
        href = self.href(address.term(term.id, self.term_pages[term.id]))
        return link.format(href, " ".join(self.plain(term.definition).split()), escape(words))

    def section(self, directive: str, section: Section) -> Markup:
        """A link to a section on its directive's page."""
        return self.to(address.section(directive, section.id), section.title)

    def passage(self, directive: str, passage: Passage, text: object) -> Markup:
        """A link to a quote in the source text."""
        return self.to(address.directive(directive, passage.anchor), text)

    def suspicion(self, passage: Passage) -> Markup:
        """Why somebody should look at a passage again."""
        if passage.edition:
            return self.phrase(N_("new or changed since the edition of %(day)s"), day=passage.edition)
        return self.phrase(N_("source changed since review"))

    def editions(self, directive: str, text: object) -> Markup:
        """A link to what changed between the editions of a directive's text."""
        return self.to(address.editions(directive), text)

    def source_href(self, directive: str) -> Markup:
        """The address of a directive's source text; gives no backlink."""
        return self.up(address.directive(directive, Heading.SOURCE))

    def at_paragraph(self, directive: str, number: int, name: object) -> Markup:
        """A link to a paragraph of the source text, under any name."""
        return self.to(address.paragraph(directive, number), name)

    def numbered(self, directive: str, number: int, label: str | None) -> Markup:
        """A link to a paragraph of the source text: the text's own label, or else its number."""
        parts = re.split("(?<=.)(?=[(（])", label or str(number))
        name = Markup("<wbr>").join(map(self.label, parts))  # the margin is narrow: it may break at brackets
        return self.to(address.paragraph(directive, number), name)

    def event(self, directive: str, event: str) -> Markup:
        """A link to an event that times are counted from, on its directive's page."""
        return self.to(address.event(directive, event), self.corpus.directives[directive].events[event].title)

    def period(self, period: ImpreciseDate, text: object = None) -> Markup:
        """A link to the timeline of a year or quarter, by default with its name."""
        return self.to(address.period(period.text), period if text is None else text)

    def index(self, section: str, text: object) -> Markup:
        """A link to the list of one kind of record."""
        return self.to(address.index_of(section), text)

    def here(self, anchor: str, text: object) -> Markup:
        """A link to an anchor on the same page."""
        return link(self.show(text), f"#{anchor}")

    def page(self, path: str, text: object) -> Markup:
        """A link to the page at a path."""
        return self.to(Address(path), text)

    def dated(self, event: Event) -> Markup:
        """A link to what a dated entry is about, with what is to happen."""
        if event.task:
            return self.task(event.task, event.what)
        return self.directive(event.directive, event.what)

    def row_subject(self, key: Key) -> Markup:
        """A link to the subject of a row of a timeline."""
        if key.kind == "task":
            return self.to(self._task(key.id), self.corpus.tasks[key.id].title)
        directive, _, own = key.id.partition("/")
        if key.kind == "section":
            sections = self.corpus.directives[directive].all_sections()
            title = next(section.title for section in sections if section.id == own)
            return self.to(address.section(directive, own), title)
        return self.directive(directive)

    def href(self, target: Address) -> Markup:
        """The address of a generated page."""
        return rooted(target)

    def up(self, target: Address) -> Markup:
        """The same for a list that need not name this page: it gets no backlink."""
        return rooted(target, noted=False)

    def upward(self, target: Address, text: object) -> Markup:
        """A link that gives no backlink either."""
        return link(self.show(text), rooted(target, noted=False))

    def explaining(self, anchor: Heading, text: object) -> Markup:
        """A link to the part of the reader's help that explains a word; gives no backlink."""
        return self.upward(address.help_on(anchor), text)

    def file(self, target: Address, text: object, shared: bool = False) -> Markup:
        """A link to a file for other programs; a ``shared`` one is in no folder of a language."""
        up = "../" * self.language.folder.count("/") if shared else ""
        return link(self.show(text), f"{up}{rooted(target, noted=False)}")

    def actor_href(self, record_id: str) -> Markup:
        """The address of an actor's page."""
        return self.href(address.actor(record_id))

    def index_href(self, section: str) -> Markup:
        """The address of the list of one kind of record."""
        return self.href(address.index_of(section))

    def event_href(self, event: Event) -> Markup:
        """The address of a dated entry: on its task's page, or among its directive's facts."""
        if event.task:
            return self.href(self._task(event.task))
        place = Heading.EVENTS if event.kind is EventKind.EVENT else Heading.FACTS
        return self.href(address.directive(event.directive, place))

    def finder(
        self,
        standings: Iterable[StrEnum] = (),
        actor: str = "",
        roles: Iterable[StrEnum] = (),
        *,
        states: Iterable[str] = (),
        directive: str = "",
        due: str = "",
        figure: str = "",
        topic: str = "",
        words: str = "",
    ) -> Markup:
        """The address of the task list with choices for the finder; ``due`` and ``figure`` are years.

        It gives no backlink.
        """
        chosen = {
            "actor": [actor] if actor else [],
            "directive": [directive] if directive else [],
            "role": [role.value for role in roles],
            "standing": [standing.value for standing in standings],
            "state": [*map(str, states)],
            "due": [due] if due else [],
            "figure": [figure] if figure else [],
            "topic": [topic] if topic else [],
            "q": [words] if words else [],
        }
        query = escape_html(urlencode([(name, value) for name, values in chosen.items() for value in values]))
        return Markup(f"{self.up(address.index_of('tasks'))}?{query}")

    def cite(self, reference: Reference) -> Markup:
        """A reference's title, linked unless its address is of grade C."""
        title = self.show(reference.title)
        return outside_link(title, reference.url) if reference.url else title

    def archived(self, reference: Reference) -> Markup:
        """A link to a reference's archived copy, if there is one."""
        if not reference.archived:
            return Markup("")
        return outside_link(self.show(self.language.gettext(N_("archived copy"))), reference.archived)

    def contact(self) -> Markup:
        """Where readers of the site can write, or else where its data are kept; nothing without either."""
        url = self.site.contact or self.site.repository or ""
        return outside_link(escape(url.removeprefix("mailto:")), url) if url else Markup("")

    def outside(self, url: str | None) -> Markup:
        """A bare address of another site, linked."""
        return outside_link(escape(url), url) if url else Markup("")

    def outside_titled(self, title: object, url: str | None) -> Markup:
        """A title, linked to another site where there is an address."""
        shown = self.show(title)
        return outside_link(shown, url) if url else shown

    def _task(self, key: str) -> Address:
        return address.task(key, self.corpus.tasks[key].root)
