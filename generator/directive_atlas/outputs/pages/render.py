"""From the corpus to the files of all pages.

A page is a Markdown file whose text is finished HTML: every builder of sites passes it through as it is, and
has nothing to do but to put the theme around it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from directive_atlas.interface import addresses as address
from directive_atlas.interface.markup import front_matter, front_matter_rows, head
from directive_atlas.interface.site import in_all
from directive_atlas.outputs.files import File, script_json
from directive_atlas.outputs.pages.backlinks import Backlinks, backlink_pages, backlinks
from directive_atlas.outputs.pages.change_pages import last_change_of
from directive_atlas.outputs.pages.citing import citing
from directive_atlas.outputs.pages.contents import beside, contents, folded
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.correcting import data_address, report_of
from directive_atlas.outputs.pages.elsewhere import Form, alternates, forms, handy
from directive_atlas.outputs.pages.linked_data import LinkedData
from directive_atlas.outputs.pages.metadata import description, page_foot, preview_of
from directive_atlas.outputs.pages.own_templates import blaming
from directive_atlas.outputs.pages.page import Page
from directive_atlas.outputs.pages.rooted import Places, noted
from directive_atlas.outputs.trace import Name
from directive_atlas.resolve.model.changes import Identity
from directive_atlas.views.recorded import LastChange
from directive_atlas.vocabulary.word import N_

PAGE = "atlas-page"
"""The class of the one element that a page's text is: Markdown leaves all that is in it as it is."""

DESCRIBED = 160
"""The number of characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is on a page, with the paths of the pages that it links to, and what was read for it."""

    text: str
    linked: Collection[str]
    reads: Collection[Name] = ()


@dataclass(frozen=True)
class Renderer:
    """Renders pages in one language."""

    context: PageContext
    templates: Environment
    changed: Mapping[Identity, LastChange]

    def write(self, template: str, **view: Any) -> str:
        """A template with the fields of a view.

        Raises:
            OwnTemplateError: a template of the site is wrong.
        """
        with blaming(self.context.site.templates):
            return self.templates.get_template(template).render(**view)

    @cached_property
    def places(self) -> Places:
        """Makes addresses relative, and knows those that it has made."""
        return Places()

    @cached_property
    def foot(self) -> Mapping[str, str]:
        """What stands at the foot of each page."""
        return page_foot(self.context)


def body(page: Page, renderer: Renderer) -> Body:
    """What is on a page."""
    text, reads = renderer.context.reads.of(lambda: _text(page, renderer))
    return Body(text, frozenset(noted(text)) - {page.path}, reads)


def _text(page: Page, renderer: Renderer) -> str:
    context = renderer.context
    view = {field.name: getattr(page.view, field.name) for field in fields(page.view)}
    return renderer.write(
        page.template,
        page=page,
        citing=citing(page, context),
        handy=handy(page, context.corpus),
        **view,
    )


def files(page: Page, own: Body, linking: Sequence[Page], renderer: Renderer) -> Iterator[File]:
    """A page in its frame, with the pages that link to it; of very many those are on pages of their own."""
    title = in_all(renderer.context.site.languages, N_("Linked from"))
    yield _file(page, own, backlinks(page, linking), renderer)
    for more in backlink_pages(page, linking, title):
        yield _file(more, body(more, renderer), Backlinks(), renderer)


def _file(page: Page, own: Body, found: Backlinks, renderer: Renderer) -> File:
    content = _framed(page, own, found, renderer)
    return File(renderer.context.language.folder + page.path, content, page.place)


def _framed(page: Page, own: Body, found: Backlinks, renderer: Renderer) -> bytes:
    """A page with its head, breadcrumbs, backlinks and neighbours."""
    context = renderer.context
    found_forms = tuple(forms(page, context.corpus))
    frame = renderer.write(
        "frame.md.j2",
        page=page,
        body=Markup(own.text),
        backlinks=found,
        report=report_of(page, context),
        data=data_address(context.site.repository, context.site.data.inside(page.place)),
        forms=found_forms,
        last_change=last_change_of(page, renderer.changed),
    )
    listed = () if page.path == address.HOME else contents(frame)
    front = _head(page, renderer.foot, found_forms, beside(listed), context)
    fold = folded(listed, context.language.gettext(N_("On this page")))
    text = f"{fold}{renderer.places.placed(compact(frame), page.path)}"
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
