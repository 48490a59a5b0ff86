"""Dated entries in the rows of a table and as the marks of a timeline: what pages have most of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from directive_atlas.interface import anchors
from directive_atlas.interface.markup import escape, safe
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.reads import Once
from directive_atlas.resolve.corpus import Event
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.rows import Mark
from directive_atlas.vocabulary.timeline import Shape
from directive_atlas.vocabulary.word import N_

_SETTERS = 3
"""The number of bodies named as those that set a figure."""


@dataclass(frozen=True)
class OfEvents:
    """What tables and timelines say of dated entries in the language of some pages."""

    page: PageContext

    @cached_property
    def _cells(self) -> Once[tuple[int, bool], Markup]:
        """The cells of an entry, which several pages have, by its identity: the corpus keeps it."""
        return Once(self.page.reads)

    def rows(self, items: Iterable[Item], anchored: bool, page_of: str) -> Markup:
        """The rows of a table; if they are ``anchored``, the first one of each month has its anchor.

        ``page_of`` is the directive on whose page they are, whose name is left out.
        """
        found, seen = list[str](), ""
        for item in items:
            month = anchors.month(item.event.date.last)
            anchor = f'<span id="{month}" class="anchor"></span>' if anchored and month != seen else ""
            found.append(f"<tr><td>{anchor}{self._row(item, page_of)}</tr>\n")
            seen = month
        return safe("".join(found))

    def _row(self, item: Item, page_of: str) -> Markup:
        """The cells of an entry, without the beginning of the first one."""
        key = id(item.event), item.event.directive == page_of
        return self._cells.get(key, lambda: self._written(item, page_of))

    def _written(self, item: Item, page_of: str) -> Markup:
        event = item.event
        told = self._figure if event.figure and not event.task else self._what
        return safe(f"{self._days(event)}</td><td>{self.kind(item)}</td><td>{told(event, page_of)}</td>")

    def _days(self, event: Event) -> Markup:
        last = self.page.show(event.date)
        return self.page.show(event.start) + " — " + last if event.start else last

    def kind(self, item: Item) -> Markup:
        """What sort of entry it is."""
        of_event = item.shape in (Shape.DIRECTIVE, Shape.PERIOD)
        return self.page.show(item.event.kind if of_event else item.shape)

    def _figure(self, event: Event, page_of: str) -> Markup:
        """A figure of a directive itself: what is wanted, and who wants it."""
        w, elsewhere = self.page, event.directive != page_of
        issuers = w.corpus.directives[event.directive].issuers[:_SETTERS]
        by = w.phrase(N_("set by %(actors)s"), actors=w.listed(w.actor, issuers))
        return w.dotted(
            w.labelled(w.dated(event), w.target(event.figure)) if event.figure else None,
            by if issuers and elsewhere else None,
            w.directive(event.directive if elsewhere else None),
        )

    def _what(self, event: Event, page_of: str) -> Markup:
        w = self.page
        directive = None if not event.task or event.directive == page_of else event.directive
        who = w.actor(event.actor) if event.actor else None
        note = w.labelled(who, event.note) if who and event.note else event.note or who
        return w.dotted(note, w.dated(event), w.directive(directive))

    def shapes(self, items: Iterable[Item]) -> Markup:
        """How many entries there are of each shape."""
        counted = sorted(Counter(item.shape for item in items).items())
        return self.page.listed(lambda pair: self.page.spaced(*pair), counted)

    def marks(self, marks: Iterable[Mark]) -> Markup:
        """The marks of a row of a timeline, each a link that says what it stands for."""
        return safe("\n".join(map(self._mark, marks)))

    def _mark(self, mark: Mark) -> str:
        w, target = self.page, mark.target
        href = w.up(target) if target else w.event_href(mark.items[0].event)
        number = f'<b aria-hidden="true">{self._number(mark)}</b>' if target else ""
        told = self._told(mark)
        return (
            f'<a class="{_look(mark)}" style="{_style(mark)}" href="{href}">{number}<span>{told}</span></a>'
        )

    def _number(self, mark: Mark) -> Markup:
        """What stands in a mark for several entries: how many, and in words where there is room."""
        count = len(mark.items)
        words = N_("%(count)s entries within this time")
        return self.page.phrase(words, count=count) if mark.is_wide else self.page.show(count)

    def _told(self, mark: Mark) -> Markup:
        w = self.page
        if mark.shape is None:
            return w.labelled(
                w.phrase(N_("%(count)s entries"), count=len(mark.items)), self.shapes(mark.items)
            )
        item, event = mark.items[0], mark.items[0].event
        since = f"{w.plain(event.start)} — " if event.start else ""
        return w.dotted(escape(since + w.plain(event.date)), self.kind(item), w.short(event.what))


def _look(mark: Mark) -> str:
    shape = mark.shape.value if mark.shape else "count"
    return f"mark{' late' if mark.middle > 50 else ''} {shape}{' bar' if mark.is_bar else ''}"


def _style(mark: Mark) -> str:
    width = f";width:{mark.width}%" if mark.is_bar else ""
    return f"left:{mark.start}%{width}{f';--lane:{mark.lane}' if mark.lane else ''}"
