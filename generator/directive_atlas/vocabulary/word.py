"""A word of a fixed list, with its meaning: the label for readers, and attributes for the stages."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, TypeVar


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a message for the catalogues without translating it yet."""
    return message


class Word(StrEnum):
    """A member of a fixed list: its form in data files or addresses, and its label for readers.

    Members of different lists may be written alike ("done") and have different meanings; each has the
    label of its own list. Lists whose words mean more than their label add attributes.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """A member that is written ``value`` and shown as the message ``label``."""
        return new_word(cls, value, label)


W = TypeVar("W", bound=Word)


def new_word(words: type[W], value: str, label: str) -> W:
    """The first step of ``__new__`` of a list: ``Enum`` does not let subclasses call the one above."""
    word = str.__new__(words, value)
    word._value_ = value
    word.label = label
    return word
