"""All pages for paper, in each language: HTML without scripts, whose one style sheet is that of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.markup import readable, visible
from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.plain import Plain, plain_in
from directive_atlas.outputs.files import File
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Actor, Directive, Text
from directive_atlas.views.official import lines_of
from directive_atlas.views.papers import paper
from directive_atlas.views.printed import form_of, has_form, has_sheet

STYLE = "assets/sheet.css"
"""The style sheet, from the root of the site."""


@dataclass(frozen=True, slots=True)
class _Printer:
    """Fills the templates in one language."""

    corpus: Corpus
    site: Site
    words: Plain
    templates: Environment

    def text(self, text: Text, language: str = "") -> Markup:
        """A text in a language, that of the page if none is named, or else in its first, marked as such."""
        own = self.words.language.code
        return _marked(text, language or own, own)

    def file(self, template: str, at: Address, page: Address, place: Place, view: Mapping[str, Any]) -> File:
        """A page for paper at an address, made from the record of ``page``."""
        path = self.words.language.folder + at.path
        content = self.templates.get_template(template).render(
            words=self.words,
            text=self.text,
            site=self.site,
            corpus=self.corpus,
            _=self.words.language.gettext,
            style=Address(STYLE).relative_to(path),
            page=page.href(at.path),
            address=self.words.page(page.href("")) if self.words.root else "",
            **view,
        )
        return File(path, content.encode(), place)


@lru_cache(maxsize=1 << 14)
def _marked(text: Text, wanted: str, own: str) -> Markup:
    """Cached: titles of directives and names of bodies are on many pages."""
    found, language = text.best(wanted)
    shown = escape(visible(found))
    return shown if language == own else Markup(f'<span lang="{escape(language)}">{shown}</span>')


@cache
def _templates() -> Environment:
    """The same for each site: a preview, which fills them at every edit, compiles them once."""
    found = Environment(
        loader=PackageLoader("directive_atlas.outputs.exports.printed"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["readable"] = readable
    return found


def print_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """The sheet of each directive whose text is here, and the form of each body that has work."""
    for words in plain_in(made, site):
        printer = _Printer(corpus, site, words, _templates())
        yield from (_sheet(each, printer) for each in corpus.directives.values() if has_sheet(each))
        yield from (_form(each, printer) for each in corpus.actors.values() if has_form(corpus, each.id))


def _sheet(directive: Directive, printer: _Printer) -> File:
    note = directive.source_note
    view = {
        "directive": directive,
        "lines": lines_of(directive, printer.corpus),
        "language": note.language if note else printer.words.language.code,
        "paper": paper(directive, printer.corpus),
    }
    at = addresses.printed(f"directives/{directive.id}")
    return printer.file("sheet.html.j2", at, addresses.directive(directive.id), directive.place, view)


def _form(actor: Actor, printer: _Printer) -> File:
    view = {
        "actor": actor,
        "groups": tuple(form_of(printer.corpus, actor.id)),
        "times": PlainTimes(printer.corpus, printer.site, printer.words.language),
    }
    at = addresses.printed(f"actors/{actor.id}")
    return printer.file("form.html.j2", at, addresses.actor(actor.id), actor.place, view)
