"""The dates ahead: what is due, in which number, of whom, and which directive says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from directive_atlas.resolve.corpus import Corpus, Event
from directive_atlas.schedule.completion import owners
from directive_atlas.vocabulary.dates import ImpreciseDate

MOST_DATES = 5
"""The number of days and directives that are listed."""

MOST_ENTRIES = 3
"""The number of entries of one directive on one day."""

MOST_ACTORS = 2
"""The number of bodies that are named."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What one directive has due on one day: the first entries, and how many there are.

    ``actors`` are the bodies whose work or figure it is, the first of ``all_actors``; where the text names
    none, they are those who issued the directive (``set_by``).
    """

    date: ImpreciseDate
    directive: str
    entries: tuple[Event, ...]
    total: int
    actors: tuple[str, ...]
    all_actors: int
    set_by: bool


def dates_ahead(corpus: Corpus) -> tuple[Ahead, ...]:
    """The next deadlines of what is not over."""
    coming = (each for each in corpus.events if _is_ahead(each, corpus))
    runs = groupby(coming, key=lambda event: (event.date, event.directive))
    found = (_ahead(date, directive, list(run), corpus) for (date, directive), run in runs)
    return tuple(islice(found, MOST_DATES))


def _is_ahead(event: Event, corpus: Corpus) -> bool:
    return event.kind.is_deadline and event.date.last >= corpus.as_of and _is_open(event, corpus)


def _is_open(event: Event, corpus: Corpus) -> bool:
    """Whether the task of an event is not over: of one that recurs, further days lie ahead all the same."""
    return event.task is None or not corpus.tasks[event.task].standing.timeliness.group.over


def _ahead(date: ImpreciseDate, directive: str, events: list[Event], corpus: Corpus) -> Ahead:
    named = tuple(dict.fromkeys(_named(events, corpus)))
    actors = named or corpus.directives[directive].issuers
    return Ahead(
        date=date,
        directive=directive,
        entries=tuple(events[:MOST_ENTRIES]),
        total=len(events),
        actors=actors[:MOST_ACTORS],
        all_actors=len(actors),
        set_by=not named,
    )


def _named(events: Iterable[Event], corpus: Corpus) -> Iterator[str]:
    for event in events:
        if event.actor:
            yield event.actor
        elif event.task:
            duties = corpus.tasks[event.task].duties
            own = owners(duties)
            yield from (duty.actor for duty in duties if duty.actor in own)
