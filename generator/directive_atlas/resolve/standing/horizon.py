"""Until when work on a directive can be expected, where the text states no day, and who carries it on."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date
from directive_atlas.resolve import values
from directive_atlas.resolve.model import Horizon
from directive_atlas.schedule import Clock
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import HorizonBasis


def horizons(directives: Iterable[schema.Directive]) -> dict[str, Horizon]:
    """The horizon of each directive that has one: by the editors, else by its dates, else by its kind."""
    directives = tuple(directives)
    following = dict(_next_of_series(directives))
    found = ((d.id, _horizon(d, following.get(d.id))) for d in directives)
    return {key: horizon for key, horizon in found if horizon}


def _horizon(directive: schema.Directive, following: schema.Directive | None) -> Horizon | None:
    if directive.horizon:
        return values.horizon(directive.horizon)
    dates = directive.dates
    if dates.planned_to:
        return Horizon(dates.planned_to, HorizonBasis.PLANNED)
    if dates.expires:
        return Horizon(dates.expires, HorizonBasis.EXPIRY)
    return _of_meeting(directive, following) if directive.kind is DirectiveKind.MEETING else None


def _of_meeting(directive: schema.Directive, following: schema.Directive | None) -> Horizon | None:
    """What a meeting asks for is for its year, or until the next meeting of its series."""
    held = first_date(directive)
    if held is None:
        return None
    year = Horizon(parse_date(str(held.last.year)), HorizonBasis.YEAR_END)
    then = first_date(following) if following else None
    if following and then and then.last < year.day.last:
        return Horizon(then, HorizonBasis.NEXT_MEETING, by=following.id)
    return year


def _next_of_series(
    directives: Iterable[schema.Directive],
) -> Iterator[tuple[str, schema.Directive]]:
    series: dict[str, list[tuple[ImpreciseDate, schema.Directive]]] = defaultdict(list)
    for directive in directives:
        held = first_date(directive)
        if directive.series and held:
            series[directive.series].append((held, directive))
    for found in series.values():
        ordered = [each for _, each in sorted(found, key=lambda pair: (pair[0].last, pair[1].id))]
        yield from ((before.id, after) for before, after in pairwise(ordered))


@dataclass(frozen=True, slots=True)
class Carried:
    """Which directive carries on the work of whole directives and single tasks, from which day."""

    directives: Mapping[str, tuple[dt.date, str]]
    tasks: Mapping[str, tuple[dt.date, str]]

    def on(self, directive: str, keys: Iterable[str], clock: Clock) -> str | None:
        """Who carries on a task by the day of a clock, given the keys from the whole down to it."""
        found = [*(self.tasks.get(key) for key in keys), self.directives.get(directive)]
        return next((newer for day, newer in filter(None, found) if clock.reached(day)), None)


def carried(raw: RawCorpus) -> Carried:
    """What later directives carry on; the first of several counts."""
    directives: dict[str, tuple[dt.date, str]] = {}
    tasks: dict[str, tuple[dt.date, str]] = {}
    for newer in sorted(raw.directives, key=lambda d: (_day(d), d.id)):
        for relation in newer.relations:
            if not relation.to or relation.status or not relation.kind.meaning.carries:
                continue  # a title without a record has no tasks, and what is not in force carries on nothing
            for task in relation.tasks:
                tasks.setdefault(f"{relation.to}/{task}", (_day(newer), newer.id))
            if not relation.tasks:
                directives.setdefault(relation.to, (_day(newer), newer.id))
    return Carried(directives, tasks)


def _day(directive: schema.Directive) -> dt.date:
    date = first_date(directive)
    return date.last if date else dt.date.min
