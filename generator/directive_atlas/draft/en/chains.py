"""Times that are counted from another part of the text: which part is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.model import Certainty, DraftTime, Part, PartKind, Why
from directive_atlas.passages import Span

_REFERENCE = re.compile(
    spaced(
        r"(?:(?:sub)?sections?|paragraphs?|items?|actions?|steps?|tasks?"
        r"|clauses?|requirements?"
        r"|articles?) ?(?P<label>(?:\d+(?:\.\d+)*)?(?:\([A-Za-z0-9]{1,4}\))*)(?![\w])"
    ),
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+(?:\.\d+)*|[A-Za-z]+")
_OF = re.compile(
    spaced(
        r"(?:completion|issuance|publication|submission|development|release"
        r"|establishment|approval|finalization|adoption|delivery|launch"
        r"|completing|issuing|publishing|submitting|developing|releasing"
        r"|establishing|announcement|creation|convening|designation|entering)"
        r"(?: of)? (?:the|its|their|this|that|these|such|each|any"
        r"|an?) (?P<thing>[^,;:.()]{3,90})"
    ),
    re.IGNORECASE,
)
_CUT = re.compile(
    spaced(
        r" (?:required|described|referred|established|developed|identified"
        r"|pursuant|under|by|in|to|for|from|on|set|called|that|which|specified"
        r"|issued|submitted|as|of|and|or|with|directed|conducted"
        r"|mandated)(?!\w).*$"
    )
)
_MAKES = (
    r"(?:develop|issue|publish|submit|establish|produce|prepare|create"
    r"|complete|conduct|release|provide|design|deliver|adopt|define|identify"
    r"|launch|convene|propose|draft|finalize|update|report|designate|appoint"
    r"|initiate|transmit)"
)


@dataclass(frozen=True, slots=True)
class _Target:
    """A part that a time may be counted from: its labels, its place, its words."""

    tokens: tuple[str, ...]
    span: Span
    words: str


def chained(parts: Sequence[Part], text: str) -> tuple[Part, ...]:
    """The parts, with each event that is the completion of another part replaced by that part."""
    targets = [*_targets(parts, text)]
    return tuple(_resolved(part, targets, text) for part in parts)


def _targets(parts: Sequence[Part], text: str) -> Iterator[_Target]:
    for part in parts:
        if part.kind is not PartKind.SECTION:
            words = " ".join(text[span.start : span.end] for span in part.quotes)
            yield _Target(_tokens(part.label or ""), part.quotes[0], words)
        yield from _targets(part.parts, text)


def _tokens(label: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(label))


def _resolved(part: Part, targets: Sequence[_Target], text: str) -> Part:
    times = tuple(_time(time, part, targets, text) for time in part.times)
    return replace(part, times=times, parts=tuple(_resolved(below, targets, text) for below in part.parts))


def _time(time: DraftTime, part: Part, targets: Sequence[_Target], text: str) -> DraftTime:
    if time.event is None or isinstance(time.written, str):
        return time
    anchor = text[time.event.start : time.event.end]
    found = _by_label(anchor, part, targets) or _by_name(anchor, time.event, part, targets)
    if found is None or found.span == part.quotes[0]:
        return time
    sure = Certainty.CERTAIN if _REFERENCE.search(anchor) else Certainty.LIKELY
    return replace(
        time,
        written=_done(time.written),
        after=found.span,
        event=None,
        why=Why(time.why.rule, sure, time.why.span),
    )


def _done(block: Mapping[str, object]) -> dict[str, object]:
    """The same time, counted from the completion of a part."""
    changed: dict[str, object] = {}
    for key, value in block.items():
        if isinstance(value, Mapping):
            changed[key] = {"done": ""} if dict(value) == {"event": ""} else _done(value)
        elif isinstance(value, list):
            changed[key] = [_done(each) if isinstance(each, Mapping) else each for each in value]
        else:
            changed[key] = value
    return changed


def _by_label(anchor: str, part: Part, targets: Sequence[_Target]) -> _Target | None:
    """The part that a label means; of several, the one that shares most with where it is named."""
    for match in _REFERENCE.finditer(anchor):
        wanted = _tokens(match["label"])
        own = _tokens(part.label or "")
        fits = [each for each in targets if wanted and each.tokens[-len(wanted) :] == wanted]
        if fits:
            return max(fits, key=lambda each: (_shared(each.tokens, own), -len(each.tokens)))
    return None


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _by_name(anchor: str, place: Span, part: Part, targets: Sequence[_Target]) -> _Target | None:
    """The last part before that makes a thing of this name: “the guidance”, “the Strategy”."""
    match = _OF.search(anchor)
    thing = _CUT.sub("", match["thing"]).strip() if match else ""
    words = thing.split()
    if not words or len(words) > 6:
        return None
    head = re.escape(words[-1].rstrip("s"))
    made = re.compile(rf"\b{_MAKES}\w*(?:\s+[\w’-]+){{0,3}}\s+{head}", re.IGNORECASE)
    defined = re.compile(rf"\((?:the\s+)?[“\"]?{re.escape(thing)}[”\"]?\)")
    whole = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    before = [each for each in targets if each.span.end <= place.start and each.span != part.quotes[0]]
    for pattern in (defined, whole, made) if len(words) > 1 else (defined, made):
        fits = [
            each
            for each in before
            if pattern.search(each.words) and re.search(rf"\b{_MAKES}", each.words, re.IGNORECASE)
        ]
        if fits:
            return fits[0] if pattern is not made else fits[-1]
    return None
