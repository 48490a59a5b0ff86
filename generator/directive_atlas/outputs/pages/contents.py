"""The list of what is on a page: its headings, beside the text or, without room there, folded above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from directive_atlas.interface.markup import escape, safe

_HEADING = re.compile(r'<h([23]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_MARKUP = re.compile(r"<(?!/?span\b)[^>]*>")
"""Everything in a heading but what marks the language of its words."""
_ITEM = Markup(
    '<li class="md-nav__item"><a href="#{}" class="md-nav__link">'
    '<span class="md-ellipsis">{}</span></a>{}</li>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the second or third level: its anchor and its words, and those below it."""

    anchor: str
    words: Markup
    below: tuple[Entry, ...] = ()


def contents(html: str) -> tuple[Entry, ...]:
    """The headings of a page; those of the third level below the one of the second that they follow."""
    found = [(level == "2", Entry(anchor, _words(words))) for level, anchor, words in _HEADING.findall(html)]
    return tuple(_nested(found))


def _words(heading: str) -> Markup:
    return Markup(_MARKUP.sub("", heading).strip())


def _nested(found: Sequence[tuple[bool, Entry]]) -> Iterator[Entry]:
    above: Entry | None = None
    for second, run in groupby(found, key=lambda each: each[0]):
        entries = [entry for _, entry in run]
        if second:
            yield from filter(None, [above])
            yield from entries[:-1]
            above = entries[-1]
        elif above:
            yield Entry(above.anchor, above.words, tuple(entries))
            above = None
        else:
            yield from entries
    yield from filter(None, [above])


def beside(entries: Iterable[Entry]) -> Markup:
    """The items of the list that the theme shows beside the text."""
    return safe("".join(map(_item, entries)))


def _item(entry: Entry) -> str:
    words = f'<span class="md-ellipsis">{entry.words}</span>'
    link = f'<a href="#{entry.anchor}" class="md-nav__link">{words}</a>'
    return f'<li class="md-nav__item">{link}{_below(entry)}</li>'


def _below(entry: Entry) -> str:
    if not entry.below:
        return ""
    name = escape(entry.words.striptags())
    return (
        f'<nav class="md-nav" aria-label="{name}"><ul class="md-nav__list">{beside(entry.below)}</ul></nav>'
    )


def folded(entries: Sequence[Entry], name: str) -> Markup:
    """The same above the text, folded, without what is below; nothing for a single heading."""
    if len(entries) < 2:
        return Markup("")
    items = "\n".join(f'<li><a href="#{each.anchor}">{each.words}</a></li>' for each in entries)
    head = f'<details class="atlas-toc" data-atlas-toc>\n<summary>{escape(name)}</summary>'
    return safe(f"{head}\n<ul>\n{items}\n</ul>\n</details>\n")
