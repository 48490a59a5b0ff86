"""The relations of a directive to older ones: to records of the site, and to plain titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from directive_atlas.load import schema
from directive_atlas.resolve import model, values

PassageOf = Callable[[schema.Quote], model.Passage]


def relations(raw: schema.Directive, passage: PassageOf) -> Iterator[model.Relation]:
    """Those to records of the site."""
    for relation in raw.relations:
        if older := relation.to:
            yield model.Relation(
                newer=raw.id,
                older=older,
                tasks=tuple(f"{older}/{task}" for task in relation.tasks),
                **_said(relation, passage),
            )


def outside(raw: schema.Directive, passage: PassageOf) -> Iterator[model.OutsideRelation]:
    """Those to what has a title only."""
    for relation in raw.relations:
        if relation.title:
            yield model.OutsideRelation(
                title=values.text(relation.title),
                number=relation.number,
                url=relation.url,
                **_said(relation, passage),
            )


def _said(raw: schema.Relation, passage: PassageOf) -> dict[str, Any]:
    """What any relation says of itself."""
    return {
        "kind": raw.kind,
        "part": values.maybe_text(raw.part),
        "date": raw.date,
        "basis": raw.basis,
        "note": values.maybe_text(raw.note),
        "passage": passage(raw.quote) if raw.quote else None,
        "status": raw.status,
        "reference": values.reference(raw.reference) if raw.reference else None,
    }
