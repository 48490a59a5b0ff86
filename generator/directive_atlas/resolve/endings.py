"""What is no longer in force: directives and tasks that other directives end, or that expire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date
from directive_atlas.resolve import values
from directive_atlas.resolve.model import Ending
from directive_atlas.schedule import Clock
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import EndingKind


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of whole directives by id, and of single tasks by key."""

    directives: Mapping[str, tuple[Ending, ...]]
    tasks: Mapping[str, tuple[Ending, ...]]


def endings(raw: RawCorpus, clock: Clock) -> Endings:
    """Everything that ends, in the order of the records."""
    directives: dict[str, list[Ending]] = defaultdict(list)
    tasks: dict[str, list[Ending]] = defaultdict(list)
    for directive in raw.directives:
        if directive.dates.expires:
            directives[directive.id].append(_expiry(directive.dates.expires, clock))
        for older, relation, kind in _ending_relations(directive):
            ending = _ending(relation, kind, directive, clock)
            for task in relation.tasks:
                tasks[f"{older}/{task}"].append(ending)
            if not relation.tasks:
                directives[older].append(ending)
    return Endings(_sealed(directives), _sealed(tasks))


def _sealed(found: Mapping[str, list[Ending]]) -> dict[str, tuple[Ending, ...]]:
    return {key: tuple(items) for key, items in found.items()}


def seen_on(ending: Ending, clock: Clock) -> Ending:
    """The same ending as it is on another day."""
    return replace(ending, past=_past(ending.kind, ending.date, clock))


def _past(kind: EndingKind, date: ImpreciseDate | None, clock: Clock) -> bool:
    """A directive that expires is still in force on its last day; one that is repealed is not."""
    if date is None:
        return True
    return clock.over(date.last) if kind is EndingKind.EXPIRED else clock.reached(date.last)


def _expiry(date: ImpreciseDate, clock: Clock) -> Ending:
    kind = EndingKind.EXPIRED
    return Ending(kind, date, None, None, past=_past(kind, date, clock))


def _ending_relations(directive: schema.Directive) -> Iterator[tuple[str, schema.Relation, EndingKind]]:
    """The relations in force that end an older directive, each with its id and how."""
    for relation in directive.relations:
        if relation.to and relation.kind.meaning.ends and not relation.status:
            yield relation.to, relation, relation.kind.meaning.ends


def _ending(relation: schema.Relation, kind: EndingKind, newer: schema.Directive, clock: Clock) -> Ending:
    """A relation without a date takes effect on the day on which the newer directive does."""
    date = relation.date or newer.dates.effective or first_date(newer)
    return Ending(kind, date, newer.id, values.maybe_text(relation.part), _past(kind, date, clock))
