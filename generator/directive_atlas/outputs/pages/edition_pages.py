"""The pages that tell what changed between the editions of a directive's text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.site import Site, in_all
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.passages import Paragraph, SourceText
from directive_atlas.redline import Change
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Edition
from directive_atlas.vocabulary.editions import Fate
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class Told:
    """A change with the paragraph that it stands in; of a dropped sentence, with that in the older text."""

    change: Change
    paragraph: Paragraph
    present: bool
    """Whether that paragraph is in the present text."""


@dataclass(frozen=True, slots=True)
class ComparedEdition:
    """An edition, how many of its sentences met which fate, and each change."""

    edition: Edition
    counts: Mapping[Fate, int]
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class EditionsView:
    """What the page of a directive's editions shows, the newest first."""

    directive: Directive
    compared: tuple[ComparedEdition, ...]
    language: str


def edition_pages(corpus: Corpus, site: Site, trails: Trails) -> Iterator[Page]:
    """One page for each directive whose text has earlier editions."""
    for directive in corpus.directives.values():
        if directive.editions and directive.source_note:
            crumb = Crumb(address.directive(directive.id), directive.title)
            yield Page(
                path=address.editions(directive.id).path,
                template="editions.md.j2",
                title=in_all(site.languages, N_("What changed in the text")),
                trail=trails.to("directives", crumb),
                view=EditionsView(directive, tuple(_compared(directive)), directive.source_note.language),
                place=directive.place,
            )


def _compared(directive: Directive) -> Iterator[ComparedEdition]:
    later = directive.source
    for edition in directive.editions:
        changes = edition.changes
        counts = {fate: len(changes.of(fate)) for fate in Fate} | {Fate.KEPT: changes.kept}
        told = tuple(_told(each, edition, later, directive.source) for each in changes.changes)
        yield ComparedEdition(edition, {fate: n for fate, n in counts.items() if n}, told)
        later = edition.source


def _told(change: Change, edition: Edition, later: SourceText | None, present: SourceText | None) -> Told:
    if later and change.new:
        return Told(change, later.paragraph_at(change.new.start), later is present)
    start = change.old.start if change.old else 0
    return Told(change, edition.source.paragraph_at(start), present=False)
