"""Two versions of a text cut to where they differ, so that a sentence of both tells the difference."""

from __future__ import annotations

from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import Value

LONGEST = 120
"""Characters up to which a text is shown whole."""

AROUND = 40
"""Characters that are shown on each side of the difference of longer texts."""

Values = tuple[Value, ...]


def told_apart(before: Values, after: Values) -> tuple[Values, Values]:
    """The values of a field before and after; of one text each, what differs, where it does."""
    if len(before) != 1 or len(after) != 1:
        return before, after
    old, new = before[0], after[0]
    if isinstance(old, Text) and isinstance(new, Text):
        old, new = _texts(old, new)
    elif type(old) is str and type(new) is str:
        old, new = _cut(old, new)
    return (old,), (new,)


def only_elsewhere(before: Values, after: Values, code: str) -> tuple[str, ...]:
    """The languages in which a text changed that stayed the same in that of ``code``; none if it did not."""
    if len(before) != 1 or len(after) != 1:
        return ()
    old, new = before[0], after[0]
    if not (isinstance(old, Text) and isinstance(new, Text)):
        return ()
    olds, news = dict(old.values), dict(new.values)
    if code not in olds or olds[code] != news.get(code):
        return ()
    return tuple(each for each in {**olds, **news} if olds.get(each) != news.get(each))


def _texts(old: Text, new: Text) -> tuple[Text, Text]:
    """Texts without the languages in which nothing changed; they differ in one at least."""
    olds, news = dict(old.values), dict(new.values)
    changed = [code for code in olds if code in news and olds[code] != news[code]]
    if not changed:
        return old, new
    pairs = {code: _cut(olds[code], news[code]) for code in changed}
    cut_old = tuple((code, pair[0]) for code, pair in pairs.items())
    return Text(cut_old), Text(tuple((code, pair[1]) for code, pair in pairs.items()))


def _cut(old: str, new: str) -> tuple[str, str]:
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    begin = _shared(old, new)
    end = _shared(old[begin:][::-1], new[begin:][::-1])
    return _around(old, begin, len(old) - end), _around(new, begin, len(new) - end)


def _shared(one: str, other: str) -> int:
    """The number of characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(text: str, begin: int, end: int) -> str:
    """A part of a text with what is around it."""
    first, last = max(0, begin - AROUND), min(len(text), end + AROUND)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
