"""How values stand beside each other in Markdown: in cells, in a row, behind a label, under an anchor.

Every method takes any value that ``Values.show`` takes; one that is missing (``None`` or empty) takes
no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from directive_atlas.interface.values import Values
from directive_atlas.vocabulary.word import N_


@dataclass
class Layout(Values):
    """Places values of one language in Markdown."""

    def printed(self, value: object) -> Markup:
        """A value as a template prints it: what is not known is nothing."""
        return Markup("") if value is None else self.show(value)

    def at(self, anchor: str) -> Markup:
        """The anchor of a heading, which stands behind its words."""
        return Markup(f"{{ #{anchor} }}")

    def level(self, number: int) -> Markup:
        """The signs of a heading of a level; there are six."""
        return Markup("#" * min(number, 6))

    def columns(self, *names: object) -> Markup:
        """The head of a table."""
        return Markup("\n").join([self.cells(*names), self.cells(*[Markup("---")] * len(names))])

    def cells(self, *values: object) -> Markup:
        """A row of a table."""
        return Markup("| {} |").format(Markup(" | ").join(map(self.printed, values)))

    def dotted(self, *parts: object) -> Markup:
        """What there is of some facts, with dots between."""
        return self._joined(" · ", parts)

    def spaced(self, *parts: object) -> Markup:
        """What there is of some words, with spaces between."""
        return self._joined(" ", parts)

    def _joined(self, between: str, parts: Iterable[object]) -> Markup:
        return Markup(between).join(filter(None, map(self.printed, parts)))

    def listed(
        self, show: Callable[[Any], Markup], items: Iterable[object], between: str = N_(", ")
    ) -> Markup:
        """Things of one kind in a row; ``show`` is the macro, or the method, that shows one."""
        return Markup(self.language.gettext(between)).join(map(show, items))

    def labelled(self, label: object, value: object) -> Markup:
        """A value behind its label; nothing where there is no value."""
        shown = self.printed(value)
        return Markup("").join([self.show(label), self.language.gettext(N_(": ")), shown]) if shown else shown

    def note(self, text: object) -> Markup:
        """A text in brackets behind another one; nothing where there is no text."""
        before, behind = self.language.gettext(N_(" (")), self.language.gettext(N_(")"))
        shown = self.printed(text)
        return Markup("").join([before, shown, behind]) if shown else shown

    def counted(self, one: str, many: str, number: int) -> Markup:
        """A phrase with a number in it, as the language has it for that number: gettext's ``ngettext``."""
        return self.show(self.language.ngettext(one, many, number) % {"count": self.plain(number)})

    def css(self, number: float) -> Markup:
        """A number for a style: not as the page's language writes it."""
        return Markup(str(number))

    def block(self, html: Markup) -> Markup:
        """HTML that Markdown leaves as it is: without blank lines, at which that would end."""
        return Markup("\n".join(line for line in html.splitlines() if line.strip()))
