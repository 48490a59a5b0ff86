"""The one escape function, and the few pieces of Markdown that code writes."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

_BREAKS = re.compile(r"[\s\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^=\"'$@]")
_URL_SAFE = ":/?#@!$&'()*+,;=%~-._"
_LEADING = re.compile(r"(?<=^)(?:[#+\-!?]|\d(?=\d*[.)](?: |$)))|(?<=^ )(?:[#+\-!?]|\d(?=\d*[.)](?: |$)))")


def escape(text: object) -> Markup:
    """Any text as Markdown that shows exactly that text, wherever in a line it is placed.

    What could mean something to Markdown, its extensions or HTML becomes a numeric entity; line
    breaks become one space; control and direction-changing characters, which could hide or reorder
    text or collide with Python-Markdown's own placeholders, are dropped.
    """
    return _escaped(str(text))


@lru_cache(maxsize=1 << 14)
def _escaped(text: str) -> Markup:
    """Titles, names and words of the interface stand on many pages."""
    line = _CONTROL.sub("", _BREAKS.sub(" ", text))
    line = _SPECIAL.sub(_entity, line)
    return Markup(_LEADING.sub(_entity, line))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def head(text: str) -> str:
    """A text for the page's head, where themes print it unescaped: without markup characters."""
    line = _CONTROL.sub("", _BREAKS.sub(" ", text)).strip()
    return line.translate({ord("<"): "‹", ord(">"): "›", ord("&"): "＆", ord('"'): "”", ord("\\"): "＼"})


def link(text: Markup, target: str) -> Markup:
    """A link inside the site; ``text`` is Markdown already."""
    return Markup(f"[{text}]({target})")


def outside_link(text: Markup, url: str) -> Markup:
    """A link to another site: the address cannot close the brackets around it."""
    return Markup(f'[{text}](<{quote(url, safe=_URL_SAFE)}>){{ rel="noopener" .outside }}')


def in_language(text: Markup, language: str) -> Markup:
    """A passage in another language than the page's."""
    return Markup(f'<span lang="{escape(language)}">{text}</span>')
