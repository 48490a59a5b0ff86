"""From the corpus to the files of all pages.

A page is a Markdown file whose text is finished HTML: every builder of sites passes it through as it is, and
has nothing to do but to put the theme around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS
from directive_atlas.interface.markup import front_matter, front_matter_rows, head
from directive_atlas.interface.site import Site, in_all
from directive_atlas.outputs.files import File, script_json
from directive_atlas.outputs.pages.actor_pages import actor_pages
from directive_atlas.outputs.pages.backlinks import Backlinks, backlink_pages, backlinks, sources
from directive_atlas.outputs.pages.change_pages import change_pages, last_change_of
from directive_atlas.outputs.pages.citing import citing
from directive_atlas.outputs.pages.contents import beside, contents, folded
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.correcting import data_address, report_of
from directive_atlas.outputs.pages.edition_pages import edition_pages
from directive_atlas.outputs.pages.elsewhere import Form, alternates, forms, handy
from directive_atlas.outputs.pages.environment import environment
from directive_atlas.outputs.pages.home import home_page
from directive_atlas.outputs.pages.lineage_pages import lineage_pages
from directive_atlas.outputs.pages.linked_data import LinkedData
from directive_atlas.outputs.pages.list_pages import (
    glossary_pages,
    help_page,
    list_pages,
    matrix_pages,
    statuses_page,
)
from directive_atlas.outputs.pages.metadata import description, page_foot, preview_of
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.outputs.pages.record_pages import directive_pages, task_pages, topic_pages
from directive_atlas.outputs.pages.rooted import noted, placed
from directive_atlas.outputs.pages.timeline_pages import timeline_pages
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model.changes import Identity
from directive_atlas.views.glossary import page_numbers
from directive_atlas.views.recorded import LastChange, last_changes
from directive_atlas.vocabulary.word import N_

PAGE = "atlas-page"
"""The class of the one element that a page's text is: Markdown leaves all that is in it as it is."""

DESCRIBED = 160
"""The number of characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A page whose own content is rendered, with the pages it links to."""

    page: Page
    text: Markup
    linked: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Renderer:
    """Renders pages in one language."""

    context: PageContext
    templates: Environment
    changed: Mapping[Identity, LastChange]

    def write(self, template: str, **view: Any) -> Markup:
        return Markup(self.templates.get_template(template).render(**view))


def page_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All pages in every language of the site."""
    yield from rendered(tuple(_pages(corpus, site)), corpus, site)


def rendered(pages: Sequence[Page], corpus: Corpus, site: Site) -> Iterator[File]:
    """Some pages in every language of the site, with the links between them led back."""
    terms, changed = page_numbers(corpus, site.languages[0].code), last_changes(corpus.history)
    for language in site.languages:
        context = PageContext(site, language, corpus, terms)
        yield from _in_language(pages, _Renderer(context, environment(context), changed))


def _in_language(pages: Sequence[Page], renderer: _Renderer) -> Iterator[File]:
    bodies = [_body(page, renderer) for page in pages]
    linking = _linking(bodies)
    foot = page_foot(renderer.context)
    title = in_all(renderer.context.site.languages, N_("Linked from"))
    for body in bodies:
        others = linking.get(body.page.path, [])
        yield _file(body, backlinks(body.page, others), foot, renderer)
        for page in backlink_pages(body.page, others, title):
            yield _file(_body(page, renderer), Backlinks(), foot, renderer)


def _linking(bodies: Iterable[_Body]) -> dict[str, list[Page]]:
    """For each page those that link to it, by path."""
    by_path = {body.page.path: body for body in bodies}
    linked = {path: body.linked for path, body in by_path.items()}
    known = {
        path: body.linked | {crumb.address.path for crumb in body.page.trail}
        for path, body in by_path.items()
    }
    return {path: [by_path[each].page for each in found] for path, found in sources(linked, known).items()}


def _file(body: _Body, found: Backlinks, foot: Mapping[str, str], renderer: _Renderer) -> File:
    content = _framed(body, found, foot, renderer)
    return File(renderer.context.language.folder + body.page.path, content, body.page.place)


def _pages(corpus: Corpus, site: Site) -> Iterator[Page]:
    trails = trails_of(site)
    yield home_page(corpus, site, trails)
    yield from list_pages(corpus, trails)
    yield from directive_pages(corpus, trails)
    yield from edition_pages(corpus, site, trails)
    yield from task_pages(corpus, trails)
    yield from actor_pages(corpus, trails)
    yield from matrix_pages(corpus, trails)
    yield from topic_pages(corpus, trails)
    yield from timeline_pages(corpus, trails)
    yield from lineage_pages(corpus, trails)
    yield from glossary_pages(corpus, site, trails)
    yield from change_pages(corpus, trails)
    yield help_page(trails)
    yield statuses_page(site, trails)


def trails_of(site: Site) -> Trails:
    """The home page and the lists, as the first crumbs of a site's pages."""
    home = Crumb(address.Address(address.HOME), in_all(site.languages, N_("Home")))
    sections = {
        section: Crumb(address.index_of(section), in_all(site.languages, title))
        for section, title in SECTIONS.items()
    }
    return Trails(home, sections)


