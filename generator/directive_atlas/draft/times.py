"""The times of a draft as those of a record, as long as what they are counted from is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from directive_atlas.draft.model import DraftTime
from directive_atlas.draft.values import Written, fits, is_time, named, time_block, written
from directive_atlas.load import schema
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.dates import is_date
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.folding import caseless, folded_text

_KINDS = {kind.value for kind in DateKind}
_ANCHORED = ("of", "upon", "before", "after", "until", "earlier_of", "later_of")
"""The keys under which the word of a date may stand for a block."""
_DURATION = re.compile(r"(?P<amount>\d+) (?P<unit>hour|day|working day|week|month|year)s?")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What times may be counted from: the dates that the directive has, and its events.

    ``events`` are those that the draft adds, by title; ``given`` those that it was given, by id and title.
    """

    dates: Collection[str]
    events: Collection[str]
    given: Collection[str] = ()


def time_of(time: DraftTime, around: str, anchors: Anchors, after: str | None) -> Written | Wording:
    """A time as the record has it, or why it cannot be written.

    ``around`` are the passages of the part and of those above and below it; ``after`` is the id of the part
    whose completion the time is counted from.
    """
    value = written(time.written)
    if time.after is not None:
        value = _after(value, after) if after else None
    if value is None or not is_time(value):
        return say("this time has no form in a record; write it by hand")
    if missing := next(_missing(time_block(value), anchors), None):
        return missing
    return _with_words(value, time, around)


def _after(value: Written, part: str) -> Written | None:
    """A time counted from the completion of a part."""
    anchor = {"done": part}
    if isinstance(value, str):
        match = _DURATION.match(value)
        unit = match["unit"].replace(" ", "_") + "s" if match else ""
        return {"within": {unit: match["amount"], "of": anchor}} if match else None
    if isinstance(value.get("within"), dict):
        return {**value, "within": {**value["within"], "of": anchor}}
    return {**value, "upon": anchor} if not value.get("upon") and len(value) <= 1 else value


def _missing(block: Written, anchors: Anchors) -> Iterator[Wording]:
    """What a time is counted from and the record does not have."""
    for date in _dates_in(block):
        if date not in anchors.dates:
            yield say("add the day of “{date}” under dates:, then write this time", date=date)
    for event in named(block, "event"):
        if event not in (*anchors.events, *anchors.given):
            yield say("this is counted from “{event}”, which is no event of the record", event=event)


def _dates_in(block: Written) -> Iterator[str]:
    yield from named(block, "date")
    for key in _ANCHORED:
        yield from (word for word in named(block, key) if word in _KINDS)
    lists = (block.get(key) for key in _ANCHORED if isinstance(block.get(key), list))
    yield from (word for words in lists for word in words if isinstance(word, str) and word in _KINDS)


def _with_words(value: Written, time: DraftTime, around: str) -> Written:
    """The time with the words that give it, unless these say just the same as the line."""
    from_ = caseless(folded_text(time.words))
    if not from_ or from_ not in around or _says_it(value, time.words):
        return value
    block = {"by": value} if isinstance(value, str) and is_date(value) else time_block(value)
    with_words = {**(block or {}), "words": " ".join(time.words.split())}
    return with_words if "words" not in (block or {}) and fits(schema.Timing, with_words) else value


def _says_it(value: Written, words: str) -> bool:
    """Whether a line needs no words: all but a date whose year the text does not write."""
    return isinstance(value, str) and not (is_date(value) and value[:4] not in words)
