"""The pages of actors: who it is, its work list, figures, reports, and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails, neighbours
from directive_atlas.resolve.corpus import Corpus, Owed
from directive_atlas.resolve.model import Actor, Report, Target
from directive_atlas.views.board import Board, board_of_work
from directive_atlas.views.changes import RecentChanges, of_directive, of_task, recent_changes
from directive_atlas.views.due import YearOfWork, year_of_work
from directive_atlas.views.figures import Named, figures_of, named_figures
from directive_atlas.views.inheritance import Inheritance, inheritances
from directive_atlas.views.timeline.items import Dated, dated
from directive_atlas.views.timeline.own import OwnTimeline, timeline_of_actor
from directive_atlas.views.work import Work, next_deadline, work_of
from directive_atlas.views.worklist import WorkList, work_list
from directive_atlas.vocabulary.progress import DeadlineStatus

REPORTS = 8
"""The number of reports on an actor's page that are not folded."""

MOST_REPORTS = 50
"""The number of reports on an actor's page; the pages of its tasks have them all."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """What an actor's page shows.

    ``not_held`` counts the directives addressed to it that give it no work here because their text is not
    held; ``on_own_work`` tells whether any report of it is on its own work, not only context.
    """

    actor: Actor
    board: Board
    work: WorkList
    next: Work | None
    year: YearOfWork
    pressing: Mapping[DeadlineStatus, int]
    figures: tuple[Target, ...]
    chooses: tuple[Owed, ...]
    inherited: list[Inheritance]
    recent: RecentChanges
    issued: tuple[str, ...]
    addressed: tuple[str, ...]
    not_held: int
    approved: tuple[str, ...]
    copied: tuple[str, ...]
    reported: list[Report]
    on_own_work: bool
    shown: int
    most: int
    attended: tuple[str, ...]
    timeline: OwnTimeline | None


def actor_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """One page an actor, under its parents."""
    everything, named = dated(corpus), named_figures(corpus)
    for before, actor, after in neighbours(corpus.actors.values()):
        yield Page(
            path=address.actor(actor.id).path,
            template="actor.md.j2",
            title=actor.name,
            trail=trails.to("actors", *_parents(corpus, actor)),
            view=_view(corpus, actor, everything, named),
            place=actor.place,
            record=actor,
            permanent_id=actor.id,
            previous=_actor_crumb(before),
            next=_actor_crumb(after),
        )


def _view(corpus: Corpus, actor: Actor, everything: Dated, named: Named) -> ActorView:
    links, rows = corpus.links, work_of(corpus, actor.id)
    duties = [row for row in rows if row.asks]
    counted = board_of_work(duties)
    reported = links.reported.get(actor.id, ())
    addressed = links.addressed.get(actor.id, ())
    return ActorView(
        actor=actor,
        board=counted,
        work=work_list(corpus, rows),
        next=next_deadline(duties),
        year=year_of_work(duties, corpus.as_of.year),
        pressing={s: n for s, n in counted.standings.items() if s.group.pressing or s.ahead},
        figures=figures_of(named, rows, actor.id),
        chooses=links.chooses.get(actor.id, ()),
        inherited=inheritances(corpus, actor.id),
        recent=recent_changes_for(corpus, actor, rows),
        issued=links.issued.get(actor.id, ()),
        addressed=addressed,
        not_held=_not_held(corpus, addressed, counted),
        approved=links.approved.get(actor.id, ()),
        copied=links.copied.get(actor.id, ()),
        reported=sorted(reported, key=lambda r: r.date.last, reverse=True),
        on_own_work=_on_own_work(corpus, reported, duties),
        shown=REPORTS,
        most=MOST_REPORTS,
        attended=links.attended.get(actor.id, ()),
        timeline=timeline_of_actor(corpus, everything, actor.id),
    )


def _not_held(corpus: Corpus, addressed: Iterable[str], counted: Board) -> int:
    return sum(not corpus.directives[key].source for key in addressed if key not in counted.directives)


def _on_own_work(corpus: Corpus, reported: Iterable[Report], duties: Iterable[Work]) -> bool:
    """Whether a report, made since the directive, is on a task in which a body has work of its own."""
    own = {row.task.root for row in duties}
    return any(not report.context and corpus.tasks[report.task].root in own for report in reported)


def _actor_crumb(actor: Actor | None) -> Crumb | None:
    return Crumb(address.actor(actor.id), actor.name) if actor else None


def _parents(corpus: Corpus, actor: Actor) -> list[Crumb]:
    found: list[Crumb] = []
    while actor.parent:
        actor = corpus.actors[actor.parent]
        found.insert(0, Crumb(address.actor(actor.id), actor.name))
    return found


def recent_changes_for(corpus: Corpus, actor: Actor, rows: Iterable[Work]) -> RecentChanges:
    """Recent changes for an actor: of its tasks, and directives that name it.

    Reports about other actors are left out; those about the whole task stay where it has its role itself.
    """
    tasks = {row.task.key: row.task for row in rows}
    tasks.update((r.task, corpus.tasks[r.task]) for r in corpus.links.reported.get(actor.id, ()))
    named = dict.fromkeys(task.directive for task in tasks.values())
    for link in (corpus.links.issued, corpus.links.addressed, corpus.links.attended):
        named.update(dict.fromkeys(link.get(actor.id, ())))
    changes = [change for key in named for change in of_directive(corpus.directives[key])]
    itself = {row.task.key for row in rows if any(item.through is None for item in row.owed)}
    for task in tasks.values():
        about = {actor.id, *actor.members, *([None] if task.key in itself else [])}
        own = of_task(task, corpus.directives[task.directive])
        changes += (c for c in own if not isinstance(c.what, Report) or c.what.actor in about)
    return recent_changes(changes, corpus.as_of)
