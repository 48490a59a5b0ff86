"""Values that several records share."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.api.v1.base import Day, Quote, Reference, Words
from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import Address
from directive_atlas.resolve import model
from directive_atlas.vocabulary.dates import ImpreciseDate


def words(text: model.Text) -> Words:
    """A text by language."""
    return dict(text.values)


def said(text: model.Text | None) -> Words | None:
    """A text by language, if there is one."""
    return words(text) if text else None


def day(date: ImpreciseDate | None) -> Day | None:
    """A date, if there is one."""
    return Day(text=date.text, first=date.first, last=date.last) if date else None


def page(address: Address) -> str:
    """The address of a page from the root of the site, in its first language."""
    return address.href("index.md")


def reference(found: model.Reference | None) -> Reference | None:
    """A reference, if there is one."""
    return _reference(found) if found else None


def references(found: Iterable[model.Reference]) -> tuple[Reference, ...]:
    """All of some references."""
    return tuple(map(_reference, found))


def _reference(found: model.Reference) -> Reference:
    return Reference(
        title=words(found.title),
        publisher=said(found.publisher),
        speaker=said(found.speaker),
        date=day(found.date),
        grade=found.grade,
        url=found.url,
        archived=found.archived,
        note=said(found.note),
    )


def quote(passage: model.Passage, directive: str) -> Quote:
    """A passage of a directive."""
    return Quote(
        text=passage.text,
        translation=said(passage.translation),
        page=page(addresses.directive(directive, passage.anchor)),
        paragraph=passage.paragraph,
        label=passage.label,
        start=passage.span.start,
        end=passage.span.end,
        review=passage.review,
    )
