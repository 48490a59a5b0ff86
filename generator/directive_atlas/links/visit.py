"""Asking for one page: HEAD, then GET where that is refused; every step of a redirect is looked at."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.util import Retry, Timeout, parse_url

from directive_atlas.links.connections import ElsewhereError, inside, outside
from directive_atlas.links.outcome import Fate, Outcome

_PERMANENT, _TEMPORARY = frozenset({301, 308}), frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_AGAIN = frozenset({429, 500, 502, 503, 504})
"""Answers after which it is worth asking once more."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked; times in seconds.

    A host is asked for one page at a time, with a ``pause`` between two; ``hosts`` of them at once. A try
    waits ``patience`` for a whole answer; after one that failed, ``again`` more follow, the first after
    ``backoff``, each later one after twice the time of the one before, or after what the host asks for, up
    to ``longest``. More than ``redirects`` are no way to a page, and after ``whole`` no further request is
    made for it.
    """

    agent: str
    patience: float = 20
    pause: float = 1
    again: int = 2
    backoff: float = 2
    longest: int = 60
    whole: float = 180
    redirects: int = 8
    hosts: int = 8


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Connections:
    """The connections of a round to public hosts, and those within the network of this machine."""

    outside: urllib3.PoolManager
    inside: urllib3.PoolManager


def pool(manners: Manners) -> Connections:
    """The connections of a round; they are given back to the hosts when it is garbage."""
    retries = Retry(
        total=manners.again,
        redirect=False,
        status_forcelist=_AGAIN,
        allowed_methods={"HEAD", "GET"},
        backoff_factor=manners.backoff,
        backoff_max=manners.longest,
        retry_after_max=manners.longest,
        raise_on_status=False,
    )
    headers = {"User-Agent": manners.agent, "Accept": "*/*"}
    how: dict[str, Any] = {"retries": retries, "timeout": Timeout(total=manners.patience)}
    return Connections(
        outside(urllib3.PoolManager(headers=headers, **how)),
        inside(urllib3.PoolManager(headers=headers, **how)),
    )


@dataclass
class _Way:
    """The way to a page: within the network of this machine only for as long as no public host was on it."""

    connections: Connections
    was_outside: bool = False

    def request(self, method: str, address: str) -> urllib3.BaseHTTPResponse:
        """The answer to a request, without its content.

        Raises:
            ElsewhereError: it leads from a public host into this network.

        """
        how: dict[str, Any] = {"redirect": False, "preload_content": False}
        try:
            answer = self.connections.outside.request(method, address, **how)
        except ElsewhereError:
            if self.was_outside:
                raise
            return self.connections.inside.request(method, address, **how)
        self.was_outside = True
        return answer


Clock = Callable[[], float]
"""Tells the time, in seconds from any moment."""


def visit(
    address: str,
    day: dt.date,
    manners: Manners,
    connections: Connections,
    clock: Clock = time.monotonic,
) -> Outcome:
    """What came of asking for a page on a day."""
    here, only_permanent, end = address, True, clock() + manners.whole
    way = _Way(connections)
    for _ in range(manners.redirects + 1):
        try:
            answer = _ask(here, way, lambda: clock() > end)
        except ElsewhereError:
            return Outcome(Fate.SILENT, day, _NOWHERE)
        except _ERRORS as error:
            return Outcome(Fate.SILENT, day, _why(error))
        if answer is None:
            return Outcome(Fate.SILENT, day, f"no page after {manners.whole:g} seconds")
        if answer.status not in _PERMANENT | _TEMPORARY or not answer.location:
            return _judged(answer.status, day, here if only_permanent and here != address else "")
        only_permanent = only_permanent and answer.status in _PERMANENT
        there = _address(here, answer.location)
        if there is None:
            return Outcome(Fate.SILENT, day, _NOWHERE)
        here = there
    return Outcome(Fate.SILENT, day, f"more than {manners.redirects} redirects")


_NOWHERE = "a redirect to where no public page is"
_ERRORS = (HTTPError, OSError, ValueError, OverflowError)
"""What comes of hosts that do not answer, and of answers that make no sense, such as a year of 20 figures."""


def _address(here: str, location: str) -> str | None:
    """Where a redirect leads, if a page can be there."""
    try:
        there = urljoin(here, location)
        is_address = parse_url(there).scheme in {"http", "https"} and there.isprintable()
        return there if is_address else None
    except ValueError:  # brackets that do not close, names that no host can have
        return None


def _ask(address: str, way: _Way, is_late: Callable[[], bool]) -> _Answer | None:
    """The answer to HEAD, or to GET where the host has no page for HEAD; no page is read.

    Nothing where it is too late to ask.
    """
    for method in ("HEAD", "GET"):
        if is_late():
            return None
        response = way.request(method, address)
        response.close()
        if response.status < 400:
            break
    return _Answer(response.status, response.headers.get("Location", ""))


def _judged(status: int, day: dt.date, moved_to: str) -> Outcome:
    if status in _GONE:
        return Outcome(Fate.GONE, day, str(status))
    if not 200 <= status < 300:
        return Outcome(Fate.SILENT, day, str(status))
    return Outcome(Fate.MOVED if moved_to else Fate.THERE, day, str(status), moved_to, answered=day)


def _why(error: Exception) -> str:
    """What went wrong, as the name of its kind: the words of libraries change, and quote addresses."""
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    return type(reason).__name__
