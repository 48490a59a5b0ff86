"""News as an Atom feed, in one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from directive_atlas.interface import addresses
from directive_atlas.interface.language import Language
from directive_atlas.interface.markup import visible
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.feeds.news import News
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Report, Task, Text
from directive_atlas.vocabulary.word import N_

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES: Any = {None: _ATOM}
_DECLARED = f' xmlns="{_ATOM}"'.encode()
"""The namespace of an entry, which its feed has."""
_END = b"</feed>"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes news in one language of a site."""

    corpus: Corpus
    site: Site
    language: Language

    def entry(self, news: News) -> bytes:
        """A piece of news as XML, made once for all feeds that it is in."""
        entry = element("entry")
        add(entry, "id", f"{self.root}:{news.id}")
        add(entry, "title", self._title(news))
        add(entry, "updated", moment(news.day))
        add(entry, "published", moment(news.day))
        if address := self._address(news):
            add(entry, "link", rel="alternate", type="text/html", href=address)
        add(entry, "category", term=news.kind.value, label=self.language.gettext(news.kind.label))
        add(entry, "content", "\n".join(self._lines(news)), type="text")
        return drawn(entry)

    def feed(self, path: str, name: str, entries: Sequence[bytes], latest: dt.date) -> bytes:
        """The feed of some news, the latest first."""
        feed = element("feed")
        feed.set("{http://www.w3.org/XML/1998/namespace}lang", self.language.code)
        add(feed, "id", f"{self.root}:{self.language.folder}feeds/{path}")
        add(feed, "title", name)
        add(feed, "updated", moment(latest))
        add(add(feed, "author"), "name", self._text(self.site.organisation or self.site.name))
        for relation, href in self._links(path):
            add(feed, "link", rel=relation, href=href)
        head = bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))
        return head.removesuffix(_END) + b"".join(entries) + _END + b"\n"

    @property
    def root(self) -> str:
        """What the ids of this site begin with (RFC 4151): the same as long as its address is."""
        host = re.sub(r"^https?://", "", self.site.address or "").strip("/") or "directives.invalid"
        domain, _, below = host.partition("/")
        return f"tag:{domain},2020:{below or 'site'}"

    def _links(self, path: str) -> Iterator[tuple[str, str]]:
        if self.site.address:
            root = f"{self.site.address.rstrip('/')}/{self.language.folder}"
            yield "self", f"{root}feeds/{path}.atom"
            yield "alternate", root

    def _text(self, text: Text) -> str:
        return text.best(self.language.code)[0]

    def _title(self, news: News) -> str:
        """What is news, whose it is, and what it is about."""
        task = self.corpus.tasks[news.task] if news.task else None
        directive = self.corpus.directives[news.directive]
        of_event = news.event.what if news.event else directive.title
        about = task.title if task else of_event
        colon = ": " if self.language.is_spaced else "："
        return f"{colon.join(self._said(news))}{colon}{self._text(about)}"

    def _said(self, news: News) -> Iterator[str]:
        if news.actor:
            yield self._text(self.corpus.actors[news.actor].name)
        if news.report:
            status = news.report.status
            yield self.language.gettext(status.label if status else news.kind.label)
        if news.event:
            yield f"{self.language.gettext(news.event.kind.label)} {self.language.date(news.event.date)}"

    def _lines(self, news: News) -> Iterator[str]:
        if news.report:
            yield from self._report(news.report)
        task = self.corpus.tasks[news.task] if news.task else None
        yield from self._quotes(task) if task else ()
        yield self._text(self.corpus.directives[news.directive].title)

    def _report(self, report: Report) -> Iterator[str]:
        """What a report says, how far it can be relied on, and where it can be read."""
        if report.note:
            yield self._text(report.note)
        yield self.language.gettext(report.verification.label)
        if report.evidence:
            url = report.evidence.url
            yield f"{self._text(report.evidence.title)}{f' {url}' if url else ''}"
        else:
            yield self.language.gettext(N_("without a source"))

    def _quotes(self, task: Task) -> Iterator[str]:
        return (passage.text for passage in task.passages)

    def _address(self, news: News) -> str | None:
        if not self.site.address:
            return None
        task = self.corpus.tasks[news.task] if news.task else None
        found = addresses.task(task.key, task.root) if task else addresses.directive(news.directive)
        return f"{self.site.address.rstrip('/')}/{self.language.folder}{found.href('index.md')}"


def element(name: str) -> etree._Element:
    """An element of its own."""
    return etree.Element(f"{{{_ATOM}}}{name}", nsmap=_NAMESPACES)


def drawn(entry: etree._Element) -> bytes:
    """An entry as it stands in a feed."""
    etree.cleanup_namespaces(entry)
    return bytes(etree.tostring(entry, encoding="utf-8")).replace(_DECLARED, b"", 1)


def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """An element with a text and attributes, of which nothing is left that XML cannot have."""
    plain = {key: visible(value) for key, value in attributes.items()}
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", plain)
    element.text = None if text is None else "\n".join(map(visible, text.split("\n")))
    return element


def moment(day: dt.date) -> str:
    """A day as Atom has it."""
    return f"{day.isoformat()}T00:00:00Z"
