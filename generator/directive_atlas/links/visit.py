"""Asking for one page: HEAD, then GET where that is refused; every step of a redirect is looked at."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, LocationValueError, MaxRetryError
from urllib3.util import Retry, Timeout

from directive_atlas.links.outcome import Fate, Outcome

_PERMANENT, _TEMPORARY = frozenset({301, 308}), frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_AGAIN = frozenset({429, 500, 502, 503, 504})
"""Answers after which it is worth asking once more."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked; times in seconds.

    A host is asked for one page at a time, with a ``pause`` between two; ``hosts`` of them at once. A try
    waits ``patience`` for an answer; after one that failed, ``again`` more follow, the first after
    ``backoff``, each later one after twice the time of the one before, or after what the host asks for, up
    to ``longest``. More than ``redirects`` are no way to a page.
    """

    agent: str
    patience: float = 20
    pause: float = 1
    again: int = 2
    backoff: float = 2
    longest: int = 60
    redirects: int = 8
    hosts: int = 8


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str


def pool(manners: Manners) -> urllib3.PoolManager:
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
    return urllib3.PoolManager(headers=headers, retries=retries, timeout=Timeout(manners.patience))


def visit(address: str, day: dt.date, manners: Manners, connections: urllib3.PoolManager) -> Outcome:
    """What came of asking for a page on a day."""
    here, only_permanent = address, True
    for _ in range(manners.redirects + 1):
        try:
            answer = _ask(here, connections)
        except (HTTPError, LocationValueError, OSError, ValueError) as error:
            return Outcome(Fate.SILENT, day, _why(error))
        if answer.status not in _PERMANENT | _TEMPORARY or not answer.location:
            return _judged(answer.status, day, here if only_permanent and here != address else "")
        only_permanent = only_permanent and answer.status in _PERMANENT
        there = urljoin(here, answer.location)
        if urlsplit(there).scheme not in {"http", "https"} or leads_inside(here, there, addresses_of):
            return Outcome(Fate.SILENT, day, "a redirect to where no public page is")
        here = there
    return Outcome(Fate.SILENT, day, f"more than {manners.redirects} redirects")


def _ask(address: str, connections: urllib3.PoolManager) -> _Answer:
    """The answer to HEAD, or to GET where the host has no page for HEAD; no page is read."""
    for method in ("HEAD", "GET"):
        response = connections.request(method, address, redirect=False, preload_content=False)
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


Addresses = Callable[[str], Collection[str]]
"""Gives the network addresses of a host by its name."""


def addresses_of(host: str) -> Collection[str]:
    """The network addresses of a host; none if it has none."""
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    except OSError:
        return ()


def leads_inside(here: str, there: str, addresses: Addresses) -> bool:
    """Whether a redirect leads from a public host to one in the network of this machine."""
    old, new = urlsplit(here).hostname or "", urlsplit(there).hostname or ""
    return old != new and _is_inside(new, addresses) and not _is_inside(old, addresses)


def _is_inside(host: str, addresses: Addresses) -> bool:
    return any(not ip_address(each.partition("%")[0]).is_global for each in addresses(host))
