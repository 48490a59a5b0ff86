"""Words of a quote that the glossary explains: each term where it first occurs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from directive_atlas.resolve.model import Term


def defined(text: str, terms: Iterable[Term]) -> Iterator[tuple[str, Term | None]]:
    """The pieces of a text in their order, and which term each is; of names that overlap the longest counts.

    Names in Latin letters are whole words. A term is told once.
    """
    names = {name.casefold(): term for term in terms for name in _names(term)}
    if not names:
        yield text, None
        return
    end, told = 0, set[str]()
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    for match in re.finditer("|".join(map(_pattern, longest_first)), text, re.IGNORECASE):
        term = names.get(match[0].casefold())
        if not term or term.id in told:
            continue
        told.add(term.id)
        if match.start() > end:
            yield text[end : match.start()], None
        yield match[0], term
        end = match.end()
    if end < len(text):
        yield text[end:], None


def _names(term: Term) -> Iterator[str]:
    yield from (name for _, name in term.term.values if name)
    yield from filter(None, term.aliases)


def _pattern(name: str) -> str:
    start = "(?<![A-Za-z0-9])" if re.match("[A-Za-z0-9]", name) else ""
    end = "(?![A-Za-z0-9])" if re.search("[A-Za-z0-9]$", name) else ""
    return f"{start}{re.escape(name)}{end}"
