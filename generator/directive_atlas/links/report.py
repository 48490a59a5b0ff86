"""The problems that a round has found, at the places where the addresses stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from directive_atlas.links.mentions import Mention
from directive_atlas.links.outcome import Fate, Outcome
from directive_atlas.load.schema.settings import LinkException, Settings
from directive_atlas.problems import Place, Problem, Wording, problem, say

_CODES = {Fate.GONE: "W901", Fate.SILENT: "W902", Fate.MOVED: "W903"}


def excepted(address: str, exceptions: Iterable[LinkException]) -> LinkException | None:
    """The exception that an address falls under: it is the same, or one that ends with / and begins it."""
    own = (each for each in exceptions if _covers(each.address, address))
    return next(own, None)


def _covers(named: str, address: str) -> bool:
    return address == named or (named.endswith("/") and address.startswith(named))


def link_problems(
    mentions: Iterable[Mention], outcomes: Mapping[str, Outcome], settings: Settings
) -> Iterator[Problem]:
    """A warning for each place with an address that is gone, moved or silent, and for idle exceptions."""
    mentions = list(mentions)
    for mention in mentions:
        outcome = outcomes.get(mention.address)
        if outcome and outcome.fate in _CODES:
            for place in mention.places:
                yield _problem(mention.address, outcome, place)
    for each in settings.link_exceptions:
        if not any(_covers(each.address, mention.address) for mention in mentions):
            yield problem("W904", each.at("address"), address=each.address)


def _problem(address: str, outcome: Outcome, place: Place) -> Problem:
    return problem(_CODES[outcome.fate], place, address=address, why=_answer(outcome), target=outcome.target)


def _answer(outcome: Outcome) -> Wording:
    """What was answered, and when the page was there last, if it was."""
    if outcome.answered and not outcome.is_good:
        return say("{why}; it was there on {day}", why=outcome.why, day=outcome.answered)
    return say("{why}", why=outcome.why)
