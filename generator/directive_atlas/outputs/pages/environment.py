"""The one Jinja environment of a site; each page is rendered with a context of its own.

A template has ``w`` (the context of its page), ``_`` and ``ngettext`` for words, ``Heading`` and
``anchors`` for the places on pages, and the fields of its view.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from directive_atlas.interface import anchors
from directive_atlas.interface.anchors import Heading
from directive_atlas.interface.markdown import unwrapped
from directive_atlas.outputs.pages.compiled import Compiled
from directive_atlas.outputs.pages.context import PageContext

_COMPILED = Compiled()


@pass_context
def _show(context: Context, value: object) -> Markup:
    """Jinja's ``finalize``: every printed value passes here, so nothing stays unescaped."""
    if type(value) is Markup:
        return value  # the most of it; nothing need be looked up
    page: PageContext = context["w"]
    return page.printed(value)


def environment(templates: Path | None) -> Environment:
    """The environment of a site; ``templates`` is its folder of templates that replace ours."""
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
    )
    found.globals.update(Heading=Heading, anchors=anchors)
    found.filters["unwrapped"] = unwrapped
    return found


def render_template(template: Template, context: PageContext, view: Mapping[str, Any]) -> Markup:
    """One template, filled."""
    words = {"w": context, "_": context.language.gettext, "ngettext": context.counted}
    return Markup(template.render(**view, **words))
