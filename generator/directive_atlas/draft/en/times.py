"""When a sentence wants something done: days, counted days, recurrences, and words such as promptly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from directive_atlas.draft.en.counted import counted
from directive_atlas.draft.en.dated import dated
from directive_atlas.draft.en.moments import upon, worded
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.recurrences import recurrences
from directive_atlas.draft.en.when import Sentence, When
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span
from directive_atlas.problems import say

_READ = 6000
"""How many characters of a sentence are read for times; no real one is longer."""

_CASE = re.compile(r"(?<!\w)(?:if|when|whenever|once|where|unless)\s", re.IGNORECASE)
_WHICHEVER = re.compile(
    spaced(
        r"whichever (?:is|comes|occurs)? ?(?:the )?(?P<order>later|last|earlier"
        r"|first|sooner)"
    ),
    re.IGNORECASE,
)


def times_in(text: str, span: Span, own: str) -> list[When]:
    """The times in a part of a flat text, in order; ``own`` is the kind of date of the paper itself."""
    piece = text[span.start : min(span.end, span.start + _READ)]
    read = Sentence(piece, span.start, own, bool(_CASE.search(piece[:400])))
    found: list[When] = []
    for reader in (recurrences, counted, dated, upon, worded):
        found += [when for when in reader(read) if not _overlaps(when, found)]
    meant = [when for when in found if not _is_planned(piece, when, span.start)]
    ordered = _joined(piece, sorted(meant, key=lambda when: when.span))
    return _once(_attached(ordered))


_PLANNED = re.compile(
    spaced(
        r"(?<!\w)(?:plans?|strateg(?:y|ies)|roadmaps?|schedules?|proposals?)(?: of action)? (?:to"
        r"|for|under which)"
        r" [^,;:.]*$"
    )
)
"""Before a time from which on something will be done as a plan says: the plan is not due then."""


_ASSURED = re.compile(
    spaced(r"(?<!\w)(?:(?:assurances?|ensure|ensures|attest\w*|certif\w+) that|place to ensure) [^;:.]*$")
)
"""Before what happens in order that something is so: it is no time of the demand itself."""


def _is_planned(piece: str, when: When, start: int) -> bool:
    """Whether it tells when a plan begins, or what is assured: “a plan to stop their use beginning …”."""
    before = piece[: when.span.start - start]
    return bool(
        _PLANNED.search(before) if "period" in when.block else _is_event(when) and _ASSURED.search(before)
    )


def _is_event(when: When) -> bool:
    return bool(when.block.keys() & {"before", "upon"})


def _overlaps(when: When, others: Sequence[When]) -> bool:
    return any(when.span.start < each.span.end and each.span.start < when.span.end for each in others)


def _attached(found: Sequence[When]) -> list[When]:
    """A recurrence takes over since and until when it recurs: “every 30 days starting …”, “until 2030”."""
    again = next((when for when in found if "every" in when.block), None)
    if again is None:
        return [*found]
    every = dict(again.block["every"]) if isinstance(again.block["every"], dict) else {}
    ends = [(when, bound) for when in found if (bound := _bound_of(when)) is not None]
    bounds = {key: (when, value) for when, (key, value) in reversed(ends)}
    longer = {key: value for key, (_, value) in bounds.items()} | every
    taken = [when for when, _ in bounds.values()]
    event = again.event or next((when.event for when in taken if when.event), None)
    kept = {key: value for key, value in again.block.items() if key != "until" or "to" not in bounds}
    full = replace(again, written={**kept, "every": longer}, event=event)
    return [full if when is again else when for when in found if when not in taken]


def _bound_of(when: When) -> tuple[str, object] | None:
    """The key by which a recurrence says since or until when, if a time is such a bound."""
    period = when.block.get("period")
    if isinstance(period, dict) and len(period) == 1:
        return next(iter(period.items()))
    return ("after", {"of": {"event": ""}}) if "upon" in when.block and when.is_after else None


def _once(found: Sequence[When]) -> list[When]:
    """Each time once, the fuller one of two recurrences with the same rule."""
    kept: list[When] = []
    for when in found:
        at = next((n for n, each in enumerate(kept) if _key(each) == _key(when)), None)
        if at is None:
            kept.append(when)
        elif len(str(when.written)) > len(str(kept[at].written)):
            kept[at] = when
    return kept


def _key(when: When) -> str:
    every = when.block.get("every")
    return str(every["rule"]) if isinstance(every, dict) else f"{when.written} {when.event}"


def _joined(piece: str, found: list[When]) -> list[When]:
    """Two times of which the later or earlier counts, as one."""
    match = _WHICHEVER.search(piece)
    moments = [when for when in found if set(when.block) & {"within", "by"}]
    if match is None or len(moments) < 2:
        return found
    form = "later_of" if match["order"].lower() in {"later", "last"} else "earlier_of"
    pair = moments[-2:]
    block: Block = {form: [when.block.get("within") or {"by": when.block["by"]} for when in pair]}
    event = next((when.event for when in pair if when.event), None)
    rule = say("the one or the other: “{words}”", words=match[0])
    both = When(Span(pair[0].span.start, pair[1].span.end), block, rule, Certainty.LIKELY, event)
    return sorted([*(when for when in found if when not in pair), both], key=lambda when: when.span)
