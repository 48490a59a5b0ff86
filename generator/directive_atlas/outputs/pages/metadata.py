"""The metadata of a page: a description, and its record as schema.org JSON-LD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from directive_atlas.interface import addresses
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Directive, Task, Text, Topic
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.word import N_

Plain = Callable[[object], str]
"""Any value as plain text in the page's language."""


def description(page: Page, plain: Plain) -> str:
    """The description of a page: the summary of its record, or the passages of its task."""
    record = page.record
    if isinstance(record, Task):
        return _excerpts(record)
    return plain(record.summary) if record and record.summary else ""


def _excerpts(task: Task) -> str:
    """The passages of a task and its measures, each once, with a mark where words are left out."""
    found: list[str] = []
    for text in (passage.text for part in task.walk() for passage in part.passages):
        if not any(text in before for before in found):
            found.append(text)
    return "…".join(found)


def page_foot(context: PageContext) -> dict[str, str]:
    """The foot of every page: the day of knowledge, where errors go, the data, by what it is made."""
    directives = sorted(context.corpus.directives)
    message, day = N_("As of %(day)s; %(gathered)s."), context.corpus.as_of
    known = context.phrase(message, day=day, gathered=context.gathered(directives)).striptags()
    site = context.site
    foot = {
        "known": known,
        "contact": site.contact,
        "repository": site.repository,
        "made": site.generator,
    }
    return {name: text for name, text in foot.items() if text}


def preview_of(page: Page, corpus: Corpus) -> str | None:
    """The picture that goes with a link to a page: that of its directive, if that has tasks."""
    record = page.record
    if isinstance(record, Task):
        return addresses.preview(record.directive)
    return addresses.preview(record.id) if isinstance(record, Directive) and record.tasks else None


def json_ld(page: Page, corpus: Corpus, plain: Plain) -> dict[str, Any] | None:
    """A page's record in the vocabulary of schema.org; nothing for lists."""
    record = page.record
    if isinstance(record, Directive):
        found = _directive(record, corpus, plain)
    elif isinstance(record, Task):
        found = _task(record, corpus, plain)
    elif isinstance(record, Actor):
        found = _actor(record, corpus, plain)
    elif isinstance(record, Topic):
        found = {"@type": "DefinedTerm", "name": plain(record.name)}
    else:
        return None
    about = {"@context": "https://schema.org", **found, "identifier": page.permanent_id}
    return {name: value for name, value in about.items() if value}


def _directive(directive: Directive, corpus: Corpus, plain: Plain) -> dict[str, Any]:
    dates = {kind: date.iso for kind, date in directive.dates}
    return {
        "@type": "Legislation",
        "name": plain(directive.title),
        "alternateName": _others(directive.title, plain),
        "description": plain(directive.summary) if directive.summary else "",
        "legislationIdentifier": directive.number,
        "legislationType": plain(directive.kind),
        "legislationDate": dates.get(DateKind.SIGNED) or dates.get(DateKind.HELD),
        "datePublished": dates.get(DateKind.PUBLISHED),
        "legislationDateOfApplicability": dates.get(DateKind.EFFECTIVE),
        "expires": dates.get(DateKind.EXPIRES),
        "legislationPassedBy": [_name(corpus.actors[actor], plain) for actor in directive.issuers],
        "legislationLegalForce": _force(directive, corpus.as_of),
        "inLanguage": directive.source_note.language if directive.source_note else None,
        "sameAs": directive.source_note.url if directive.source_note else None,
        **_relations(directive, corpus, plain),
    }


def _force(directive: Directive, as_of: dt.date) -> str | None:
    """Whether it is in force on the reference date, if that is known; if only a part has ended, it is."""
    ended = any(ending.past and not ending.part for ending in directive.endings)
    begun = any(kind is DateKind.EFFECTIVE and day.last <= as_of for kind, day in directive.dates)
    force = "NotInForce" if ended else "InForce" if begun else None
    return force and f"https://schema.org/{force}"


def _relations(directive: Directive, corpus: Corpus, plain: Plain) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for relation in directive.relations:
        if says := relation.kind.meaning.schema_org:
            other = corpus.directives[relation.older]
            named = {"@type": "Legislation", "name": plain(other.title), "identifier": other.id}
            found.setdefault(says, []).append(named)
    return found


def _task(task: Task, corpus: Corpus, plain: Plain) -> dict[str, Any]:
    directive = corpus.directives[task.directive]
    whole = {"@type": "Legislation", "name": plain(directive.title), "identifier": directive.id}
    return {
        "@type": "Legislation",
        "name": plain(task.title),
        "alternateName": _others(task.title, plain),
        "text": [passage.text for passage in task.passages],
        "isPartOf": whole,
        "mentions": _names((duty.actor for duty in task.duties), corpus, plain),
        "inLanguage": directive.source_note.language if directive.source_note else None,
    }


def _names(actors: Iterable[str], corpus: Corpus, plain: Plain) -> list[dict[str, Any]]:
    return [_name(corpus.actors[actor], plain) for actor in dict.fromkeys(actors)]


def _actor(actor: Actor, corpus: Corpus, plain: Plain) -> dict[str, Any]:
    return {
        **_name(actor, plain),
        "alternateName": [*_others(actor.name, plain), *(alias.name for alias in actor.aliases)],
        "description": plain(actor.summary) if actor.summary else "",
        "parentOrganization": _name(corpus.actors[actor.parent], plain) if actor.parent else None,
    }


def _name(actor: Actor, plain: Plain) -> dict[str, Any]:
    kind = "Person" if actor.kind is ActorKind.PERSON else "Organization"
    return {"@type": kind, "name": plain(actor.name)}


def _others(text: Text, plain: Plain) -> list[str]:
    """A name in the languages that the page is not in."""
    return [words for _, words in text.values if words != plain(text)]
