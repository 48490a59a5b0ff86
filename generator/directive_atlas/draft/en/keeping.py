"""What a chapeau says of others and of time holds for its parts, too, if they have their own subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.draft.model import Body, DraftDuty, DraftTime, Part, PartKind
from directive_atlas.vocabulary.tasks import Role

_KEPT = {Role.COORDINATED, Role.CONSULTED, Role.RECIPIENT}
"""Roles of others that a part keeps from above: who is asked, works with it, or gets what is made."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What holds for a part from above."""

    others: tuple[DraftDuty, ...] = ()
    times: tuple[DraftTime, ...] = ()


def kept(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts; each with a subject of its own has the others and the time of its chapeau written out."""
    return tuple(_kept(part, _Above(), within=False) for part in parts)


def _kept(part: Part, above: _Above, *, within: bool) -> Part:
    """A part with what it keeps; ``within`` tells that it is a sentence of the part above, its neighbour."""
    owns = not part.adds and any(duty.role.owns for duty in part.duties)
    if within or part.kind is PartKind.SECTION:
        duties, times, below = part.duties, part.times, _below(part, within=within)
    else:
        duties = (*_own(part, above), *(_new(part.duties, above.others) if owns else ()))
        times = part.times or (above.times if owns else ())
        below = _Above(tuple(duty for duty in part.duties if duty.role in _KEPT), times or above.times)
    parts = tuple(_kept(each, below, within=_is_within(each, part)) for each in part.parts)
    return replace(part, duties=duties, times=times, parts=parts)


def _below(part: Part, *, within: bool) -> _Above:
    """What holds below a sentence that stands apart: only what it says itself; nothing below a section."""
    others = tuple(duty for duty in part.duties if duty.role in _KEPT)
    return _Above(others, part.times) if within else _Above()


def _own(part: Part, above: _Above) -> Iterator[DraftDuty]:
    """The duties of a part, without the news to a body that gets all of it anyway."""
    receive = {_key(duty.body) for duty in above.others if duty.role is Role.RECIPIENT}
    for duty in part.duties:
        if not (duty.role is Role.INFORMED and _key(duty.body) in receive):
            yield duty


def _new(own: Sequence[DraftDuty], others: Sequence[DraftDuty]) -> Iterator[DraftDuty]:
    """The others that have no part of their own yet."""
    there = {_key(duty.body) for duty in own}
    yield from (duty for duty in others if _key(duty.body) not in there)


def _key(body: Body) -> str:
    return body.id or body.words.casefold()


def _is_within(part: Part, above: Part) -> bool:
    first = part.quotes[0]
    return any(span.start <= first.start and first.end <= span.end for span in above.quotes)
