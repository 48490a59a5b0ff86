"""The Jinja environment of a site in one language.

A template has ``w`` (what it can do with the corpus), ``_`` and ``ngettext`` for words, ``Heading`` and
``anchors`` for the places on pages, and the fields of its view. A macro has all but the fields: it is
imported without context, so that it is made once for all pages.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from directive_atlas.interface import anchors
from directive_atlas.interface.anchors import Heading
from directive_atlas.outputs.pages.annotate import annotated
from directive_atlas.outputs.pages.compiled import Compiled
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.prose import prose

_COMPILED = Compiled()


@pass_context
def _show(context: Context, value: object) -> Markup:
    """Jinja's ``finalize``: every printed value passes here, so nothing stays unescaped."""
    if type(value) is Markup:
        return value  # the most of it; nothing need be looked up
    page: PageContext = context["w"]
    return page.printed(value)


def environment(context: PageContext) -> Environment:
    """The environment of one language of a site, with the templates of the site that replace ours."""
    found = without_words(context.site.templates)
    found.globals.update(
        w=context,
        _=context.language.gettext,
        ngettext=context.counted,
        annotated=partial(annotated, page=context),
    )
    found.filters["prose"] = partial(prose, page=context)
    return found


def without_words(templates: Path | None) -> Environment:
    """What all languages share: enough to read templates. Those in the folder ``templates`` replace ours."""
    own = [FileSystemLoader(templates)] if templates else []
    found = Environment(
        loader=ChoiceLoader([*own, PackageLoader("directive_atlas.outputs.pages")]),
        bytecode_cache=_COMPILED,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.globals.update(Heading=Heading, anchors=anchors)
    found.filters["prose"] = str
    return found
