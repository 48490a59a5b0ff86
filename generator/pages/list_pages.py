"""The pages that gather: home, the list of each kind, the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.load.words import ActorKind
from generator.pages import address
from generator.pages.coverage import PER_PAGE as COVERED_PER_PAGE
from generator.pages.coverage import covered
from generator.pages.page import Crumb, Page, Title, chunks
from generator.pages.record_pages import Trails
from generator.problems import Place
from generator.resolve.corpus import Corpus, Event, EventKind
from generator.resolve.model import Actor, Directive, Task

PER_PAGE = 200
"""Entries on one page of a list: about 100 KB of HTML."""

LATEST = 8
"""How many of the newest directives, next deadlines and last reports the home page shows."""

_DEADLINES = {EventKind.DUE, EventKind.TARGET, EventKind.EXPIRES}


_FILES = {
    "directives": "data/directives",
    "tasks": "data/directives",
    "actors": "data/actors.yml",
    "topics": "data/topics.yml",
    "coverage": "data/directives",
}
"""What each list is made from, for messages."""


def home_page(corpus: Corpus, trails: Trails) -> Page:
    """What is here, what is due next, what is new."""
    return Page(
        path=address.HOME,
        template="home.md.j2",
        title=trails.home.title,
        trail=(),
        view={
            "counts": _counts(corpus),
            "next_due": _next_due(corpus),
            "latest": list(corpus.directives.values())[:LATEST],
            "full": [d for d in corpus.directives.values() if d.tasks][:LATEST],
            "reports": _last_reports(corpus),
            "busiest": _busiest(corpus),
        },
        place=Place("data/directives"),
    )


def _counts(corpus: Corpus) -> dict[str, int]:
    whole = sum(1 for task in corpus.tasks.values() if task.depth == 0)
    return {
        "directives": len(corpus.directives),
        "tasks": whole,
        "measures": len(corpus.tasks) - whole,
        "actors": len(corpus.actors),
        "topics": len(corpus.topics),
        "terms": len(corpus.terms),
    }


def _next_due(corpus: Corpus) -> list[Event]:
    coming = (e for e in corpus.events if e.kind in _DEADLINES and e.date.last >= corpus.as_of)
    return [event for event, _ in zip(coming, range(LATEST), strict=False)]


def _last_reports(corpus: Corpus) -> list[Event]:
    told = [e for e in corpus.events if e.kind is EventKind.REPORT and e.date.first <= corpus.as_of]
    return told[-LATEST:][::-1]


def _busiest(corpus: Corpus) -> list[tuple[Actor, int]]:
    """The actors with most tasks, counting those owed through a group."""
    load = {actor: len({item.task for item in owed}) for actor, owed in corpus.links.owed.items()}
    top = sorted(load, key=lambda actor: (-load[actor], actor))[:LATEST]
    return [(corpus.actors[actor], load[actor]) for actor in top]


def list_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """The list of each kind of record, in pages."""
    directives = list(corpus.directives.values())
    tasks = [task for directive in directives for task in directive.tasks]
    yield from _paged("directives", directives, "directives.md.j2", trails)
    yield from _paged("tasks", tasks, "tasks.md.j2", trails)
    yield from _paged("actors", _by_kind(corpus.actors.values()), "actors.md.j2", trails)
    yield from _paged("topics", list(corpus.topics.values()), "topics.md.j2", trails)
    yield from _paged("coverage", covered(corpus), "coverage.md.j2", trails, COVERED_PER_PAGE)


def _by_kind(actors: Iterable[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda a: list(ActorKind).index(a.kind))


def _paged(
    section: str,
    items: Sequence[Directive] | Sequence[Task] | Sequence[Any],
    template: str,
    trails: Trails,
    size: int = PER_PAGE,
) -> Iterator[Page]:
    runs = chunks(items, size)
    for number, run in enumerate(runs, start=1):
        own = trails.sections[section]
        yield Page(
            path=address.index_of(section, number).path,
            template=template,
            title=own.title,
            trail=(trails.home, own) if number > 1 else (trails.home,),
            view={"items": run, "total": len(items), "number": number, "pages": len(runs)},
            place=Place(_FILES[section]),
            previous=_page_crumb(section, own.title, number - 1) if number > 1 else None,
            next=_page_crumb(section, own.title, number + 1) if number < len(runs) else None,
        )


def _page_crumb(section: str, title: Title, number: int) -> Crumb:
    return Crumb(address.index_of(section, number), title)


def glossary_page(corpus: Corpus, trails: Trails) -> Page:
    """Every term with its meaning and where it occurs."""
    return Page(
        path=address.index_of("glossary").path,
        template="glossary.md.j2",
        title=trails.sections["glossary"].title,
        trail=(trails.home,),
        view={"terms": list(corpus.terms.values()), "found": corpus.links.term_tasks},
        place=Place("data/glossary.yml"),
    )
