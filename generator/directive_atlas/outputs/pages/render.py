"""The table of contents of this room: sealed corpus in, Markdown files out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS
from directive_atlas.interface.catalogue import LANGUAGES, Catalogue, catalogue, folder
from directive_atlas.interface.markdown import head
from directive_atlas.outputs.files import Output, joined, script_json
from directive_atlas.outputs.pages.actor_pages import actor_pages
from directive_atlas.outputs.pages.annotate import annotated
from directive_atlas.outputs.pages.home import home_page
from directive_atlas.outputs.pages.lineage_pages import lineage_pages
from directive_atlas.outputs.pages.list_pages import glossary_page, list_pages, matrix_pages
from directive_atlas.outputs.pages.metadata import description, json_ld
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.outputs.pages.record_pages import directive_pages, task_pages, topic_pages
from directive_atlas.outputs.pages.scribe import Scribe, write_template
from directive_atlas.outputs.pages.timeline_pages import timeline_pages
from directive_atlas.problems import Problem, problem
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.word import N_

ABOUT = N_(
    "Directive Atlas takes directives apart: "
    "each task with its passage, its actors, its time and what was reported of it."
)
DESCRIBED = 160
"""How many characters of a page's description search engines show."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A page whose own part is written, with the pages it links to."""

    page: Page
    text: Markup
    linked: frozenset[str]


def render(corpus: Corpus) -> tuple[Output, list[Problem]]:
    """All pages in every language; E305 where two of them want one address."""
    pages = {language: tuple(_pages(corpus, _trails(catalogue(language)))) for language in LANGUAGES}
    clashes = list(_clashes(pages[LANGUAGES[0]]))
    return joined(_rendered(corpus, language, own) for language, own in pages.items()), clashes


def _rendered(corpus: Corpus, language: str, pages: Sequence[Page]) -> Output:
    words = catalogue(language)
    bodies = [_body(page, corpus, words) for page in pages]
    inbound = _inbound(bodies)
    titles = {body.page.path: body.page for body in bodies}
    at = folder(language)
    backlinks = {path: [titles[source] for source in sources] for path, sources in inbound.items()}
    files = {
        at + body.page.path: _framed(body, backlinks.get(body.page.path, []), corpus, words)
        for body in bodies
    }
    return Output(files, {at + page.path: page.place for page in pages})


def _pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    yield home_page(corpus, trails)
    yield from list_pages(corpus, trails)
    yield from directive_pages(corpus, trails)
    yield from task_pages(corpus, trails)
    yield from actor_pages(corpus, trails)
    yield from matrix_pages(corpus, trails)
    yield from topic_pages(corpus, trails)
    yield from timeline_pages(corpus, trails)
    yield from lineage_pages(corpus, trails)
    yield glossary_page(corpus, trails)


def _trails(words: Catalogue) -> Trails:
    home = Crumb(address.Address(address.HOME), words.gettext(N_("Home")))
    sections = {
        section: Crumb(address.index_of(section), words.gettext(title)) for section, title in SECTIONS.items()
    }
    return Trails(home, sections)


def _clashes(pages: Iterable[Page]) -> Iterator[Problem]:
    first: dict[str, Page] = {}
    for page in pages:
        other = first.setdefault(page.path.lower(), page)
        if other is not page:
            yield problem("E305", page.place, address=page.path, first=other.place)


def _body(page: Page, corpus: Corpus, words: Catalogue) -> _Body:
    scribe = Scribe(words, corpus, page.path)
    view = {"page": page, "annotated": partial(annotated, scribe=scribe), **page.view}
    text = write_template(page.template, scribe, view)
    return _Body(page, text, frozenset(scribe.linked))


def _inbound(bodies: Iterable[_Body]) -> dict[str, list[str]]:
    """For each page the pages that link to it and that it does not itself link to."""
    bodies = list(bodies)
    known = {
        body.page.path: body.linked | {crumb.address.path for crumb in body.page.trail} for body in bodies
    }
    found: dict[str, list[str]] = {}
    for body in bodies:
        for target in sorted(body.linked):
            if body.page.path not in known[target]:
                found.setdefault(target, []).append(body.page.path)
    return found


def _framed(body: _Body, backlinks: list[Page], corpus: Corpus, words: Catalogue) -> bytes:
    """A page with its head, breadcrumbs, backlinks and neighbours around it."""
    page = body.page
    scribe = Scribe(words, corpus, page.path)
    view = {"page": page, "body": body.text, "backlinks": backlinks, "Address": address.Address}
    frame = write_template("frame.md.j2", scribe, view)
    return f"{_head(page, scribe)}{frame}".encode()


def _head(page: Page, scribe: Scribe) -> str:
    """YAML front matter; JSON strings are YAML strings."""
    title = head(scribe.plain(page.title)) or page.path
    fields = {"title": title, "description": _description(page, scribe)}
    about = json_ld(page, scribe.corpus, scribe.plain)
    if about:
        fields["jsonld"] = script_json(about)
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    hidden = "navigation, toc" if page.path == address.HOME else "navigation"
    return "\n".join(["---", *lines, f"hide: [{hidden}]", "---", "", ""])


def _description(page: Page, scribe: Scribe) -> str:
    """What the record says first, else what the site is; as long as search engines show it."""
    told = head(description(page, scribe.plain)) or scribe.catalogue.gettext(ABOUT)
    return told if len(told) <= DESCRIBED else f"{told[: DESCRIBED - 1].rstrip()}…"
