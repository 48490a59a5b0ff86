"""From the raw corpus, passages and schedule to the resolved corpus."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from directive_atlas.expand import Expanded
from directive_atlas.load import schema
from directive_atlas.passages import Passages
from directive_atlas.redline import Bodies
from directive_atlas.resolve import values
from directive_atlas.resolve.actors import actors_of
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.course import Courses
from directive_atlas.resolve.directives import Context, resolve_directive
from directive_atlas.resolve.endings import endings
from directive_atlas.resolve.events import events
from directive_atlas.resolve.history import history
from directive_atlas.resolve.links import links, members_of
from directive_atlas.resolve.model import Actor, Directive, Task, Term, Text, Topic
from directive_atlas.resolve.model.changes import Identity
from directive_atlas.resolve.prospects import Prospects
from directive_atlas.resolve.standing import AsOf, carried, horizons
from directive_atlas.resolve.terms import TermFinder
from directive_atlas.schedule import AnyDay, Clock, Schedule, days_off
from directive_atlas.vocabulary.changes import RecordKind


def resolve(expanded: Expanded, passages: Passages, dates: Schedule, as_of: dt.date) -> Corpus:
    """Seal a corpus that has passed the checks, with its schedule, as it stands on ``as_of``."""
    raw, clock = expanded.corpus, Clock(as_of)
    finder = TermFinder(_names(raw.terms))
    actors = actors_of(raw.actors)
    context = Context(
        corpus=raw,
        passages=passages,
        finder=finder,
        schedule=dates,
        origins=expanded.origins,
        translations=expanded.translations,
        prospects=Prospects(endings(raw, clock), carried(raw)),
        days_off=days_off(raw),
        as_of=AsOf(clock, raw.settings.due_soon, raw.settings.open_months),
        horizons=horizons(raw.directives),
        members={group: members_of(group, actors) for group in actors},
        bodies=Bodies(raw.actors),
    )
    directives = _newest_first(resolve_directive(d, context) for d in raw.directives)
    tasks = {task.key: task for directive in directives for task in directive.walk()}
    by_id = {directive.id: directive for directive in raw.directives}
    topics, terms = _topics(raw.topics), {term.id: _term(term) for term in raw.terms}
    courses = Courses(raw.settings, raw.progress, by_id, context.prospects, AnyDay(dates), context.members)
    titles = _titles(directives, tasks.values(), actors.values(), topics.values(), terms.values())
    return Corpus(
        as_of=as_of,
        directives={directive.id: directive for directive in directives},
        actors=actors,
        topics=topics,
        terms=terms,
        tasks=tasks,
        events=events(directives),
        links=links(directives, tasks.values(), actors),
        course=courses.of,
        history=history(raw.changes, titles, {task.key: task.root for task in tasks.values()}),
    )


def _titles(
    directives: Iterable[Directive],
    tasks: Iterable[Task],
    actors: Iterable[Actor],
    topics: Iterable[Topic],
    terms: Iterable[Term],
) -> dict[Identity, Text]:
    """What each record is called."""
    return {
        **{(RecordKind.DIRECTIVE, each.id): each.title for each in directives},
        **{(RecordKind.TASK, each.key): each.title for each in tasks},
        **{(RecordKind.ACTOR, each.id): each.name for each in actors},
        **{(RecordKind.TOPIC, each.id): each.name for each in topics},
        **{(RecordKind.TERM, each.id): each.term for each in terms},
    }


def _newest_first(directives: Iterable[Directive]) -> list[Directive]:
    by_id = sorted(directives, key=lambda d: d.id)
    return sorted(by_id, key=lambda d: d.date.first if d.date else dt.date.min, reverse=True)


def _topics(raw: Iterable[schema.Topic]) -> dict[str, Topic]:
    raw = tuple(raw)
    children: dict[str, list[str]] = defaultdict(list)
    for topic in raw:
        if topic.parent:
            children[topic.parent].append(topic.id)
    return {
        topic.id: Topic(
            id=topic.id,
            name=values.text(topic.name),
            parent=topic.parent,
            children=tuple(children[topic.id]),
            summary=values.maybe_text(topic.summary),
            place=topic.place,
        )
        for topic in raw
    }


def _names(terms: Iterable[schema.Term]) -> dict[str, list[str]]:
    """Every name of each term, by the term's id."""
    return {term.id: [*(words for _, words in term.term.values), *term.aliases] for term in terms}


def _term(raw: schema.Term) -> Term:
    return Term(
        id=raw.id,
        term=values.text(raw.term),
        aliases=raw.aliases,
        definition=values.text(raw.definition),
        see=raw.see,
        directive=raw.directive,
        references=tuple(values.reference(r) for r in raw.references),
        place=raw.place,
    )
