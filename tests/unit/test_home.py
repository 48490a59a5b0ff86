"""The home page: bounded whatever the size of the corpus, and whom it names first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from bs4 import BeautifulSoup
from directive_atlas.outputs.pages.home import home_page
from directive_atlas.outputs.pages.making import rendered
from directive_atlas.outputs.pages.rendering import trails_of
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.links import links
from directive_atlas.resolve.model import Finding, Text
from directive_atlas.views.home.ahead import MOST_DATES, dates_ahead
from directive_atlas.views.home.bodies import find_bodies
from directive_atlas.views.home.featured import featured
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.progress import Verification
from directive_atlas.vocabulary.timeline import EventKind
from markdown import markdown

from tests.tools.corpora import made
from tests.tools.corpora.made_up import AS_OF, Size, made_up_corpus
from tests.tools.sites import LANGUAGES, bilingual

MANY = 10_000
MOST_BYTES, MOST_ROWS = 280_000, 1_000
"""A page has at most 300 KB, of which the frame of the theme takes less than 20."""

SITE = bilingual()


def _rendered(corpus: Corpus) -> Iterator[str]:
    """The content of the home page as HTML, in each language of the site."""
    for file in rendered([home_page(corpus, SITE, trails_of(SITE))], corpus, SITE):
        yield markdown(file.content.decode(), extensions=["md_in_html", "attr_list", "tables"])


def _of_a_group(tasks: int, own: str = "") -> Corpus:
    """A group of seven departments with some tasks, and one of them with a task of its own."""
    empty = made_up_corpus(3, Size(0, actors=7, groups=1, members=7))
    keys = [("group-0", f"notice/task-{number}") for number in range(tasks)]
    all_tasks = [made.task(key, [made.duty(actor)]) for actor, key in [*keys, (own, "notice/own")] if actor]
    directive = made.directive("notice", all_tasks)
    return replace(
        empty,
        directives={directive.id: directive},
        tasks={task.key: task for task in all_tasks},
        links=links([directive], all_tasks, empty.actors),
    )


def _of_all_kinds(corpus: Corpus) -> Corpus:
    """The corpus with as many bodies of each kind, so that each class has more than are shown."""
    kinds = dict(zip(corpus.actors, cycle(ActorKind), strict=False))
    return replace(
        corpus, actors={own: replace(each, kind=kinds[own]) for own, each in corpus.actors.items()}
    )


def _with_dates(corpus: Corpus) -> Corpus:
    """The corpus with dated directives, and a figure due on a day of its own for each of them."""
    signed = {
        own: replace(each, dates=((DateKind.SIGNED, each.date),) if each.date else ())
        for own, each in corpus.directives.items()
    }
    title = Text((("en", "Figure"),))
    days = (on_day(AS_OF + dt.timedelta(days=number + 1)) for number in range(MANY))
    dates = zip(days, corpus.directives, strict=False)
    events = tuple(Event(day, EventKind.TARGET, own, None, title) for day, own in dates)
    return replace(corpus, directives=signed, events=events)


def test_the_page_is_bounded_with_ten_thousand_tasks_and_bodies() -> None:
    corpus = _with_dates(_of_all_kinds(made_up_corpus(1, Size(MANY, actors=MANY, groups=50, members=200))))
    pages = [*_rendered(corpus)]
    assert len(pages) == len(LANGUAGES)
    for html in pages:
        soup = BeautifulSoup(html, "html.parser")
        assert len(html.encode()) <= MOST_BYTES
        assert len(soup.select("li, tr")) <= MOST_ROWS
        assert soup.select(".owing-table tbody tr")
        assert len(soup.select("#due ~ .feed > ul > li")) == MOST_DATES


def test_an_empty_corpus_has_a_page() -> None:
    empty = made_up_corpus(0, Size(0, actors=0, groups=0))
    assert BeautifulSoup([*_rendered(empty)][1], "html.parser").select("h1")


def test_like_members_of_a_group_stand_together() -> None:
    [run] = find_bodies(_of_a_group(4), SITE).foremost
    assert run.body.actor.id == "group-0"
    assert {member.actor.id for member in run.members} == {f"actor-{number}" for number in range(7)}


def test_a_member_with_work_of_its_own_is_named_beside_the_others() -> None:
    first, run = find_bodies(_of_a_group(4, own="actor-2"), SITE).foremost
    assert first.body.actor.id == "actor-2"
    assert run.total == 7


def test_members_of_several_kinds_stand_for_themselves_before_their_group() -> None:
    corpus = _of_a_group(4)
    other = replace(corpus.actors["actor-0"], kind=ActorKind.ENTERPRISE)
    bodies = find_bodies(replace(corpus, actors={**corpus.actors, "actor-0": other}), SITE)
    assert [each.body.actor.id for each in bodies.foremost][-1] == "group-0"
    assert len(bodies.foremost) == 8


def test_of_the_directives_one_with_findings_is_the_example() -> None:
    corpus = made_up_corpus(5, Size(80))
    chosen = list(corpus.directives)[-1]
    text = Text((("en", "Was it done?"),))
    finding = Finding(text, text, (), Verification.CLAIMED, ())
    told = replace(corpus.directives[chosen], findings=(finding,) * 9)
    example = featured(replace(corpus, directives={**corpus.directives, chosen: told}))
    assert example
    assert example.directive.id == chosen
    assert len(example.findings) == 3


def test_what_is_due_on_one_day_by_one_directive_is_one_entry() -> None:
    corpus = _with_dates(made_up_corpus(1, Size(16)))
    twice = replace(corpus, events=tuple(event for event in corpus.events for _ in range(5)))
    [first, _] = dates_ahead(twice)
    assert first.total == 5
    assert len(first.entries) == 3
    assert first.set_by
    assert first.actors == corpus.directives[first.directive].issuers[:2]
