"""The layout of values in Markdown: in cells, in a row, after a label, with an anchor.

Every method takes any value that ``Values.show`` takes; one that is missing (``None`` or empty) takes
no room. What is joined here is escaped already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any

from markupsafe import Markup

from directive_atlas.interface.values import Values
from directive_atlas.vocabulary.word import N_


@dataclass
class Layout(Values):
    """Places values of one language in Markdown."""

    def printed(self, value: object) -> Markup:
        """A value as a template prints it: what is not known is nothing."""
        if type(value) is Markup:
            return value
        return Markup("") if value is None else self.show(value)

    def at(self, anchor: str) -> Markup:
        """The anchor of a heading, which follows its words."""
        return Markup(f"{{ #{anchor} }}")

    def level(self, number: int) -> Markup:
        """The number signs of a heading of a level; there are six levels."""
        return Markup("#" * min(number, 6))

    def columns(self, *names: object) -> Markup:
        """The head of a table."""
        return Markup("\n".join([self.cells(*names), "| --- " * len(names) + "|"]))

    def cells(self, *values: object, named: Sequence[object] = ()) -> Markup:
        """A row of a table; cells that do not explain themselves are ``named`` after their columns.

        The style sheet shows these names where a row is a card. An empty name is none, nor has a cell without
        a value one.
        """
        shown = [self.printed(value) for value in values]
        names = [*named, *[""] * (len(shown) - len(named))]
        return Markup(f"| {' | '.join(starmap(self._named, zip(shown, names, strict=True)))} |")

    def _named(self, cell: Markup, name: object) -> Markup:
        return cell + Markup(' {{: data-label="{}" }}').format(self.plain(name)) if cell and name else cell

    def dotted(self, *parts: object) -> Markup:
        """What there is of some facts, with dots between."""
        return Markup(" · ".join(filter(None, map(self.printed, parts))))

    def spaced(self, *parts: object) -> Markup:
        """What there is of some words, with spaces between."""
        return Markup(" ".join(filter(None, map(self.printed, parts))))

    def listed(
        self, show: Callable[[Any], Markup], items: Iterable[object], between: str = N_(", ")
    ) -> Markup:
        """Things of one kind in a row; ``show`` is the macro, or the method, that shows one."""
        return Markup(self.language.gettext(between).join(map(show, items)))

    def clauses(self, first: object, *more: object) -> Markup:
        """What there is of some parts of a sentence, with commas between."""
        for then in filter(None, map(self.printed, more)):
            first = self.phrase(N_("%(first)s, %(then)s"), first=first, then=then)
        return self.printed(first)

    def labelled(self, label: object, value: object) -> Markup:
        """A value after its label; nothing if there is no value."""
        shown = self.printed(value)
        return Markup("".join([self.show(label), self.language.gettext(N_(": ")), shown])) if shown else shown

    def note(self, text: object) -> Markup:
        """A text in brackets after another one; nothing if there is no text."""
        before, behind = self.language.gettext(N_(" (")), self.language.gettext(N_(")"))
        shown = self.printed(text)
        return Markup("".join([before, shown, behind])) if shown else shown

    def counted(self, one: str, many: str, number: int) -> Markup:
        """A phrase with a number in it, in singular or plural: gettext's ``ngettext``."""
        return self.show(self.language.ngettext(one, many, number) % {"count": self.plain(number)})

    def css(self, number: float) -> Markup:
        """A number for a style sheet, independent of the page's language."""
        return Markup(str(number))

    def line(self, text: Markup) -> Markup:
        """What a macro wrote on several lines, in one: a row of a table is a line."""
        return Markup(" ".join(text.split()))

    def block(self, html: Markup) -> Markup:
        """HTML that Markdown does not change: without blank lines, at which a block of HTML ends."""
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))
