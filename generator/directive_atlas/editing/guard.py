"""Which requests the page's own server answers: only those of its own page, which alone knows the token."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from http import HTTPStatus

from directive_atlas.loopback import is_from_here

LIMIT = 8_000_000
"""The most bytes of a request's body; the record of a long order with a thousand tasks has 0.5 MB."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer has: nothing from elsewhere, nothing written into the page, nothing kept."""


_ONCE = frozenset({"host", "origin", "sec-fetch-site", "x-token", "content-type", "content-length"})
"""What is looked at of a request: with two of a name, somebody else could mean the other one."""


def is_ambiguous(names: Iterable[str]) -> bool:
    """Whether among the names of the headers of a request one that counts stands twice."""
    return any(count > 1 for name, count in Counter(map(str.lower, names)).items() if name in _ONCE)


def refused(method: str, headers: Mapping[str, str], port: int, token: str) -> HTTPStatus | None:
    """Why a request is not answered; nothing if it is. The names of ``headers`` are in small letters."""
    if not is_from_here(headers, port):
        return HTTPStatus.FORBIDDEN
    if method == "GET":
        return None
    if method != "POST":
        return HTTPStatus.METHOD_NOT_ALLOWED
    if not hmac.compare_digest(headers.get("x-token", "").encode(), token.encode()):
        return HTTPStatus.FORBIDDEN
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    return _wrong_length(headers.get("content-length", ""))


def _wrong_length(length: str) -> HTTPStatus | None:
    if not (length.isascii() and length.isdecimal()):
        return HTTPStatus.LENGTH_REQUIRED
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if len(length) > 12 or int(length) > LIMIT else None
