"""The rules that read an official paper in English: executive orders, memoranda, directives, circulars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.en.chains import chained
from directive_atlas.draft.en.head import read_head
from directive_atlas.draft.en.keeping import kept
from directive_atlas.draft.en.mentions import Finder, short_forms
from directive_atlas.draft.en.phrases import flat, without_asides
from directive_atlas.draft.en.read import read_units
from directive_atlas.draft.en.reading import Above, Reading, said_in_order
from directive_atlas.draft.en.relations import relations
from directive_atlas.draft.en.structure import units
from directive_atlas.draft.en.tables import headed
from directive_atlas.draft.en.zones import Zone
from directive_atlas.draft.model import Aside, Body, Certainty, Draft, Head, Why
from directive_atlas.passages import SourceText, Span
from directive_atlas.problems import say
from directive_atlas.vocabulary.directives import DirectiveKind

__all__ = ["read"]

_BOUND = re.compile(
    r"(?<![\w-])(?P<who>(?:[Ff]ederal\s+)?(?:civilian\s+executive\s+branch\s+)?(?:[Aa]gencies"
    r"|[Dd]epartments\s+and\s+[Aa]gencies))"
    r"\s+(?:are\s+required\s+to\s+comply|shall|must)"
)


def read(source: SourceText, names: Names) -> Draft:
    """All that the rules for English suggest for a text."""
    text = flat(source.text)
    plain = without_asides(text)
    opening = read_head(source, text, names)
    shorts = tuple(one for each in source.paragraphs for one in short_forms(text, each.span, names))
    roots = units(source, text, opening.paragraphs)
    reading = _reading(source, text, plain, Finder(text, names, shorts), opening.head)
    reading = replace(reading, says=said_in_order(reading, roots, opening.head.issuers))
    first = next((at for at, unit in enumerate(roots) if unit.is_section), 0)
    before = read_units(reading, roots[:first], Above(Zone.BACKGROUND))
    found = read_units(reading, roots[first:], Above(Zone.BODY))
    return Draft(
        "en",
        opening.head,
        kept(chained((*before.parts, *found.parts), text)),
        (*_head_asides(source, opening.paragraphs), *before.asides, *found.asides),
        tuple(relations(source, text, opening.head.number)),
    )


def _reading(source: SourceText, text: str, plain: str, finder: Finder, head: Head) -> Reading:
    own = next((kind for kind in ("signed", "published", "effective") if kind in head.dates), "signed")
    binding = head.kind in {DirectiveKind.BINDING, DirectiveKind.NOTICE} or bool(head.recipients)
    return Reading(
        source, text, plain, finder, own, _bound(text, finder.names, head), binding, {}, headed(source)
    )


def _bound(text: str, names: Names, head: Head) -> Body | None:
    """Whom the paper binds as a whole: those whom it says it binds, or to whom it is addressed."""
    match = _BOUND.search(text)
    if match:
        span = Span(match.start("who"), match.end("who"))
        known = next((body.id for body in names.within(text, span) if body.span == span), None)
        return Body(" ".join(match["who"].split()), known, span)
    return head.recipients[0] if len(head.recipients) == 1 else None


def _head_asides(source: SourceText, numbers: frozenset[int]) -> Iterator[Aside]:
    for paragraph in source.paragraphs:
        if paragraph.number in numbers:
            why = say("The head of the paper, recorded as its data.")
            yield Aside(paragraph.span, why, Why(why, Certainty.CERTAIN, paragraph.span))
