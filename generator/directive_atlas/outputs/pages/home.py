"""The home page: bodies to choose from, then statuses and news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.site import Site
from directive_atlas.outputs.pages.page import Page, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.resolve.model import Actor, Directive, Text
from directive_atlas.views.board import Board, board
from directive_atlas.views.changes import Change, RecentChanges, of_directive, of_task, recent_changes
from directive_atlas.views.work import Work, next_deadline, work_of
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.progress import WorkGroup

LATEST = 5
"""The number of newest directives, next deadlines and last changes on the home page."""

FOREMOST = 4
"""The number of bodies of each class that are shown at once, those with most tasks first."""

MOST_BODIES = 200
"""The number of bodies of each class that the home page links; the list of actors has them all."""


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


@dataclass(frozen=True, slots=True)
class BodyClass:
    """Actors of one class, those with most tasks not known to be over first; ``total`` has those left out."""

    title: Text
    first: tuple[Body, ...]
    others: tuple[Body, ...]
    total: int

    @property
    def more(self) -> int:
        """How many fold away behind the first ones, or in all where none stands first."""
        return self.total - len(self.first)

    @property
    def left_out(self) -> bool:
        """Whether some are not linked here at all."""
        return self.more > len(self.others)


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows: numbers, bodies by class, next deadlines, news."""

    counts: Mapping[str, int]
    board: Board
    classes: list[BodyClass]
    next_due: list[Event]
    recent: RecentChanges
    latest: list[Directive]
    full: list[Directive]


def home_page(corpus: Corpus, site: Site, trails: Trails) -> Page:
    """The home page: bodies by class, next deadlines, news."""
    return Page(
        path=address.HOME,
        template="home.md.j2",
        title=trails.home.title,
        trail=(),
        view=HomeView(
            counts=_counts(corpus),
            board=board(corpus.tasks.values()),
            classes=body_classes(corpus, site),
            next_due=_next_due(corpus),
            recent=recent_changes(_changes(corpus), corpus.as_of),
            latest=_latest(corpus),
            full=[d for d in corpus.directives.values() if d.tasks][:LATEST],
        ),
        place=Place("data/directives"),
    )


def _counts(corpus: Corpus) -> dict[str, int]:
    whole = sum(1 for task in corpus.tasks.values() if task.depth == 0)
    return {
        "directives": len(corpus.directives),
        "tasks": whole,
        "measures": len(corpus.tasks) - whole,
        "actors": len(corpus.actors),
    }


def _next_due(corpus: Corpus) -> list[Event]:
    coming = (
        e for e in corpus.events if e.kind.is_deadline and e.date.last >= corpus.as_of and _open(e, corpus)
    )
    return [event for event, _ in zip(coming, range(LATEST), strict=False)]


def _open(event: Event, corpus: Corpus) -> bool:
    """Whether the task of an event is not over: of one that recurs, further days lie ahead all the same."""
    return event.task is None or not corpus.tasks[event.task].standing.timeliness.group.over


def _latest(corpus: Corpus) -> list[Directive]:
    """The newest directives up to the reference date."""
    there = (d for d in corpus.directives.values() if d.date and d.date.first <= corpus.as_of)
    return [directive for directive, _ in zip(there, range(LATEST), strict=False)]


def _changes(corpus: Corpus) -> Iterator[Change]:
    for directive in corpus.directives.values():
        yield from of_directive(directive)
        for task in directive.walk():
            yield from of_task(task, directive)


def body_classes(corpus: Corpus, site: Site) -> list[BodyClass]:
    """All actors by class, in the order of ``BodyClass``; classes without actors are left out."""
    class_of = {kind: number for number, each in enumerate(site.body_classes) for kind in each.kinds}
    found: list[list[Body]] = [[] for _ in site.body_classes]
    for actor in corpus.actors.values():
        found[_class_of(actor, corpus, class_of)].append(_body(actor, work_of(corpus, actor.id)))
    named = zip(site.body_classes, found, strict=True)
    return [_body_class(each.name, bodies) for each, bodies in named if bodies]


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


def _body_class(title: Text, bodies: list[Body]) -> BodyClass:
    ranked = sorted(bodies, key=lambda body: (-body.open - body.passed, -body.total))
    foremost = sum(body.total > 0 for body in ranked[:FOREMOST])
    return BodyClass(title, tuple(ranked[:foremost]), tuple(ranked[foremost:MOST_BODIES]), len(bodies))
