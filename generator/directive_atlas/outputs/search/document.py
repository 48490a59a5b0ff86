"""A document of the search: what is found, by which words, where, and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.interface.addresses import Address
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.dates import ImpreciseDate


class Kind(StrEnum):
    """The kind of a document, in the order in which documents are numbered."""

    DIRECTIVE = "directive"
    ACTOR = "actor"
    TOPIC = "topic"
    TERM = "term"
    PAGE = "page"
    TASK = "task"
    MEASURE = "measure"
    SECTION = "section"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the search.

    ``names`` are further names of the same thing; ``related`` words stand elsewhere, but belong to it;
    ``context`` is the title of what it is a part of; ``key`` the task's key where it is one; ``number``
    that of a paragraph, and ``label`` what the text itself calls it; ``labels`` is that of all passages.
    ``facts`` tell who, by when, and how it stands; ``query`` is the query of the address.
    ``translations`` of the texts are shown in their place, but not searched.
    """

    kind: Kind
    address: Address
    title: Text | None
    names: tuple[str, ...] = ()
    dates: tuple[ImpreciseDate, ...] = ()
    body: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    context: Text | None = None
    number: int = 0
    key: str = ""
    label: str | None = None
    labels: tuple[str, ...] = ()
    facts: Text | None = None
    query: str = ""
    translations: tuple[str, ...] = ()
