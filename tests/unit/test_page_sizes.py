"""No page grows with the whole corpus: of 10,000 tasks none has over 300 KB or 1,000 rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest
import yaml
from directive_atlas.interface.site import Site
from directive_atlas.outputs.pages.actor_pages import actor_pages
from directive_atlas.outputs.pages.backlinks import PER_PAGE, backlink_pages
from directive_atlas.outputs.pages.change_pages import change_pages
from directive_atlas.outputs.pages.lineage_pages import lineage_pages
from directive_atlas.outputs.pages.list_pages import glossary_pages, list_pages, matrix_pages
from directive_atlas.outputs.pages.making import rendered
from directive_atlas.outputs.pages.page import Page, Trails
from directive_atlas.outputs.pages.record_pages import directive_pages, task_pages, topic_pages
from directive_atlas.outputs.pages.rendering import trails_of
from directive_atlas.outputs.pages.timeline_pages import timeline_pages
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.links import links
from directive_atlas.resolve.model import Directive, Relation, Task, Term
from directive_atlas.resolve.model.changes import FieldChange, History, RecordChange, Recorded
from directive_atlas.views.recorded import SHOWN
from directive_atlas.vocabulary.changes import Changing, RecordKind, What
from directive_atlas.vocabulary.directives import RelationKind
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import Basis
from directive_atlas.vocabulary.timeline import EventKind
from markdown import Markdown

from tests.tools.corpora import made
from tests.tools.corpora.made_up import AS_OF, Size, made_up_corpus, with_tasks
from tests.tools.paths import FIXTURE
from tests.tools.sites import bilingual

TASKS = 10_000
MOST_BYTES, MOST_ROWS = 300_000, 1_000
FRAME = 10_000
"""What the theme puts around the content of a page, in bytes of HTML."""

SAMPLE = 3
"""Of a list with many pages the first ones are rendered: they are as full as any."""


@pytest.fixture(scope="module")
def large() -> Corpus:
    """10,000 tasks in 1,250 directives, of which all implement the first and that one body issued.

    One body has work in each task, with a report and a deadline; each of 1,000 terms is in 300 tasks.
    """
    corpus = made_up_corpus(7, Size(TASKS))
    corpus = with_tasks(corpus, {key: _reported(task) for key, task in corpus.tasks.items()})
    first = next(iter(corpus.directives))
    directives = {
        key: replace(each, issuers=("actor-0",), addressees=("actor-0",), relations=_implements(each, first))
        for key, each in corpus.directives.items()
    }
    terms = {f"term-{n}": _term(n) for n in range(1000)}
    found = links(directives.values(), corpus.tasks.values(), corpus.actors)
    keys = tuple(corpus.tasks)
    occurs = {term: keys[number : number + 300] for number, term in enumerate(terms)}
    return replace(
        corpus,
        directives=directives,
        terms=terms,
        history=_history(corpus),
        links=replace(found, term_tasks=occurs),
        events=tuple(sorted(_events(corpus), key=lambda event: event.date.last)),
    )


def _reported(task: Task) -> Task:
    """Due one day and reported on another, with work in it for one body that has work in all."""
    day = AS_OF - dt.timedelta(days=int(task.directive.partition("-")[2]))
    told = replace(made.report(task.key, day, evidence=True), actor="actor-0")
    stands = made.standing(DeadlineStatus.OPEN, due=day + dt.timedelta(days=300))
    return replace(task, reports=(told,), duties=(*task.duties, made.duty("actor-0")), standing=stands)


def _implements(directive: Directive, first: str) -> tuple[Relation, ...]:
    if directive.id == first:
        return ()
    return (
        Relation(
            RelationKind.IMPLEMENTS, directive.id, first, (), None, None, Basis.STATED, None, None, None
        ),
    )


def _term(number: int) -> Term:
    name = made.text(f"{chr(0x4E00 + number * 7)}第{number}号名词")
    meaning = made.text("说明这个名词在原文中的意思，以及与之有关的任务。" * 3)
    return Term(f"term-{number}", name, ("又称",), meaning, ("term-0",), None, (), made.PLACE)


def _events(corpus: Corpus) -> Iterator[Event]:
    for task in corpus.tasks.values():
        if task.standing.due:
            yield Event(task.standing.due, EventKind.DUE, task.directive, task.key, task.title)


def _history(corpus: Corpus) -> History:
    """Each task changed on one of two days, in as many ways as a page shows, from and to long texts."""
    before, after = (made.text(word * 300) for word in ("旧", "新"))
    fields = (FieldChange(Changing.NOTE, (before,), (after,)),) * (SHOWN + 1)
    recorded = tuple(
        Recorded(
            f"change-{number}",
            AS_OF - dt.timedelta(days=number % 2),
            "aaaaaaa",
            RecordChange(What.CHANGED, RecordKind.TASK, task.key, task.title, task.root, fields),
            after,
            made.PLACE,
        )
        for number, task in enumerate(corpus.tasks.values())
    )
    newest_first = tuple(sorted(recorded, key=lambda each: each.date, reverse=True))
    return History(newest_first, of={each.change.identity: (each,) for each in newest_first})


def _lists(corpus: Corpus, site: Site, trails: Trails) -> Iterator[Page]:
    """The first pages of each list, and the pages of the records that most others name."""
    seen: dict[str, int] = {}
    lists = (
        list_pages(corpus, trails),
        matrix_pages(corpus, trails),
        glossary_pages(corpus, site, trails),
        lineage_pages(corpus, trails),
        islice(timeline_pages(corpus, trails), 5),
        change_pages(corpus, trails),
    )
    for page in (page for pages in lists for page in pages):
        seen[page.template] = seen.get(page.template, 0) + 1
        if seen[page.template] <= SAMPLE:
            yield page
    yield from islice(directive_pages(corpus, trails), 1)
    yield from islice(actor_pages(corpus, trails), 1)
    yield from (topic := list(islice(topic_pages(corpus, trails), 1)))
    linking = list(islice(task_pages(corpus, trails), PER_PAGE + 1))
    yield from islice(backlink_pages(topic[0], linking, "Linked from"), 1)


def _html(markdown: str) -> str:
    """What the site builders make of a page, without the theme around it."""
    settings = yaml.safe_load((FIXTURE / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    named = settings["markdown_extensions"]
    names = [each if isinstance(each, str) else next(iter(each)) for each in named]
    options = {name: each[name] for each in named if isinstance(each, dict) for name in each}
    return Markdown(extensions=names, extension_configs=options).convert(markdown)


def test_no_list_grows_with_the_whole_corpus(large: Corpus) -> None:
    site = replace(bilingual(), languages=bilingual().languages[:1])
    pages = tuple(_lists(large, site, trails_of(site)))
    files = {file.path: file.content.decode() for file in rendered(pages, large, site)}
    html = {path: _html(text) for path, text in files.items()}
    sizes = {path: (len(text.encode()) + FRAME, text.count("<tr")) for path, text in html.items()}
    assert {path: size for path, size in sizes.items() if size[0] > MOST_BYTES or size[1] > MOST_ROWS} == {}
