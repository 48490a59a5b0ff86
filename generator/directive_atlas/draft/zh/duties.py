"""Duties from rows of bodies, and each of them once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directive_atlas.draft.model import Certainty, DraftDuty, Why
from directive_atlas.draft.zh.bodies import Listed
from directive_atlas.problems.wording import Wording
from directive_atlas.vocabulary.tasks import Role


def duties_of(listed: Listed, role: Role, rule: Wording, certainty: Certainty) -> Iterator[DraftDuty]:
    """The same role for each body of a row."""
    for body, goes_on in listed:
        yield DraftDuty(body, role, Why(rule, certainty, body.span), and_others=goes_on)


def called(duty: DraftDuty) -> str:
    """The body by its id, or by its words where no registry knows it."""
    return duty.body.id or duty.body.words


def owners(duties: Iterable[DraftDuty]) -> frozenset[str]:
    """Those who have to do it."""
    return frozenset(called(duty) for duty in duties if duty.role.owns)


def distinct(duties: Iterable[DraftDuty]) -> tuple[DraftDuty, ...]:
    """Each body once in each role; one that leads is not only responsible, too."""
    found = list(duties)
    leads = {called(duty) for duty in found if duty.role is Role.LEAD}
    kept: dict[tuple[str, Role], DraftDuty] = {}
    for duty in found:
        if duty.role is not Role.RESPONSIBLE or called(duty) not in leads:
            kept.setdefault((called(duty), duty.role), duty)
    return tuple(kept.values())
