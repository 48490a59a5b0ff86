"""The one escape function, and the few pieces of markup that are written by code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from directive_atlas.vocabulary.characters import UNFIT

_BREAKS = re.compile(r"[\s\x85\u2028\u2029]+")
_HIDDEN = re.compile(rf"{UNFIT.pattern}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_IN_YAML = re.compile(rf"{UNFIT.pattern}|[\u2028\u2029\ufeff]")
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "`": "&#96;", "~": "&#126;"}
)
"""The special characters of HTML, and those of which three in a row would open a fence in Markdown."""
_URL_SAFE = ":/?#@!$&'()*+,;=%~-._"


def safe(html: str) -> Markup:
    """HTML of our own with escaped values; faster than the class, which asks what it is given."""
    return str.__new__(Markup, html)


def escape(text: object) -> Markup:
    """Any text as HTML that shows exactly that text, in content as in an attribute.

    Line breaks become one space; control and direction-changing characters, which could hide or reorder text
    or collide with Python-Markdown's own placeholders, are dropped.
    """
    return _escaped(str(text))


@lru_cache(maxsize=1 << 16)
def _escaped(text: str) -> Markup:
    """Cached: titles, names and interface words are on many pages."""
    return safe(_HIDDEN.sub("", _BREAKS.sub(" ", text)).translate(_ENTITIES))


def visible(text: str) -> str:
    """A text on one line, without characters that nobody sees or that turn the direction of a line."""
    return _HIDDEN.sub("", _BREAKS.sub(" ", text)).strip()


def readable(text: str) -> str:
    """A text with its lines, without characters that nobody sees or that turn the direction of a line."""
    return _HIDDEN.sub("", text)


def head(text: str) -> str:
    """A text for the page's head, where themes print it unescaped: without markup characters."""
    return visible(text).translate(
        {ord("<"): "‹", ord(">"): "›", ord("&"): "＆", ord('"'): "”", ord("\\"): "＼"}
    )


def front_matter(fields: Mapping[str, str]) -> str:
    """Lines of YAML from which every reader gets exactly these texts, whatever is in them.

    JSON strings are strings of YAML, except that YAML refuses some characters that JSON accepts and reads
    others as line ends. A refused character would end the front matter, and all of it would be shown as
    text. Half of a surrogate pair, which no escape can write, becomes U+FFFD.
    """
    return "".join(f"{name}: {_quoted(text)}\n" for name, text in fields.items())


def front_matter_rows(name: str, rows: Iterable[Mapping[str, str]]) -> str:
    """A line of YAML with a list of maps of such texts; nothing for an empty list."""
    listed = [", ".join(f"{key}: {_quoted(text)}" for key, text in row.items()) for row in rows]
    return f"{name}: [{', '.join(f'{{{row}}}' for row in listed)}]\n" if listed else ""


def _quoted(text: str) -> str:
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _NOT_IN_YAML.sub(_escaped_in_yaml, json.dumps(whole, ensure_ascii=False))


def _escaped_in_yaml(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def link(text: Markup, target: str) -> Markup:
    """A link inside the site; ``text`` is HTML already."""
    return safe(f'<a href="{target}">{text}</a>')


def outside_link(text: Markup, url: str) -> Markup:
    """A link to another site."""
    return safe(f'<a class="outside" href="{escape(quote(url, safe=_URL_SAFE))}" rel="noopener">{text}</a>')


def in_language(text: Markup, language: str) -> Markup:
    """A text in another language than that of the page."""
    return safe(f'<span lang="{escape(language)}">{text}</span>')


_WIDE = r"[\u3000-\u9fff\uff00-\uffef]"
_WRAPPED = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")


def unwrapped(text: Markup) -> Markup:
    """A text whose lines end between wide characters, joined there: Chinese has no spaces between."""
    return Markup(_WRAPPED.sub("", text))
