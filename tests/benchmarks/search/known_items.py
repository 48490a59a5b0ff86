"""Queries drawn from the records themselves: a reader looks for something that is known to be there.

A query counts only if few other records answer it as well. Each is held against the words of all
records in one pass, so for a number of queries the cost is linear in the corpus.
"""

from __future__ import annotations

import bisect
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.dates import ImpreciseDate
from opencc import OpenCC
from pypinyin import lazy_pinyin

from tests.benchmarks.search.items import Item, records
from tests.benchmarks.search.labels import Query

MOST_PLACES = 3
"""A query that this many records or fewer answer equally well accepts them all; others are dropped."""

DRAWS = 40
"""How often a query of a class is drawn for each that is wanted, before the class is left short."""

_HAN = re.compile(r"[一-鿿]{4,}")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_WORD = re.compile(r"[a-z]{4,}")
_TRADITIONAL, _SIMPLIFIED = OpenCC("s2t"), OpenCC("t2s")


def draw(corpus: Corpus, count: int, seed: int) -> list[Query]:
    """``count`` queries of each class, the same for the same corpus and seed.

    A class gets fewer where too little tells the records apart.
    """
    known = Known(list(records(corpus)))
    return [query for kind, drawn in CLASSES.items() for query in _draw(known, kind, drawn, count, seed)]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A query: its text, and the records that answer it as well as the one it was drawn from."""

    text: str
    answers: Callable[[Known], Iterable[int]]


def _draw(known: Known, kind: str, drawer: Drawer, count: int, seed: int) -> list[Query]:
    chance, found = random.Random(f"{seed} {kind}"), dict[str, Query]()
    for _ in range(count * DRAWS):
        if len(found) == count:
            break
        drawn = drawer(chance.choice(known.items), chance)
        if drawn and drawn.text not in found:
            answers = sorted(drawn.answers(known))
            if 0 < len(answers) <= MOST_PLACES:
                places = tuple(known.items[number].place for number in answers)
                found[drawn.text] = Query(drawn.text, f"drawn: {kind}", places)
    return list(found.values())


def fold(text: str) -> str:
    """Text as it is compared: width, case and line breaks do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def bare(text: str) -> str:
    """Folded text without punctuation, which readers leave out (“双千兆”网络)."""
    return _PUNCTUATION.sub("", fold(text))


class Known:
    """All items with their words in three long strings, in which a text is looked up in one pass."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.names = Words(item.names for item in items)
        self.words = Words((*item.names, *item.passages, *item.mentions) for item in items)
        self.numbers = Words((item.number,) for item in items)
        self.days: dict[ImpreciseDate, list[int]] = {}
        for number, item in enumerate(items):
            for day in dict.fromkeys(item.days):
                self.days.setdefault(day, []).append(number)


class Words:
    """The words of each item, one item behind the other."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        folded = ["\n" + "\n".join(map(bare, parts)) + "\n" for parts in texts]
        self.text = "".join(folded)
        self.starts = [0]
        for part in folded:
            self.starts.append(self.starts[-1] + len(part))

    def holding(self, *texts: str) -> set[int]:
        """The numbers of the items that have all of the texts."""
        return set.intersection(*(set(self._holding(text)) for text in texts))

    def _holding(self, text: str) -> Iterator[int]:
        position = self.text.find(text)
        while position >= 0:
            number = bisect.bisect_right(self.starts, position) - 1
            yield number
            position = self.text.find(text, self.starts[number + 1])


Drawer = Callable[[Item, random.Random], Drawn | None]
"""Draws a query that asks for an item; none where the item is not fit for it."""


def _han(texts: Iterable[str], chance: random.Random) -> str:
    """One of the runs of four or more Chinese characters, else nothing."""
    runs = [run for text in texts for run in _HAN.findall(fold(text))]
    return chance.choice(runs) if runs else ""


def _fragment(run: str, chance: random.Random, longest: int = 12) -> str:
    """Four characters of a run or more, from anywhere in it."""
    length = chance.randint(4, min(longest, len(run)))
    start = chance.randint(0, len(run) - length)
    return run[start : start + length]


def title(item: Item, chance: random.Random) -> Drawn | None:
    """A part of a title or name."""
    run = _han(item.names, chance)
    return _named(_fragment(run, chance)) if run else None


def _named(text: str, shown: str = "") -> Drawn:
    """A query that all items with ``text`` in a name answer, typed as ``shown``."""
    return Drawn(shown or text, lambda known: known.names.holding(text))


def passage(item: Item, chance: random.Random) -> Drawn | None:
    """A part of a passage."""
    run = _han(item.passages, chance)
    if not run:
        return None
    text = _fragment(run, chance)
    return Drawn(text, lambda known: known.words.holding(text))


def two_words(item: Item, chance: random.Random) -> Drawn | None:
    """Two short parts of one passage, the later one first."""
    runs = _HAN.findall(fold(chance.choice(item.passages))) if item.passages else []
    if len(runs) < 2:
        return None
    early, late = (_fragment(run, chance, longest=4) for run in chance.sample(runs, 2))
    return Drawn(f"{late} {early}", lambda known: known.words.holding(early, late))


def alias(item: Item, chance: random.Random) -> Drawn | None:
    """Another name, whole: only records that are called exactly so answer it."""
    if not item.aliases:
        return None
    text = chance.choice(item.aliases)
    return Drawn(text, lambda known: known.names.holding(f"\n{bare(text)}\n"))


def traditional(item: Item, chance: random.Random) -> Drawn | None:
    """A part of a title in traditional script."""
    run = _han(item.names, chance)
    text = _fragment(run, chance) if run else ""
    shown = _TRADITIONAL.convert(text)
    return _named(text, shown) if shown != text and _SIMPLIFIED.convert(shown) == text else None


def pinyin(item: Item, chance: random.Random) -> Drawn | None:
    """The start of a title in pinyin, with spaces or without."""
    run = _han(item.names, chance)[:10]
    return _named(run, chance.choice(("", " ")).join(lazy_pinyin(run))) if run else None


def english(item: Item, chance: random.Random) -> Drawn | None:
    """The beginnings of three words of an English title, in another order."""
    words = [word for name in item.names for word in dict.fromkeys(_WORD.findall(fold(name)))]
    if len(words) < 3:
        return None
    heads = [word[: chance.randint(4, len(word))] for word in chance.sample(words, 3)]
    return Drawn(" ".join(heads), lambda known: known.names.holding(*heads))


def number(item: Item, chance: random.Random) -> Drawn | None:
    """The number of a document with brackets of any sort."""
    if not item.number:
        return None
    left, right = chance.choice(("〔〕", "[]", "()", "（）", "  "))
    shown = item.number.replace("〔", left).replace("〕", right)
    return Drawn(shown, lambda known: known.numbers.holding(f"\n{bare(item.number)}\n"))


def date(item: Item, chance: random.Random) -> Drawn | None:
    """A day of a directive as people write it."""
    if not item.days:
        return None
    day = chance.choice(item.days)
    form = chance.choice(
        ("{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}.{1}.{2}", "{0}/{1:02}/{2:02}", "{0}{1:02}{2:02}")
    )
    first = day.first
    return Drawn(form.format(first.year, first.month, first.day), lambda known: known.days[day])


CLASSES: dict[str, Drawer] = {
    "title": title,
    "passage": passage,
    "two words": two_words,
    "alias": alias,
    "traditional": traditional,
    "pinyin": pinyin,
    "english": english,
    "number": number,
    "date": date,
}
