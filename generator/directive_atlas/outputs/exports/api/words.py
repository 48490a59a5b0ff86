"""What each word of the fixed lists means, in the languages of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from directive_atlas.api.v1 import Actor, Changes, Directive, GoneRecords, Index, Record, Task, Term, Topic
from directive_atlas.interface.site import Site
from directive_atlas.vocabulary.changes import name_of
from directive_atlas.vocabulary.word import Word


def all_words(site: Site) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The label of each word in each language, by list and word: of all lists that records use."""
    seen = set[type[Record]]()
    lists = (each for record in _RECORDS for each in _lists(record, seen))
    return {
        name_of(each): {word.value: _labels(word, site) for word in each} for each in dict.fromkeys(lists)
    }


_RECORDS = (Directive, Task, Actor, Topic, Term, Index, Changes, GoneRecords)


def _lists(of: Any, seen: set[type[Record]]) -> Iterator[type[Word]]:
    """The lists from which a type takes its words, itself or in the fields of records that are in it."""
    if isinstance(of, type) and issubclass(of, Word):
        yield of
    elif isinstance(of, type) and issubclass(of, Record):
        if of not in seen:
            seen.add(of)
            for field in of.model_fields.values():
                yield from _lists(field.annotation, seen)
    else:
        for inner in get_args(of):
            yield from _lists(inner, seen)


def _labels(word: Word, site: Site) -> Mapping[str, str]:
    return {language.code: language.gettext(word.label) for language in site.languages}
