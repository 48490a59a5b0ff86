"""The home page: what the site is, search, bodies, an example, who owes what, dates and news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.site import Site
from directive_atlas.outputs.pages.change_pages import seen
from directive_atlas.outputs.pages.page import Page, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.views.board import Board, board
from directive_atlas.views.changes import Change, RecentChanges, of_directive, of_task, recent_changes
from directive_atlas.views.home.ahead import Ahead, dates_ahead
from directive_atlas.views.home.bodies import Bodies, find_bodies
from directive_atlas.views.home.featured import Featured, featured
from directive_atlas.views.home.opening import Opening, opening
from directive_atlas.views.home.owing import Owing, owing
from directive_atlas.views.home.questions import Question, questions
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day

LATEST = 5
"""The number of newest directives on the home page."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows, in its order; ``board`` counts all tasks, if the example does not.

    ``seen`` has the last recorded changes, for the script of the last visit; ``changed`` is the day of the
    last one.
    """

    opening: Opening
    questions: tuple[Question, ...]
    bodies: Bodies
    example: Featured | None
    owing: Owing | None
    board: Board | None
    ahead: tuple[Ahead, ...]
    recent: RecentChanges
    seen: str
    changed: ImpreciseDate | None
    latest: list[Directive]


def home_page(corpus: Corpus, site: Site, trails: Trails) -> Page:
    """The home page."""
    example, bodies, ahead = featured(corpus), find_bodies(corpus, site), dates_ahead(corpus)
    return Page(
        path=address.HOME,
        template="home.md.j2",
        title=trails.home.title,
        trail=(),
        view=HomeView(
            opening=opening(corpus),
            questions=questions(corpus, example, bodies, ahead),
            bodies=bodies,
            example=example,
            owing=owing(corpus),
            board=_board(corpus, example),
            ahead=ahead,
            recent=recent_changes(_changes(corpus), corpus.as_of),
            seen=seen(corpus.history),
            changed=_changed(corpus),
            latest=_latest(corpus),
        ),
        place=Place("data/directives"),
    )


def _board(corpus: Corpus, example: Featured | None) -> Board | None:
    everything = board(corpus.tasks.values())
    return everything if example and everything.total > example.board.total else None


def _changed(corpus: Corpus) -> ImpreciseDate | None:
    return on_day(corpus.history.recorded[0].date) if corpus.history.recorded else None


def _latest(corpus: Corpus) -> list[Directive]:
    """The newest directives up to the reference date."""
    there = (d for d in corpus.directives.values() if d.date and d.date.first <= corpus.as_of)
    return [directive for directive, _ in zip(there, range(LATEST), strict=False)]


def _changes(corpus: Corpus) -> Iterator[Change]:
    for directive in corpus.directives.values():
        yield from of_directive(directive)
        for task in directive.walk():
            yield from of_task(task, directive)
