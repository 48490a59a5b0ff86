"""Which documents have which keys, and how prominently."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from directive_atlas.interface.site import Site
from directive_atlas.outputs.search.document import Document, Kind
from directive_atlas.outputs.search.documents import documents
from directive_atlas.outputs.search.numbers import dates, numbers
from directive_atlas.outputs.search.pinyin import pinyin_keys
from directive_atlas.outputs.search.text import NAME_LENGTH, grams, han, normalised, short, squeezed, units
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.languages import script_of

LEVELS = 6
"""The levels of prominence: 0 to 2 in a short to long name, 3 and 4 in a short or long text, 5 related."""

_NAME_UNITS, _BODY_UNITS, _RELATED = (8, 20), 60, 5
_WITH_PINYIN = {Kind.DIRECTIVE, Kind.ACTOR, Kind.TOPIC, Kind.TERM, Kind.TASK, Kind.MEASURE}


@dataclass(frozen=True, slots=True)
class Writing:
    """Conventions of a site's readers: years in Chinese (2020年) or not, names without which countries."""

    chinese: bool
    countries: tuple[str, ...]


@dataclass
class Index:
    """Postings by key while documents are added: arrays of ``number * 8 + level``, ascending."""

    writing: Writing
    postings: dict[str, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("I")))
    size: int = 0

    def add(self, document: Document) -> None:
        """Add the next document."""
        base = self.size * 8
        for key, level in levels(document, self.writing).items():
            self.postings[key].append(base + level)
        self.size += 1


def indexed(corpus: Corpus, site: Site) -> tuple[list[Document], Index]:
    """The documents of a site in the order of their numbers, and the index of them."""
    listed, index = list(documents(corpus, site)), Index(_writing(corpus, site))
    for document in listed:
        index.add(document)
    return listed, index


def _writing(corpus: Corpus, site: Site) -> Writing:
    codes = dict.fromkeys(actor.jurisdiction for actor in corpus.actors.values() if actor.jurisdiction)
    names = (language.territory(code.partition("-")[0]) for code in codes for language in site.languages)
    countries = dict.fromkeys(squeezed(normalised(name)) for name in names)
    return Writing(any(script_of(code) in {"Hans", "Hant"} for code in site.codes), tuple(countries))


def levels(document: Document, writing: Writing) -> dict[str, int]:
    """The keys of one document, each with the most prominent level that it has in it."""
    found: dict[str, int] = {}
    fields = sorted(_fields(document, writing), key=lambda each: each[0], reverse=True)
    for level, keys in fields:  # the most prominent ones last, so that they stay
        found.update(dict.fromkeys(keys, level))
    return found


def _fields(document: Document, writing: Writing) -> Iterator[tuple[int, Iterable[str]]]:
    titles = [words for _, words in document.title.values] if document.title else []
    for name in (*titles, *document.names):
        yield from _name(normalised(name), writing.countries, document.kind in _WITH_PINYIN)
    yield 0, label_keys(document)
    yield 0, (key for date in document.dates for key in date_keys(date, writing.chinese))
    for text in document.body:
        plain = normalised(text)
        level = 3 if units(plain) <= _BODY_UNITS else 4
        yield level, all_keys(plain)
        if document.kind is not Kind.PASSAGE:
            yield level, han(plain)
    yield _RELATED, (key for text in document.related for key in _related_keys(text))


def _name(name: str, countries: tuple[str, ...], with_pinyin: bool) -> Iterator[tuple[int, Iterable[str]]]:
    length = units(name)
    level = sum(length > limit for limit in _NAME_UNITS)
    yield level, all_keys(name)
    yield level, han(name)
    yield level, [f"={form[:NAME_LENGTH]}" for form in (squeezed(name), short(name, countries)) if form]
    if with_pinyin and han(name):
        yield level, _pinyin(name)
        yield level, _pinyin(short(name, countries))


def label_keys(document: Document) -> Iterator[str]:
    """The keys of what a text calls its parts, “4(e)” or “（三）”, and of the number of a paragraph."""
    yield from (f"={squeezed(normalised(label))[:NAME_LENGTH]}" for label in document.labels)
    if document.number:
        yield f"¶{document.number}"


@lru_cache(maxsize=256)
def _pinyin(name: str) -> tuple[str, ...]:
    """Cached, but not for long: they are many, and a name is mostly the same as its short form."""
    return tuple(pinyin_keys(name))


@lru_cache(maxsize=1 << 12)
def _related_keys(text: str) -> tuple[str, ...]:
    """Cached: the same names are related to many documents."""
    return tuple(dict.fromkeys(grams(normalised(text))))


def all_keys(text: str) -> Iterator[str]:
    """The keys of a normalised text: its grams, its dates and its numbers."""
    yield from grams(text)
    for _, _, keys in dates(text):
        yield from keys
    yield from (key for _, _, key in numbers(text))


def date_keys(date: ImpreciseDate, chinese: bool) -> tuple[str, ...]:
    """The keys of a date that a record has: as of one written in a text, and its year as a word."""
    year = f"{date.first.year}"
    years = (year, f"{year}年") if chinese else (year,)
    if date.first.year == date.last.year and date.first.month == date.last.month:
        month, day = date.text[:7], date.text[5:]
        exact = (f"@{date.text}", f"@--{day}") if date.is_day else ()
        return (*exact, f"@{month}", *years)
    return years
