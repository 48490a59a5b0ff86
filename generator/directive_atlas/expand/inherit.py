"""What a directive, section or task says holds for all below it that does not say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from directive_atlas.load import schema
from directive_atlas.vocabulary.tasks import Basis, OriginKind

M = TypeVar("M", bound=schema.Measure)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was said: in the directive, a section or task of that id, or by a rule.

    ``words`` is what the text calls the actor there, if it is about one.
    """

    kind: OriginKind
    id: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Inherited:
    """Where a task has from what it does not say itself.

    ``fields`` go by the key (obligation, timing, topics, applies_to), ``duties`` by the number of the
    actor in the list, counted from 0.
    """

    fields: Mapping[str, Origin] = field(default_factory=dict)
    duties: Mapping[int, Origin] = field(default_factory=dict)


Origins = dict[str, Inherited]
"""By the key of the task, ``directive/id``; those that inherit nothing are left out."""

_FIELDS = ("obligation", "timing", "topics", "applies_to")


@dataclass(frozen=True, slots=True)
class _Said:
    """What holds at some place of a directive, and who said it: nobody, where it is a default of the file.

    ``complete`` is false where the list of actors goes on in the text. ``timed`` are the bodies that are
    to do a task within the time given with it; nobody where a section or the directive gives it.
    """

    fields: Mapping[str, tuple[Any, Origin | None]]
    duties: tuple[tuple[schema.Duty, Origin], ...]
    complete: bool = True
    timed: frozenset[str] = frozenset()


Members = Callable[[str], frozenset[str]]
"""A body and, if it is a group, all that belong to it."""


def inherit(
    directive: schema.Directive, roles: Mapping[str, Mapping[int, Origin]], members: Members
) -> tuple[schema.Directive, Origins]:
    """A directive with all that its parts inherit written into them, and where they have it from.

    ``roles`` are those that a rule of the text gave, by the id of the task. A measure that only others
    are to do does not inherit the time of its task: a day of A is no day of B.
    """
    origin = Origin(OriginKind.DIRECTIVE, directive.id)
    top = _defaults(_below(_Said({}, ()), directive, origin), directive.defaults, origin)
    sections = dict(_sections(directive.sections, top))
    builder = _Builder(directive.id, roles, members)
    tasks = tuple(builder.whole(task, sections.get(task.section or "", top)) for task in directive.tasks)
    return directive.model_copy(update={"tasks": tasks}), builder.origins


def _defaults(above: _Said, said: schema.Said, origin: Origin) -> _Said:
    """The defaults of a file: its maintainer's shorthand, so that what they fill in counts as said there."""
    below = _below(above, said, origin)
    own = {name: (getattr(said, name), None) for name in _FIELDS if name in said.model_fields_set}
    return _Said({**below.fields, **own}, below.duties)


def _sections(raw: Iterable[schema.Section], above: _Said) -> Iterator[tuple[str, _Said]]:
    for section in raw:
        said = _below(above, section, Origin(OriginKind.SECTION, section.id))
        yield section.id, said
        yield from _sections(section.sections, said)


def _below(above: _Said, said: schema.Said | schema.Directive, origin: Origin) -> _Said:
    """What holds below a part: what it says itself, and where it says nothing what holds for it."""
    own = {name: (getattr(said, name), origin) for name in _FIELDS if name in said.model_fields_set}
    duties = above.duties
    if "actors" in said.model_fields_set:
        duties = tuple((duty, _of(origin, duty)) for duty in getattr(said, "actors", ()) if duty.inherit)
    return _Said({**above.fields, **own}, duties)


def _of(origin: Origin, duty: schema.Duty) -> Origin:
    return Origin(origin.kind, origin.id, duty.words)


def _carried(duty: schema.Duty) -> schema.Duty:
    """A part as those below have it: what was our reading above stays our reading."""
    if duty.basis is Basis.STATED:
        return duty.model_copy(update={"basis": Basis.INHERITED, "words": None})
    return duty.model_copy(update={"words": None})


@dataclass
class _Builder:
    """Writes into the tasks of one directive what they inherit, and notes from where."""

    directive: str
    roles: Mapping[str, Mapping[int, Origin]]
    members: Members
    origins: Origins = field(default_factory=dict)

    def whole(self, raw: M, above: _Said) -> M:
        fields = {name: each for name, each in above.fields.items() if name not in raw.model_fields_set}
        duties, inherited = self._duties(raw, above)
        if self._others(_doers(duties), above.timed):
            fields.pop("timing", None)
        origins = Inherited({n: origin for n, (_, origin) in fields.items() if origin}, inherited)
        if origins.fields or origins.duties:
            self.origins[f"{self.directive}/{raw.id}"] = origins
        complete = raw.actors_complete if "actors" in raw.model_fields_set else above.complete
        said = replace(_with(above, raw, duties, inherited), complete=complete and raw.actors_complete)
        update: dict[str, Any] = {name: value for name, (value, _) in fields.items()}
        update |= {"actors": duties, "also": (), "actors_complete": said.complete}
        return raw.model_copy(update={**update, "measures": tuple(self.whole(m, said) for m in raw.measures)})

    def _others(self, doers: frozenset[str], timed: frozenset[str]) -> bool:
        """Whether a measure is for some bodies, and none of them is among those who were given the time."""
        return bool(doers and timed) and self._all(doers).isdisjoint(self._all(timed))

    def _all(self, bodies: frozenset[str]) -> frozenset[str]:
        return frozenset[str]().union(*map(self.members, bodies))

    def _duties(self, raw: schema.Measure, above: _Said) -> tuple[tuple[schema.Duty, ...], dict[int, Origin]]:
        given = "actors" in raw.model_fields_set
        carried = () if given else above.duties
        own = (*raw.actors, *raw.also)
        inherited = {index: origin for index, (_, origin) in enumerate(carried)}
        ruled = {len(carried) + index: origin for index, origin in self.roles.get(raw.id, {}).items()}
        return (*(_carried(duty) for duty, _ in carried), *own), {**inherited, **ruled}


def _with(
    above: _Said, raw: schema.Measure, duties: tuple[schema.Duty, ...], inherited: Mapping[int, Origin]
) -> _Said:
    """What holds for the measures of a task; what it inherited itself keeps its origin."""
    origin = Origin(OriginKind.TASK, raw.id)
    own = {name: (getattr(raw, name), origin) for name in _FIELDS if name in raw.model_fields_set}
    pairs = (
        (duty, inherited.get(index) or _of(origin, duty)) for index, duty in enumerate(duties) if duty.inherit
    )
    timed = _doers(duties) if "timing" in own else above.timed
    return _Said({**above.fields, **own}, tuple(pairs), timed=timed)


def _doers(duties: Iterable[schema.Duty]) -> frozenset[str]:
    """Those whose own work it is."""
    return frozenset(duty.actor for duty in duties if duty.role.asks)
