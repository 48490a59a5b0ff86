"""Sentences that can be said in several languages: a template in English, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from directive_atlas.problems.harmless import within_line

Translate = Callable[[str], str]
"""A template in English to the same template in another language."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A template with ``{names}``, and the words that stand there: as they are, or wordings themselves."""

    template: str
    words: tuple[tuple[str, str | Wording], ...] = ()

    def in_(self, translate: Translate) -> str:
        """The sentence in the language of ``translate``."""
        spoken = {name: word if isinstance(word, str) else word.in_(translate) for name, word in self.words}
        return translate(self.template).format_map(spoken)

    def with_words(self, words: Mapping[str, object]) -> Wording:
        """The same template with other words."""
        return Wording(self.template, tuple((name, _word(value)) for name, value in words.items()))

    @property
    def short(self) -> Wording:
        """The same with its words in one line each, for the middle of a message."""
        return Wording(self.template, tuple((name, one_line(word)) for name, word in self.words))

    @property
    def harmless(self) -> Wording:
        """The same without characters that control a terminal; lines stay, as in pieces of YAML."""
        return Wording(self.template, tuple((name, _harmless(word)) for name, word in self.words))

    @property
    def within_line(self) -> Wording:
        """The same with its words in one line each, without controls: only templates have lines."""
        return Wording(self.template, tuple((name, _within_line(word)) for name, word in self.words))

    def __str__(self) -> str:
        return self.in_(str)


def say(template: str, /, **words: object) -> Wording:
    """A wording; its template is a message of the catalogues, so write it out where this is called."""
    return Wording(template).with_words(words)


def either(parts: Iterable[object]) -> Wording:
    """Several things of which one is meant."""
    return _joined(lambda one, other: say("{one} or {other}", one=one, other=other), parts)


def both(parts: Iterable[object]) -> Wording:
    """Several things that are meant together."""
    return _joined(lambda one, other: say("{one} and {other}", one=one, other=other), parts)


def sequence(parts: Iterable[object]) -> Wording:
    """Several sentences, one after the other."""
    return _joined(lambda one, other: say("{one}; {other}", one=one, other=other), parts)


def _joined(join: Callable[[object, object], Wording], parts: Iterable[object]) -> Wording:
    found = reduce(join, parts)
    return found if isinstance(found, Wording) else Wording("{word}", (("word", _word(found)),))


def _word(value: object) -> str | Wording:
    return value if isinstance(value, Wording) else str(value)


def one_line(value: object) -> str | Wording:
    """A value as it appears inside a message: short, without line breaks or control characters."""
    if isinstance(value, Wording):
        return value.short
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 300 else text[:299] + "…"


def _harmless(word: str | Wording) -> str | Wording:
    return word.harmless if isinstance(word, Wording) else "\n".join(map(printable, word.split("\n")))


def _within_line(word: str | Wording) -> str | Wording:
    return word.within_line if isinstance(word, Wording) else within_line(word)


def plain_line(text: str) -> str:
    """A text on one line, without characters that control a terminal."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """A text without characters that control a terminal, or that no encoding has."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "�" for char in text)
