"""The records of the fixture with payloads in every text.

The fixture uses every field of the data format; whatever of it readers see is replaced behind loading, which
is tried by itself. A field that many records have gets a few payloads in each and all of them together, a
rare one some of them, each field others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import count
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.characters import UNFIT

from tests.tools.hostile.payloads import ALL

Field = tuple[str, str]
"""A kind of record and one of its fields."""

WORDS = frozenset(
    {"words", "number", "label", "aliases", "text", "word", "stage_word", "index_number", "plain"}
)
"""Fields with characters in no language of the site; ``name`` is one of an alias, which has no other text."""

LONG = 1000
"""Characters of payloads that are only long; they are tried one by one."""

FIT = tuple(dict.fromkeys(fit for text in ALL if len(text) < LONG and (fit := UNFIT.sub("", text).strip())))
"""The payloads as loading lets them through: without characters that no text may hold."""

MOST = 30
"""The number of payloads in one text; more would only make pages long."""

Pick = Callable[[Field, str], str]


@dataclass(frozen=True, slots=True)
class Filled:
    """Records and site with payloads, and how many texts of each field have some."""

    corpus: Corpus
    site: Site
    counts: Mapping[Field, int]


def filled(corpus: Corpus, site: Site) -> Filled:
    """Put payloads into all texts."""
    counts = Counter[Field]()

    def counted(field: Field, text: str) -> str:
        counts[field] += 1
        return text

    _Filling(counted).of((corpus, site))
    queues = {
        field: _shares(number, place * MOST) for place, (field, number) in enumerate(sorted(counts.items()))
    }
    done, named = _Filling(lambda field, _: next(queues[field])).of((corpus, site))
    return Filled(done, named, counts)


def _shares(number: int, start: int) -> Iterator[str]:
    """The payloads from one on, spread over so many texts, and from the first again when all were there."""
    size = min(-(-len(FIT) // number), MOST)
    for first in count(start, size):
        yield " ".join(FIT[place % len(FIT)] for place in range(first, first + size))


class _Filling:
    """Walks through records; what several of them share stays shared."""

    def __init__(self, pick: Pick) -> None:
        self.pick = pick
        self.known = dict[int, tuple[Any, Any]]()

    def of(self, value: Any, field: Field = ("", "")) -> Any:
        """The value with other texts."""
        if isinstance(value, str):
            return self.pick(field, value) if self._is_text(field) else value
        if id(value) not in self.known:
            self.known[id(value)] = (value, self._made(value, field))
        return self.known[id(value)][1]

    def _is_text(self, field: Field) -> bool:
        return field[1] in WORDS or field == ("Alias", "name")

    def _made(self, value: Any, field: Field) -> Any:
        if isinstance(value, Text):
            return Text(tuple((code, self.pick(field, words)) for code, words in value.values))
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(self.of(each, field) for each in value)
        if isinstance(value, dict):
            return {key: self.of(each, field) for key, each in value.items()}
        if is_dataclass(value) and not isinstance(value, type) and _is_record(value):
            return self._record(value)
        return value

    def _record(self, value: Any) -> Any:
        name = type(value).__name__
        old = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        new = {key: self.of(each, (name, key)) for key, each in old.items()}
        changed = {key: each for key, each in new.items() if each is not old[key]}
        return replace(value, **changed) if changed else value


def _is_record(value: Any) -> bool:
    """Of what records are made: the model and the site, not dates, places or languages."""
    return type(value).__module__.startswith(("directive_atlas.resolve", "directive_atlas.interface.site"))
