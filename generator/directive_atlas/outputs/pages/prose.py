"""Longer texts of our own, which templates hold as Markdown."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown import Markdown
from markupsafe import Markup

from directive_atlas.interface.markup import unwrapped
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.layout import LINKED, permalink

_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)


def prose(text: str, page: PageContext) -> Markup:
    """Markdown with tables and attributes as HTML, each heading with the link to itself."""
    return Markup(_HEADING.sub(lambda match: _linked(match, page), _html(text)))


@lru_cache(maxsize=16)
def _html(text: str) -> str:
    """Cached: a preview has the same few texts at every edit."""
    return Markdown(extensions=["attr_list", "tables"]).convert(unwrapped(Markup(text)))


def _linked(heading: re.Match[str], page: PageContext) -> str:
    level, anchor, words = heading.groups()
    if int(level) > LINKED:
        return heading[0]
    return f"{heading[0]}{permalink(anchor, page.named(Markup(words)))}"
