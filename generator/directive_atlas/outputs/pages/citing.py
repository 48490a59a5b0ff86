"""How the record of a page is cited: in a sentence of the page's language, and in the forms of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce

from markupsafe import Markup

from directive_atlas.interface.addresses import Address
from directive_atlas.interface.citations import Citation, Form, cited
from directive_atlas.interface.markup import escape
from directive_atlas.interface.values import Values
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.page import Page
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Directive, Task, Topic
from directive_atlas.vocabulary.languages import HAN, is_chinese
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class Citing:
    """The citations of a page's record.

    ``plain`` is HTML in the page's language; the texts of ``forms`` are in ``language``, that of the
    paper. ``address`` is that of the page, if it is known where the site is published.
    """

    plain: Markup
    forms: Mapping[Form, Markup]
    language: str
    address: str | None


def citing(page: Page, context: PageContext) -> Citing | None:
    """The citations of a directive, a task or an actor; nothing for other pages."""
    record = page.record
    if record is None or isinstance(record, Topic):
        return None
    address = published(page, context)
    own = _own_language(record, context)
    citation = _citation(record, page.permanent_id, address, own)
    forms = {form: _verbatim(cited(citation, form), own) for form in Form}
    plain = _sentence(_citation(record, page.permanent_id, address, context), address, context)
    return Citing(plain, forms, citation.language, address)


_NAMES = re.compile(f"([{HAN}][{HAN}〔〕（）0-9]*)")
"""A name or number in Chinese within a line."""


def _verbatim(text: str, values: Values) -> Markup:
    """A text of several lines for HTML that keeps them, and spaces in a row; Chinese within it is marked.

    It is a single line of the page: pages are written without blank lines and indents.
    """
    return Markup(
        "&#10;".join("".join(map(partial(_marked, values), _NAMES.split(line))) for line in text.splitlines())
    )


def _marked(values: Values, part: str) -> Markup:
    return values.by_script(part) if is_chinese(part) else Markup(" ".join(map(escape, part.split(" "))))


def published(page: Page, context: PageContext) -> str | None:
    """Where readers find the page, if the site says so."""
    site, folder = context.site.address, context.language.folder
    return f"{site.rstrip('/')}/{folder}{Address(page.path).href('')}" if site else None


def _paper(record: Directive | Task, corpus: Corpus) -> Directive:
    return record if isinstance(record, Directive) else corpus.directives[record.directive]


def _own_language(record: Directive | Task | Actor, context: PageContext) -> PageContext:
    """The context in the language of the paper, where the site has it; an actor has none of its own."""
    source = None if isinstance(record, Actor) else _paper(record, context.corpus).source_note
    code = source.language if source else context.language.code
    own = next((each for each in context.site.languages if each.code == code), context.language)
    return replace(context, language=own)


def _citation(
    record: Directive | Task | Actor, key: str, address: str | None, context: PageContext
) -> Citation:
    """The citation in the language of a context."""
    if isinstance(record, Actor):
        return _of_site(record, key, address, context)
    paper = _paper(record, context.corpus)
    original = paper.source_note.url if paper.source_note else None
    seen = paper.source_note.retrieved if paper.source_note and original else None
    return Citation(
        key=key,
        authors=tuple(context.plain(context.corpus.actors[each].name) for each in paper.issuers),
        title=context.plain(paper.title),
        language=context.language.code,
        accessed=seen.iso if seen else context.corpus.as_of.isoformat(),
        number=paper.number,
        date=paper.date,
        place=_place(record, context) if isinstance(record, Task) else None,
        note=": ".join([context.plain(context.site.name), address if address and original else key]),
        url=original or address,
    )


def _of_site(actor: Actor, key: str, address: str | None, context: PageContext) -> Citation:
    """Of what this site has gathered about an actor, the site is the source, and its editor the author."""
    editor, name = context.site.organisation, context.plain(context.site.name)
    return Citation(
        key=key,
        authors=(context.plain(editor),) if editor else (),
        title=context.plain(actor.name),
        language=context.language.code,
        accessed=context.corpus.as_of.isoformat(),
        container=name,
        url=address,
        database=True,
    )


def _place(task: Task, values: Values) -> str:
    """Where in the paper the words of a task are, if all are in one paragraph, and what it is called here."""
    passages = [passage for part in task.walk() for passage in part.passages]
    places = {(each.label, each.paragraph) for each in passages}
    title = values.language.gettext(N_("“%(title)s”")) % {"title": values.plain(task.title)}
    if len(places) != 1:
        return title
    name = values.paragraph_name(passages[0].label, passages[0].paragraph)
    return values.gap().join([name, title]).striptags()


def _sentence(citation: Citation, address: str | None, context: PageContext) -> Markup:
    """The plain citation: the paper, then where it was read, to which day, at what address."""
    after = N_("%(before)s, %(after)s")
    return reduce(
        lambda before, part: context.phrase(after, before=before, after=part),
        _parts(citation, address, context),
    )


def _parts(citation: Citation, address: str | None, context: PageContext) -> Iterator[Markup]:
    yield from map(context.by_script, citation.authors)
    yield context.by_script(citation.title) + context.note(context.label(citation.number))
    if citation.date:
        yield context.show(citation.date)
    if citation.place:
        yield context.by_script(citation.place)
    if citation.url and citation.url != address:
        yield context.outside(citation.url)
    read = N_("in %(site)s (%(key)s), as of %(day)s")
    yield context.phrase(read, site=context.site.name, key=citation.key, day=context.corpus.as_of)
    if address:
        yield context.outside(address)
