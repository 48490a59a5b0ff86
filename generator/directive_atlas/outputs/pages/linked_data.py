"""The record of a page as JSON-LD: schema.org's ``Legislation``, which follows the European ELI.

Words that only ELI has are in its own vocabulary. The name (``@id``) of a record is the address of its page,
written as a link from the page that it stands on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.elsewhere import Form
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Directive, Ending, Task, Text, Topic
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.directives import DateKind

CONTEXT = ("https://schema.org", {"eli": "http://data.europa.eu/eli/ontology#"})
"""The vocabularies of the words."""

_SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Puts the record of a page into linked data: ``plain`` gives a text in the page's language.

    ``up`` leads from the folder of the language to files that all languages share.
    """

    page: Page
    corpus: Corpus
    plain: Callable[[object], str]
    up: str

    def of_record(self, forms: Sequence[Form]) -> dict[str, Any] | None:
        """The page's record, with the files that have it, too; nothing for lists."""
        record = self.page.record
        if isinstance(record, Directive):
            found = {**self._directive(record), "encoding": list(self._files(forms))}
        elif isinstance(record, Task):
            found = {**self._task(record), "encoding": list(self._files(forms))}
        elif isinstance(record, Actor):
            found = self._actor(record)
        elif isinstance(record, Topic):
            found = {"@type": "DefinedTerm", "name": self.plain(record.name)}
        else:
            return None
        own = {"@id": Address(self.page.path).href(self.page.path), "identifier": self.page.permanent_id}
        about = {"@context": CONTEXT, **found, **own}
        return {name: value for name, value in about.items() if value}

    def _directive(self, directive: Directive) -> dict[str, Any]:
        dates = {kind: date.iso for kind, date in directive.dates}
        effective, note = dates.get(DateKind.EFFECTIVE), directive.source_note
        return {
            "@type": "Legislation",
            "name": self.plain(directive.title),
            "alternateName": self._others(directive.title),
            "description": self.plain(directive.summary) if directive.summary else "",
            "legislationIdentifier": directive.number,
            "legislationType": self.plain(directive.kind),
            "legislationDate": dates.get(DateKind.SIGNED) or dates.get(DateKind.HELD),
            "datePublished": dates.get(DateKind.PUBLISHED),
            "legislationDateVersion": self.corpus.as_of.isoformat(),
            "legislationDateOfApplicability": effective,
            "eli:first_date_entry_in_force": effective,
            "eli:date_no_longer_in_force": _end(directive.endings),
            "expires": dates.get(DateKind.EXPIRES),
            "legislationPassedBy": [self._name(actor) for actor in directive.issuers],
            "legislationJurisdiction": list(dict.fromkeys(self._jurisdictions(directive))),
            "legislationLegalForce": _force(directive, self.corpus.as_of),
            "inLanguage": note.language if note else None,
            "sameAs": note.url if note else None,
            "hasPart": [self._part(task) for task in directive.tasks],
            **self._relations(directive),
        }

    def _task(self, task: Task) -> dict[str, Any]:
        directive = self.corpus.directives[task.directive]
        ended = _ended(task.endings)
        return {
            "@type": "Legislation",
            "name": self.plain(task.title),
            "alternateName": self._others(task.title),
            "text": [passage.text for passage in task.passages],
            "legislationDateVersion": self.corpus.as_of.isoformat(),
            "eli:date_no_longer_in_force": _end(task.endings),
            "legislationLegalForce": _NOT_IN_FORCE if ended else _force(directive, self.corpus.as_of),
            "isPartOf": self._document(directive),
            "mentions": [self._name(each) for each in dict.fromkeys(duty.actor for duty in task.duties)],
            "inLanguage": directive.source_note.language if directive.source_note else None,
        }

    def _actor(self, actor: Actor) -> dict[str, Any]:
        return {
            **self._name(actor.id),
            "alternateName": [*self._others(actor.name), *(alias.name for alias in actor.aliases)],
            "description": self.plain(actor.summary) if actor.summary else "",
            "parentOrganization": self._name(actor.parent) if actor.parent else None,
        }

    def _relations(self, directive: Directive) -> dict[str, list[dict[str, Any]]]:
        """What it does to others; what is only proposed or adopted, it does not do yet."""
        found: dict[str, list[dict[str, Any]]] = {}
        for relation in directive.relations:
            says = relation.kind.meaning.schema_org
            if says and relation.status is None:
                found.setdefault(says, []).append(self._document(self.corpus.directives[relation.older]))
        return found

    def _document(self, directive: Directive) -> dict[str, Any]:
        where = self._href(addresses.directive(directive.id))
        named = {"name": self.plain(directive.title), "identifier": directive.id}
        return {"@type": "Legislation", "@id": where, **named}

    def _part(self, task: Task) -> dict[str, str]:
        return {"@type": "Legislation", "@id": self._href(addresses.task(task.key, task.root))}

    def _name(self, actor_id: str) -> dict[str, Any]:
        actor = self.corpus.actors[actor_id]
        kind = "Person" if actor.kind is ActorKind.PERSON else "Organization"
        return {"@type": kind, "@id": self._href(addresses.actor(actor_id)), "name": self.plain(actor.name)}

    def _jurisdictions(self, directive: Directive) -> Iterator[str]:
        """The country of each issuer: its own, or that of the bodies above it."""
        for issuer in directive.issuers:
            at: str | None = issuer
            while at and not self.corpus.actors[at].jurisdiction:
                at = self.corpus.actors[at].parent
            if at:
                yield self.corpus.actors[at].jurisdiction or ""

    def _files(self, forms: Iterable[Form]) -> Iterator[dict[str, str]]:
        """The files that have the whole record, too; none of them is the authentic text."""
        for form in (each for each in forms if each.kind.whole):
            yield {
                "@type": "LegislationObject",
                "contentUrl": f"{self.up if form.kind.shared else ''}{self._href(form.address)}",
                "encodingFormat": form.kind.media,
                "legislationLegalValue": f"{_SCHEMA}UnofficialLegalValue",
            }

    def _others(self, text: Text) -> list[str]:
        """A name in the languages that the page is not in."""
        return [words for _, words in text.values if words != self.plain(text)]

    def _href(self, target: Address) -> str:
        return target.href(self.page.path)


_IN_FORCE, _NOT_IN_FORCE = f"{_SCHEMA}InForce", f"{_SCHEMA}NotInForce"


def _force(directive: Directive, as_of: dt.date) -> str | None:
    """Whether it is in force on the reference date, if that is known; if only a part has ended, it is."""
    begun = any(kind is DateKind.EFFECTIVE and day.last <= as_of for kind, day in directive.dates)
    return _NOT_IN_FORCE if _ended(directive.endings) else _IN_FORCE if begun else None


def _ended(endings: Iterable[Ending]) -> bool:
    return any(ending.past and not ending.part for ending in endings)


def _end(endings: Iterable[Ending]) -> str | None:
    """The first day on which the whole ends, as precise as it is known."""
    days = [ending.date for ending in endings if ending.date and not ending.part]
    return min(days, key=lambda day: day.first).iso if days else None
