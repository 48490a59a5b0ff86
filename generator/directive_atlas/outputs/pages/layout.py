"""The layout of values in HTML: in headings, in cells, in a row, after a label, with an anchor.

Every method takes any value that ``Values.show`` takes; one that is missing (``None`` or empty) takes
no room. What is joined here is escaped already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any

from markupsafe import Markup

from directive_atlas.interface.markup import escape, safe
from directive_atlas.interface.values import Values
from directive_atlas.vocabulary.word import N_

LINKED = 3
"""The deepest level of a heading that has a link to itself and is in the list of a page's contents."""


@dataclass
class Layout(Values):
    """Places values of one language in HTML."""

    def printed(self, value: object) -> Markup:
        """A value as a template prints it: what is not known is nothing."""
        if type(value) is Markup:
            return value
        return Markup("") if value is None else self.show(value)

    def at(self, anchor: str) -> Markup:
        """The anchor of a heading in prose, which follows its words."""
        return safe(f"{{ #{anchor} }}")

    def heading(self, level: int, anchor: str, *words: object) -> Markup:
        """A heading of one of six levels with its anchor; behind one of the first three is a link to it."""
        tag, shown = f"h{min(level, 6)}", safe("".join(map(self.printed, words)))
        head = safe(f'<{tag} id="{anchor}">{shown}</{tag}>')
        return head + permalink(anchor, self.named(shown)) if level <= LINKED else head

    def named(self, heading: Markup) -> str:
        """The name of the link behind a heading."""
        return self.language.gettext(N_("Link to: %(heading)s")) % {"heading": heading.striptags()}

    def paragraph(self, text: object, kind: str = "") -> Markup:
        """A paragraph, for the style sheet of a ``kind``; nothing if there is no text."""
        shown = self.printed(text)
        if not shown:
            return shown
        return safe(f'<p class="{kind}">{shown}</p>\n' if kind else f"<p>{shown}</p>\n")

    def columns(self, *names: object) -> Markup:
        """The beginning of a table, whose end the template writes: its head, and the body opened."""
        cells = "".join(f"<th>{self.printed(name)}</th>" for name in names)
        return safe(f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>")

    def cells(self, *values: object, named: Sequence[object] = ()) -> Markup:
        """A row of a table; cells that do not explain themselves are ``named`` after their columns.

        The style sheet shows these names where a row is a card. An empty name is none, nor has a cell without
        a value one.
        """
        shown = [self.printed(value) for value in values]
        names = [*named, *[""] * (len(shown) - len(named))]
        return safe(f"<tr>{''.join(starmap(self._named, zip(shown, names, strict=True)))}</tr>")

    def _named(self, cell: Markup, name: object) -> str:
        label = f' data-label="{escape(self.plain(name))}"' if cell and name else ""
        return f"<td{label}>{cell}</td>"

    def capital(self, words: object) -> Markup:
        """Words as the name of a row, which begins with a capital where the script has capitals."""
        shown = self.printed(words)
        return safe(shown[:1].upper() + shown[1:])

    def dotted(self, *parts: object) -> Markup:
        """What there is of some facts, with dots between."""
        return safe(" · ".join(filter(None, map(self.printed, parts))))

    def spaced(self, *parts: object) -> Markup:
        """What there is of some words, with spaces between."""
        return safe(" ".join(filter(None, map(self.printed, parts))))

    def listed(
        self, show: Callable[[Any], Markup], items: Iterable[object], between: str = N_(", ")
    ) -> Markup:
        """Things of one kind in a row; ``show`` is the macro, or the method, that shows one."""
        return safe(self.language.gettext(between).join(map(show, items)))

    def clauses(self, first: object, *more: object) -> Markup:
        """What there is of some parts of a sentence, with commas between."""
        for then in filter(None, map(self.printed, more)):
            first = self.phrase(N_("%(first)s, %(then)s"), first=first, then=then)
        return self.printed(first)

    def labelled(self, label: object, value: object) -> Markup:
        """A value after its label; nothing if there is no value."""
        shown = self.printed(value)
        return safe("".join([self.show(label), self.language.gettext(N_(": ")), shown])) if shown else shown

    def note(self, text: object) -> Markup:
        """A text in brackets after another one; nothing if there is no text."""
        before, behind = self.language.gettext(N_(" (")), self.language.gettext(N_(")"))
        shown = self.printed(text)
        return safe("".join([before, shown, behind])) if shown else shown

    def counted(self, one: str, many: str, number: int) -> Markup:
        """A phrase with a number in it, in singular or plural: gettext's ``ngettext``."""
        return self.show(self.language.ngettext(one, many, number) % {"count": self.plain(number)})

    def css(self, number: float) -> Markup:
        """A number for a style sheet, independent of the page's language."""
        return Markup(str(number))


def permalink(anchor: str, name: str) -> Markup:
    """The link behind a heading, which leads to it."""
    return safe(f'<a class="headerlink" href="#{anchor}" aria-label="{escape(name)}">¶</a>')
