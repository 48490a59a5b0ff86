"""The record of a directive after a new edition of its text: what people decided stays.

Records of sentences that stayed are not touched, but for a quote that has to name another place. Where a
sentence changed, its record stays and is to be looked at; where one is gone, a person removes its record.
Only sentences that nothing was decided about get new suggestions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.draft.additions import Addition
from directive_atlas.draft.carrying import Editions
from directive_atlas.draft.mending import with_question
from directive_atlas.draft.parts import Tell
from directive_atlas.draft.quoted import Quoted, quoted
from directive_atlas.draft.quoting import PLACES, at_its_place, is_found, quotes_of, words_of
from directive_atlas.draft.values import Written
from directive_atlas.lean.editing import with_entry, with_value, without
from directive_atlas.lean.spans import Path, node_at, plain, read_nodes
from directive_atlas.passages import Span
from directive_atlas.problems import say
from directive_atlas.vocabulary.editions import Fate

_DECIDED = frozenset({"sections", "tasks", "measures"})
"""The lists whose records may have questions."""
_SHOWN = 60
"""How many characters of the old words stand in a question."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a new edition brings: records and background for new sentences, and questions about it all."""

    additions: Sequence[Addition]
    background: Sequence[tuple[Span, Mapping[str, Any]]]
    questions: Sequence[str]


def renewed(text: str, editions: Editions, found: Found, tell: Tell) -> str:
    """The text of a record for the new edition.

    Raises:
        UneditableError: it is written so that only a person can change it.

    """
    quotes = quoted(text, editions)
    spans = [each.now.span for each in quotes if each.now.span]
    forms = _Forms(editions, quotes_of(editions.new, spans))
    questions: dict[Path, list[str]] = defaultdict(list)
    questions[()] += found.questions
    gone: list[Path] = []
    for owner, own in _by_owner(quotes).items():
        text = _requoted(text, owner, own, forms, gone)
        record = _asked(owner)
        questions[record] += [tell(question) for each in own if (question := _question(each, editions))]
    for path, lines in questions.items():
        for line in lines:
            text = with_question(text, path, line)
    text = _with_background(text, quotes, found.background, forms)
    for addition in sorted(found.additions, key=_place, reverse=True):
        text = with_entry(text, addition.path, addition.index, addition.block)
    for path in sorted(gone, key=_order, reverse=True):
        text = without(text, path)
    return text


@dataclass(frozen=True, slots=True)
class _Forms:
    """How passages of the new text are quoted."""

    editions: Editions
    words: Mapping[Span, Written]

    def of(self, value: Written, span: Span) -> Written:
        """A quote for a passage: the same if it is still right, else in the same manner."""
        new = self.editions.new
        if is_found(new, span, value):
            return value
        by_place = isinstance(value, dict) and "exact" not in value
        form: Written = (at_its_place(new, span) if by_place else None) or self.words.get(span)
        more = {k: v for k, v in value.items() if k not in PLACES} if isinstance(value, dict) else {}
        if form is None or not more:
            return form or value
        return {**({"exact": form} if isinstance(form, str) else form), **more}


def _order(path: Path) -> list[tuple[int, str]]:
    """Paths in the order of a record: entries of a list by their numbers."""
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


def _place(addition: Addition) -> tuple[list[tuple[int, str]], int]:
    return _order((*addition.path, addition.index)), addition.start


def _by_owner(quotes: Iterable[Quoted]) -> Mapping[Path, list[Quoted]]:
    found: dict[Path, list[Quoted]] = defaultdict(list)
    for each in quotes:
        if each.listed_in != "background":
            found[each.owner].append(each)
    return found


def _asked(owner: Path) -> Path:
    """The record that has a question about an owner of quotes: itself, or the one around it."""
    while owner and (len(owner) < 2 or owner[-2] not in _DECIDED):
        owner = owner[:-1]
    return owner


def _question(each: Quoted, editions: Editions) -> Any:
    words = words_of(editions.old, each.span)
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    if each.now.fate is Fate.CHANGED:
        return say("these words have changed, look at all that is said here; before: “{words}”", words=short)
    if each.now.fate is Fate.DROPPED:
        return say("the new text no longer says this; remove it, or say why it stays: “{words}”", words=short)
    return None


def _requoted(text: str, owner: Path, own: Sequence[Quoted], forms: _Forms, gone: list[Path]) -> str:
    """A record with quotes that are found in the new text; one that only a quote makes is gone with it."""
    for each in own:
        if each.now.span and (form := forms.of(each.value, each.now.span)) != each.value:
            text = with_value(text, each.path, form)
    lost = [each for each in own if not each.now.span]
    if not lost:
        return text
    if own[0].listed_in == "rules":
        gone.append(owner)
        return text
    record: Any = plain(node_at(read_nodes(text), owner))
    if own[0].listed_in in _DECIDED and "title" not in record:
        text = with_value(text, (*owner, "title"), words_of(forms.editions.old, lost[0].span)[:_SHOWN])
    for each in sorted(lost, key=lambda each: _order(each.path), reverse=True):
        text = without(text, each.path)
    return text


def _with_background(
    text: str, quotes: Iterable[Quoted], new: Sequence[tuple[Span, Mapping[str, Any]]], forms: _Forms
) -> str:
    """The background that stays, at its place in the new text, and that of new sentences."""
    record: Any = plain(read_nodes(text))
    there = {each.path[-1]: each for each in quotes if each.listed_in == "background"}
    placed: list[tuple[int, Written]] = []
    last = 0
    for index, entry in enumerate(record.get("background", ())):
        kept = list(_kept(there[index], entry, forms)) if index in there else [(last, entry)]
        placed += kept
        last = max((start for start, _ in kept), default=last)
    placed += [(span.start, entry) for span, entry in new]
    entries = [entry for _, entry in sorted(placed, key=lambda each: each[0])]
    if entries == record.get("background", []):
        return text
    return with_value(text, ("background",), entries) if entries else without(text, ("background",))


def _kept(each: Quoted, entry: Mapping[str, Any], forms: _Forms) -> Iterator[tuple[int, Written]]:
    """A background entry where it is now; of one that changed in part, the sentences that stayed."""
    if each.now.fate is Fate.KEPT and each.now.span:
        yield each.now.span.start, forms.of(entry, each.now.span)
        return
    more = {key: value for key, value in entry.items() if key not in PLACES}
    for span in forms.editions.kept_in(each.span):
        if isinstance(form := at_its_place(forms.editions.new, span), dict):
            yield span.start, {**form, **more}
