"""Times that are counted from another part of the text: which part is meant."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.model import Certainty, DraftTime, Part, PartKind
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
_LAST = re.compile(r"\b(?:this|that|these|such)\s", re.IGNORECASE)
"""Before the name of a thing of which the last one is meant."""

_CUT = re.compile(
    spaced(
        r"(?<!\s) (?:required|described|referred|established|developed|identified"
        r"|pursuant|under|by|in|to|for|from|on|set|called|that|which|specified"
        r"|issued|submitted|as|of|and|or|with|directed|conducted"
        r"|mandated)(?!\w).*$"
    ),
    re.DOTALL,
)
_MAKES = (
    r"(?:develop|issue|publish|submit|establish|produce|prepare|create"
    r"|complete|conduct|release|provide|design|deliver|adopt|define|identify"
    r"|launch|convene|propose|draft|finalize|update|report|designate|appoint"
    r"|initiate|transmit)"
)


_NEAR = 60
"""Among how many parts before a time the one that it means is looked for by name."""


@dataclass(frozen=True, slots=True)
class _Target:
    """A part that a time may be counted from: its labels, its place, its words."""

    tokens: tuple[str, ...]
    span: Span
    words: str


@dataclass(frozen=True)
class _Targets:
    """All parts that times may be counted from, in order of place."""

    listed: tuple[_Target, ...]

    @cached_property
    def by_last(self) -> Mapping[str, Sequence[_Target]]:
        """By the last of their labels."""
        found: dict[str, list[_Target]] = {}
        for each in self.listed:
            found.setdefault(each.tokens[-1] if each.tokens else "", []).append(each)
        return found

    def before(self, place: int) -> Sequence[_Target]:
        """The nearest few that begin before a place."""
        at = bisect.bisect_left(self.listed, place, key=lambda each: each.span.start)
        return self.listed[max(0, at - _NEAR) : at]


def chained(parts: Sequence[Part], text: str) -> tuple[Part, ...]:
    """The parts, with each event that is the completion of another part replaced by that part."""
    targets = _Targets(tuple(sorted(_targets(parts, text), key=lambda each: each.span)))
    return tuple(_resolved(part, targets) for part in parts)


def _targets(parts: Sequence[Part], text: str) -> Iterator[_Target]:
    for part in parts:
        if part.kind is not PartKind.SECTION:
            words = " ".join(text[span.start : span.end] for span in part.quotes)
            yield _Target(_tokens(part.label or ""), part.quotes[0], words)
        yield from _targets(part.parts, text)


def _tokens(label: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(label))


def _resolved(part: Part, targets: _Targets) -> Part:
    times = tuple(_time(time, part, targets) for time in part.times)
    return replace(part, times=times, parts=tuple(_resolved(below, targets) for below in part.parts))


def _time(time: DraftTime, part: Part, targets: _Targets) -> DraftTime:
    """A time that is counted from an event as one that is counted from the part which brings it about."""
    form = next(iter(time.written), "") if isinstance(time.written, Mapping) else ""
    anchor = next(_events(time.written), "") if isinstance(time.written, Mapping) else ""
    if form not in {"within", "upon"} or not anchor:
        return time
    found = _by_label(anchor, part, targets) or _by_name(anchor, time.why.span, part, targets)
    if found is None or found.span == part.quotes[0]:
        return time
    sure = Certainty.CERTAIN if _REFERENCE.search(anchor) else Certainty.LIKELY
    written = _unanchored(time.written[form]) if isinstance(time.written, Mapping) else ""
    return replace(time, written={form: written}, after=found.span, why=replace(time.why, certainty=sure))


def _events(block: Mapping[str, object]) -> Iterator[str]:
    """The events that a time is counted from."""
    for key, value in block.items():
        if key == "event":
            yield str(value)
        elif isinstance(value, Mapping):
            yield from _events(value)


def _unanchored(value: object) -> object:
    """A moment without what it is counted from, which ``after`` says; nothing where it says no more."""
    if isinstance(value, Mapping) and "of" in value:
        return {**value, "of": ""}
    return ""


def _by_label(anchor: str, part: Part, targets: _Targets) -> _Target | None:
    """The part that a label means; of several, the one that shares most with where it is named."""
    for match in _REFERENCE.finditer(anchor):
        wanted = _tokens(match["label"])
        own = _tokens(part.label or "")
        same = targets.by_last.get(wanted[-1], ()) if wanted else ()
        fits = [each for each in same if each.tokens[-len(wanted) :] == wanted]
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


def _by_name(anchor: str, place: Span, part: Part, targets: _Targets) -> _Target | None:
    """The last part before that makes a thing of this name: “the guidance”, “the Strategy”."""
    match = _OF.search(anchor)
    thing = _CUT.sub("", match["thing"]).strip() if match else ""
    words = thing.split()
    if match is None or not words or len(words) > 6:
        return None
    head = re.escape(words[-1].rstrip("s"))
    made = re.compile(rf"\b{_MAKES}\w*(?:\s+[\w’-]+){{0,3}}\s+{head}", re.IGNORECASE)
    defined = re.compile(rf"\((?:the\s+)?[“\"]?{re.escape(thing)}[”\"]?\)")
    whole = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    near = targets.before(place.start)
    before = [each for each in near if each.span.end <= place.start and each.span != part.quotes[0]]
    makes = re.compile(rf"\b{_MAKES}\w*(?:\s+[\w’-]+){{0,3}}\s+{whole.pattern}", re.IGNORECASE)
    for pattern in (defined, makes, whole, made) if len(words) > 1 else (defined, made):
        fits = [
            each
            for each in before
            if pattern.search(each.words) and re.search(rf"\b{_MAKES}", each.words, re.IGNORECASE)
        ]
        if fits:
            return fits[-1] if pattern is made or _LAST.search(match[0]) else fits[0]
    return None
