"""Reasons that recur in a draft, each written once and called by a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from directive_atlas.draft.marks import walk
from directive_atlas.draft.model import Draft
from directive_atlas.draft.parts import Block, Tell
from directive_atlas.draft.values import named, with_reasons_as
from directive_atlas.problems import Wording

_SHORT = 12
"""Up to how many characters a reason is repeated."""


def with_reasons(record: Block, draft: Draft, tell: Tell) -> Block:
    """The record with long reasons that recur under a name."""
    texts = Counter(reason for reason in named(record, "reason") if len(reason) > _SHORT)
    often = {text for text, count in texts.items() if count > 1}
    names: dict[str, str] = {}
    for wording in _reasons(draft):
        if (text := tell(wording)) in often and text not in names:
            names[text] = _free(wording, names.values())
    if not names:
        return record
    return {**with_reasons_as(record, names), "reasons": {name: text for text, name in names.items()}}


def _reasons(draft: Draft) -> Iterator[Wording]:
    yield from (aside.reason for aside in draft.asides)
    parts = (each for part in draft.parts for each in walk(part))
    yield from (duty.inferred for part in parts for duty in part.duties if duty.inferred)


def _free(wording: Wording, taken: Iterable[str]) -> str:
    """A name for a reason: the first words of what it says in English."""
    words = [word for word in re.findall("[a-z]+", str(wording).lower()) if word not in {"the", "a", "an"}]
    guess = "-".join(words[:4]) or "reason"
    guess = guess if "-" in guess else f"{guess}-1"
    return guess if guess not in taken else f"{guess}-{len([*taken])}"
