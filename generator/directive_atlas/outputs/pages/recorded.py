"""Links to records that there are, or were, and their recorded changes in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from directive_atlas.changes.words import RECORD, Sentences
from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.links import Links
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import FieldChange, Gone, Identity, Name, RecordChange, Value
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import Word

LONGEST = 120
"""Characters of a value in the line of a change; the record has all."""


@dataclass(frozen=True, slots=True)
class _InHtml(Sentences):
    """The same sentences for a page: escaped, long values cut, those in other languages marked."""

    page: Links

    def values(self, values: Iterable[Value], show: Callable[[Value], str] | None = None) -> Markup:
        shown = (self.page.show((show or self.value)(value)) for value in values)
        return self.page.listed(Markup, shown, ", " if self.language.is_spaced else "，")

    def value(self, value: Value) -> Markup:
        if isinstance(value, Name):
            return self.value(value.called) if value.called else self.page.show(value.id)
        if isinstance(value, Text):
            text, code = value.best(self.language.code)
            return self.page.show(Text(((code, _short(text)),)))
        if isinstance(value, Word | ImpreciseDate):
            return self.page.show(value)
        return self.page.by_script(_short(value))

    def _phrase(self, message: str, **values: object) -> Markup:
        return self.page.phrase(message, **values)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


@dataclass
class RecordedLinks(Links):
    """Tells what is recorded of changes; none of these links gives a backlink."""

    @cached_property
    def in_sentences(self) -> _InHtml:
        """Puts changes into words of this page's language."""
        return _InHtml(self.language, self)

    def record_change(self, change: RecordChange) -> Markup:
        """What happened to a record, with a link to its page if it has one."""
        former = self._former(change) if change.former else ""
        return self.phrase(RECORD[change.what], kind=change.kind, title=self.changed(change), former=former)

    def _former(self, change: RecordChange) -> Markup:
        """The former id of a record, linked to the page that says where to look."""
        gone = self.corpus.history.gone.get((change.kind, change.former or ""))
        if not gone or gone.kind is RecordKind.TERM or gone.root not in (None, gone.id):
            return self.show(change.former)
        return self.upward(address.of_record(gone.kind, gone.id), gone.id)

    def changed(self, change: RecordChange) -> Markup:
        """The title of a record that changed, linked if it has a page."""
        where = self._page_of(change.identity, change.root)
        return self.upward(where, change.title) if where else self.show(change.title)

    def field_change(self, change: FieldChange) -> Markup:
        """One change of one field."""
        return Markup(self.in_sentences.field(change))

    def successor(self, gone: Gone) -> Markup:
        """A link to what a record became."""
        identity = (gone.kind, gone.successor or gone.id)
        where = self._page_of(identity, None)
        return self.to(where, gone.title) if where else self.show(gone.title)

    def _page_of(self, identity: Identity, root: str | None) -> Address | None:
        kind, name = identity
        if (gone := self.corpus.history.gone.get(identity)) and gone.successor:
            return self._page_of((kind, gone.successor), None)
        if kind is RecordKind.TERM:
            return address.term(name, self.term_pages[name]) if name in self.term_pages else None
        if kind is RecordKind.TASK and name in self.corpus.tasks:
            return address.task(name, self.corpus.tasks[name].root)
        if kind is RecordKind.TASK and root != name:
            return None
        there = self.corpus.has(identity) or identity in self.corpus.history.gone
        return address.of_record(kind, name) if there else None
