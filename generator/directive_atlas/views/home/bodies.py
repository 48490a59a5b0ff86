"""The bodies among which readers look for their own: those with most work, runs of like ones, classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface.site import Site
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Text
from directive_atlas.views.work import Work, next_deadline, work_of
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.progress import WorkGroup

FOREMOST = 8
"""The number of bodies, or of runs of like bodies, that are shown at once."""

MOST_BODIES = 30
"""The number of bodies of a class, or of a run, that are linked; the list of actors has them all."""

RUN = 5
"""From so many members of one kind on, the members of a group stand together as a run."""


@dataclass(frozen=True, slots=True)
class Body:
    """An actor with the number of its tasks and measures, of open ones, and its next deadline.

    Of those whose last day ``passed`` without a report it is not known whether they are open: they are
    counted apart, where the text sets the day to this very body.
    """

    actor: Actor
    total: int
    open: int
    passed: int
    next: Work | None

    @property
    def rank(self) -> tuple[int, int]:
        """Those with most tasks not known to be over come first."""
        return -self.open - self.passed, -self.total


@dataclass(frozen=True, slots=True)
class Foremost:
    """One of the bodies shown at once; of a run, the group with its first members and their number."""

    body: Body
    members: tuple[Body, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class BodyClass:
    """The bodies of one class, the foremost first; ``total`` has those that are left out."""

    title: Text
    bodies: tuple[Body, ...]
    total: int

    @property
    def left_out(self) -> bool:
        """Whether some are not linked here."""
        return self.total > len(self.bodies)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The foremost bodies, and all by class; classes without actors are left out."""

    foremost: tuple[Foremost, ...]
    classes: tuple[BodyClass, ...]
    total: int


def find_bodies(corpus: Corpus, site: Site) -> Bodies:
    """All actors of a corpus as its readers look for them."""
    found = {actor.id: _body(actor, work_of(corpus, actor.id)) for actor in corpus.actors.values()}
    ranked = sorted(found.values(), key=lambda body: body.rank)
    return Bodies(tuple(_foremost(ranked, found)), tuple(_classes(ranked, corpus, site)), len(found))


def _foremost(ranked: list[Body], found: Mapping[str, Body]) -> Iterator[Foremost]:
    """Bodies and runs before other groups and people: nobody is a group of unlike bodies."""
    runs = {body.actor.id: alike for body in ranked if (alike := _alike(body, found))}
    inside = {member.actor.id for alike in runs.values() for member in alike}
    shown = [body for body in ranked if body.total and body.actor.id not in inside]
    first = sorted(shown, key=lambda body: _is_no_body(body) and body.actor.id not in runs)
    for body in first[:FOREMOST]:
        members = _members(body, found) if body.actor.id in runs else []
        yield Foremost(body, tuple(members[:MOST_BODIES]), len(members))


def _is_no_body(body: Body) -> bool:
    return bool(body.actor.members) or body.actor.kind in {ActorKind.PERSON, ActorKind.GROUP}


def _members(group: Body, found: Mapping[str, Body]) -> list[Body]:
    return sorted((found[member] for member in group.actor.members), key=lambda body: body.rank)


def _alike(group: Body, found: Mapping[str, Body]) -> list[Body]:
    """The members of one kind that have nothing to do but what their group has; too few are no run."""
    members = _members(group, found)
    alike = [member for member in members if member.total <= group.total]
    is_run = group.total and len(alike) >= RUN and len({member.actor.kind for member in members}) == 1
    return alike if is_run else []


def _classes(ranked: list[Body], corpus: Corpus, site: Site) -> Iterator[BodyClass]:
    class_of = {kind: number for number, each in enumerate(site.body_classes) for kind in each.kinds}
    found: list[list[Body]] = [[] for _ in site.body_classes]
    for body in ranked:
        found[_class_of(body.actor, corpus, class_of)].append(body)
    for each, bodies in zip(site.body_classes, found, strict=True):
        if bodies:
            yield BodyClass(each.name, tuple(bodies[:MOST_BODIES]), len(bodies))


def _class_of(actor: Actor, corpus: Corpus, class_of: Mapping[ActorKind, int]) -> int:
    """The class of an actor's kind; a group whose members are all in one class is listed there."""
    members = {class_of[corpus.actors[member].kind] for member in actor.members}
    return members.pop() if len(members) == 1 else class_of[actor.kind]


def _body(actor: Actor, rows: Iterable[Work]) -> Body:
    own = [row for row in rows if row.asks]
    passed = sum(_passed_its_own_day(row) for row in own)
    opened = sum(row.standing.timeliness.group.open for row in own)
    return Body(actor, len(own), opened, passed, next_deadline(own))


def _passed_its_own_day(row: Work) -> bool:
    """Whether a day that the text sets to this very body, not to its group, has passed in silence."""
    return row.standing.timeliness.group is WorkGroup.UNREPORTED and row.standing.stated_day
