"""A round: which pages are asked for on a day, host by host, and what is known of the rest."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from directive_atlas.links.outcome import Outcome
from directive_atlas.links.visit import Manners

FRESH = dt.timedelta(days=7)
"""For how long a page that was there is not asked for again."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round does: it asks for a page by ``ask`` and waits by ``wait``, a number of seconds."""

    day: dt.date
    manners: Manners
    ask: Callable[[str], Outcome]
    wait: Callable[[float], None]


def outcomes_of(
    addresses: Iterable[str], known: Mapping[str, Outcome], plan: Round, told: Callable[[], object]
) -> dict[str, Outcome]:
    """The outcome for each address: what is known, if it is good and fresh, else what is found out now.

    ``told`` is called whenever one is found out.
    """
    fresh = {each: known[each] for each in addresses if each in known and _is_fresh(known[each], plan.day)}
    by_host: dict[str, list[str]] = defaultdict(list)
    for each in addresses:
        if each not in fresh:
            by_host[urlsplit(each).netloc].append(each)
    with ThreadPoolExecutor(plan.manners.hosts) as pool:
        running = [pool.submit(_host, own, plan, told) for own in by_host.values()]
        for done in as_completed(running):
            fresh |= done.result()
    return {each: _remembering(outcome, known.get(each)) for each, outcome in fresh.items()}


def _is_fresh(outcome: Outcome, day: dt.date) -> bool:
    return outcome.is_good and dt.timedelta(0) <= day - outcome.day < FRESH


def _host(addresses: list[str], plan: Round, told: Callable[[], object]) -> dict[str, Outcome]:
    """The pages of one host, one after the other."""
    found: dict[str, Outcome] = {}
    for each in addresses:
        if found:
            plan.wait(plan.manners.pause)
        found[each] = plan.ask(each)
        told()
    return found


def _remembering(outcome: Outcome, before: Outcome | None) -> Outcome:
    """An outcome that still tells when the page was there last."""
    return replace(outcome, answered=outcome.answered or (before.answered if before else None))
