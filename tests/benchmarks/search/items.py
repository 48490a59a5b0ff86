"""The records of a corpus as a reader knows them: a page and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Actor, Directive, Report, Target, Task, Term, Text, Topic
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Item:
    """A record: its place on the site, its names, its passages, and what else its page mentions.

    ``aliases`` are among the names too; ``days`` are those of a directive.
    """

    place: str
    names: tuple[str, ...]
    passages: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    number: str = ""
    days: tuple[ImpreciseDate, ...] = ()


def records(corpus: Corpus) -> Iterator[Item]:
    """Every record that has a page or a glossary entry of its own."""
    for directive in corpus.directives.values():
        yield _directive(directive)
        yield from map(_task, directive.tasks)
    yield from map(_actor, corpus.actors.values())
    yield from map(_topic, corpus.topics.values())
    yield from map(_term, corpus.terms.values())


def _place(where: Address) -> str:
    page = where.path.removesuffix(".md") + ".html"
    return f"{page}#{where.anchor}" if where.anchor else page


def _said(*texts: Text | None) -> tuple[str, ...]:
    """Texts in all of their languages."""
    return tuple(value for text in texts if text for _, value in text.values)


def _directive(directive: Directive) -> Item:
    source = directive.source
    notes = (directive.dates_note, directive.applies_to, *(link.note for link in directive.relations))
    return Item(
        _place(address.directive(directive.id)),
        names=_said(directive.title),
        passages=(
            *_said(directive.summary),
            *((source.text[p.span.start : p.span.end] for p in source.paragraphs) if source else ()),
        ),
        mentions=_said(*notes, *_figures(directive.targets)),
        number=directive.number or "",
        days=tuple(date for _, date in directive.dates if date.is_day),
    )


def _task(task: Task) -> Item:
    parts = list(task.walk())
    notes = (part.note for part in parts)
    figures = (text for part in parts for text in _figures(part.targets))
    return Item(
        _place(address.task(task.key, task.root)),
        names=tuple(name for part in parts for name in _said(part.title)),
        passages=tuple(passage.text for part in parts for passage in part.passages),
        mentions=(
            *_said(*notes, *figures, *(text for part in parts for text in part.deliverables)),
            *_reported(report for part in parts for report in part.reports),
        ),
    )


def _figures(targets: Iterable[Target]) -> Iterator[Text | None]:
    for target in targets:
        yield from (target.metric, target.note)


def _reported(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        yield from _said(report.note, report.evidence.title if report.evidence else None)


def _actor(actor: Actor) -> Item:
    aliases = tuple(alias.name for alias in actor.aliases)
    return Item(
        _place(address.actor(actor.id)),
        names=(*_said(actor.name), *aliases),
        passages=_said(actor.summary),
        mentions=_said(*(post.title for post in actor.posts)),
        aliases=aliases,
    )


def _topic(topic: Topic) -> Item:
    return Item(_place(address.topic(topic.id)), names=_said(topic.name), passages=_said(topic.summary))


def _term(term: Term) -> Item:
    return Item(
        _place(address.term(term.id)),
        names=(*_said(term.term), *term.aliases),
        passages=_said(term.definition),
        aliases=term.aliases,
    )
