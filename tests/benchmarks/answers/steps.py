"""What a reader does on the way to an answer; each step says in Chinese and in English what it looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tests.benchmarks.answers.reader import NotThereError, Reader

_A_LOOK = 0.5
"""Seconds for a look at a page that need not have it."""


class Step(Protocol):
    """One thing that a reader does."""

    def go(self, reader: Reader) -> None:
        """Do it, and count it.

        Raises:
            NotThereError: the page does not have what the step needs.

        """


@dataclass(frozen=True, slots=True)
class Both:
    """A regular expression for each language: words as readers see them."""

    zh: str
    en: str

    def of(self, reader: Reader) -> str:
        """That of the reader's language."""
        return self.zh if reader.language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Read:
    """Look for words on the page: the last step of every way."""

    words: Both

    def go(self, reader: Reader) -> None:
        """Scroll to the words."""
        reader.read(self.words.of(reader))


@dataclass(frozen=True, slots=True)
class Press:
    """Press a link, a button or a box by its name."""

    name: Both

    def go(self, reader: Reader) -> None:
        """Scroll to it and press it."""
        reader.press(self.name.of(reader))


@dataclass(frozen=True, slots=True)
class Go:
    """Go to a part of the site: by a link that is in sight, else by the menu."""

    name: Both

    def go(self, reader: Reader) -> None:
        """Scroll to the link and press it."""
        name = self.name.of(reader)
        try:
            reader.press(name, patience=_A_LOOK)
        except NotThereError:
            reader.press(r"^(菜单|menu)")
            reader.press(name)


@dataclass(frozen=True, slots=True)
class Choose:
    """Press a box in a group that has a name; one that is folded may get its boxes only when it is opened."""

    name: Both
    group: Both

    def go(self, reader: Reader) -> None:
        """Scroll to it and press it."""
        name, group = self.name.of(reader), self.group.of(reader)
        try:
            reader.press(name, group, patience=_A_LOOK)
        except NotThereError:
            reader.press(group)
            reader.press(name, group)


@dataclass(frozen=True, slots=True)
class Ask:
    """Type a query into the search."""

    query: Both

    def go(self, reader: Reader) -> None:
        """Open the search and type."""
        reader.ask(self.query.of(reader))


@dataclass(frozen=True, slots=True)
class Point:
    """Point at what was looked for last: there a page may show what can be done with it."""

    def go(self, reader: Reader) -> None:
        """Rest the pointer on it; nothing is clicked, and a finger cannot."""
        reader.point()


@dataclass(frozen=True, slots=True)
class ReadHere:
    """Look for words on this page, or where some more steps lead: an answer may stand earlier one day."""

    words: Both
    or_after: tuple[Step, ...]

    def go(self, reader: Reader) -> None:
        """Scroll to the words, here or there."""
        try:
            reader.read(self.words.of(reader), patience=_A_LOOK)
        except NotThereError:
            for step in self.or_after:
                step.go(reader)
            reader.read(self.words.of(reader))