def _body(page: Page, renderer: _Renderer) -> _Body:
    context = renderer.context
    view = {field.name: getattr(page.view, field.name) for field in fields(page.view)}
    text = renderer.write(
        page.template,
        page=page,
        citing=citing(page, context),
        handy=handy(page, context.corpus),
        **view,
    )
    return _Body(page, text, frozenset(noted(text)) - {page.path})


def _framed(body: _Body, found: Backlinks, foot: Mapping[str, str], renderer: _Renderer) -> bytes:
    """A page with its head, breadcrumbs, backlinks and neighbours; ``foot`` is the same for all pages."""
    context = renderer.context
    found_forms = tuple(forms(body.page, context.corpus))
    frame = renderer.write(
        "frame.md.j2",
        page=body.page,
        body=body.text,
        backlinks=found,
        report=report_of(body.page, context),
        data=data_address(context.site.repository, body.page.place),
        forms=found_forms,
        last_change=last_change_of(body.page, renderer.changed),
    )
    listed = () if body.page.path == address.HOME else contents(frame)
    front = _head(body.page, foot, found_forms, beside(listed), context)
    fold = folded(listed, context.language.gettext(N_("On this page")))
    text = f"{fold}{placed(compact(frame), body.page.path)}"
    return f'{front}<div class="{PAGE}">\n{text}</div>\n'.encode()


def compact(html: str) -> str:
    """HTML without blank lines, at which Markdown would end a block of it, and without indents."""
    lines = map(str.strip, str.splitlines(html))
    return "\n".join(filter(None, lines)) + "\n"


def _head(
    page: Page, foot: Mapping[str, str], found: Sequence[Form], listed: str, context: PageContext
) -> str:
    """YAML front matter: what themes put into the page's head and foot, and beside its text."""
    title = head(context.plain(page.title)) or page.path
    fields = {"title": title, "description": _description(page, context), **foot, "contents": listed}
    if picture := preview_of(page, context.corpus):
        fields["picture"] = picture
    data = LinkedData(page, context.corpus, context.plain, "../" * context.language.folder.count("/"))
    if about := data.of_record(found):
        fields["jsonld"] = script_json(about)
    hidden = "navigation, toc" if page.path == address.HOME else "navigation"
    others = front_matter_rows("alternates", alternates(found, title, context))
    return f"---\n{front_matter(fields)}{others}hide: [{hidden}]\n---\n\n"


def _description(page: Page, context: PageContext) -> str:
    """The description of the record, else that of the site; as long as search engines show it."""
    text = head(description(page, context.plain)) or head(context.plain(context.site.description))
    return text if len(text) <= DESCRIBED else f"{text[: DESCRIBED - 1].rstrip()}…"
