"""Bodies of the registries that a site refers to without a record of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.identify.rewrite import Change, rewritten
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.record import Record
from directive_atlas.registry import Entry, Registry, copies, registry
from directive_atlas.vocabulary.dates import ImpreciseDate

R = TypeVar("R", bound=Record)
Found = tuple[Registry, Entry]


@dataclass(frozen=True, slots=True)
class _Borrower:
    """Finds the bodies that the names of no record of the site mean.

    ``bodies`` are those that are meant, by id; ``ambiguous`` the names that several have, with their ids.
    """

    sources: Sequence[Registry]
    own: Names
    bodies: dict[str, Found] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def on(self, day: ImpreciseDate | None) -> Change:
        """The change for a record of a day: of several bodies with a name, the one that existed then."""
        return lambda kind, name, _: self._body(name, day) if kind == "actor" else name

    def _body(self, name: str, day: ImpreciseDate | None) -> str:
        if self.own.find("actor", name):
            return name
        found = list(_found(self.sources, name))
        then = [each for each in found if day and existed(each[1], day)] if len(found) > 1 else found
        if len(then) != 1:
            if found:
                self.ambiguous[name] = tuple(entry.id for _, entry in found)
            return name
        [(source, entry)] = then
        self.bodies[entry.id] = source, entry
        return entry.id


def with_borrowed(raw: RawCorpus) -> tuple[RawCorpus, Mapping[str, tuple[str, ...]]]:
    """A corpus with the bodies that it names, and those above them, out of the registries of its settings.

    A site's own actors go before. Of several bodies with a name, the one that existed on the day of the
    directive or report is meant; where this leaves none or several, the name comes back with their ids.
    """
    sources = [registry(name.value) for name in raw.settings.registries]
    if not sources:
        return raw, {}
    borrower = _Borrower(sources, names_of_corpus(raw))
    raw = replace(
        raw,
        directives=tuple(rewritten(each, borrower.on(_day(each.dates))) for each in raw.directives),
        actors=tuple(rewritten(each, borrower.on(None)) for each in raw.actors),
        progress={
            file: tuple(rewritten(each, borrower.on(each.date)) for each in reports)
            for file, reports in raw.progress.items()
        },
    )
    return replace(raw, actors=_with(raw.actors, borrower.bodies.values())), borrower.ambiguous


def _with(actors: tuple[schema.Actor, ...], bodies: Iterable[Found]) -> tuple[schema.Actor, ...]:
    for source, entry in bodies:
        known = {actor.id for actor in actors}
        actors += tuple(each for each in copies(source, entry, actors, entry.id) if each.id not in known)
    return actors


def _found(sources: Iterable[Registry], name: str) -> Iterable[Found]:
    for source in sources:
        own = source.entries.get(name)
        yield from ((source, entry) for entry in ((own,) if own else source.candidates(name)))


def _day(dates: schema.Dates) -> ImpreciseDate | None:
    """The day of a directive: when it was signed, or else the next best date."""
    return dates.signed or dates.held or dates.published or dates.reported or dates.effective


def existed(entry: Entry, day: ImpreciseDate) -> bool:
    """Whether a body may have existed at some time of a date."""
    return (not entry.from_ or entry.from_.first <= day.last) and (
        not entry.until or day.first <= entry.until.last
    )
