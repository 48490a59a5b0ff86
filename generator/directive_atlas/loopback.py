"""Which requests a server on this machine takes for those of its own pages.

A web page elsewhere can make a browser send requests to loopback, and a name of its own can be made to
mean 127.0.0.1. Such requests have another ``Host`` or another ``Origin``, or the browser says by
``Sec-Fetch-Site`` that another site asks.
"""

from __future__ import annotations

from collections.abc import Mapping

HOST = "127.0.0.1"
"""The one address that servers of ours listen on."""

OWN_SITE = frozenset({None, "same-origin", "none"})
"""What a browser says of a request by the server's own page or by a person; old browsers say nothing."""


def is_to_here(headers: Mapping[str, str], port: int) -> bool:
    """Whether it was sent to this server by its own name, and by no page of another origin.

    The names of ``headers`` are in small letters.
    """
    host, origin = headers.get("host", ""), headers.get("origin")
    return host in {f"{HOST}:{port}", f"localhost:{port}"} and origin in {None, f"http://{host}"}


def is_from_here(headers: Mapping[str, str], port: int) -> bool:
    """Whether it comes from this server's own page, or from an address that somebody typed."""
    return is_to_here(headers, port) and headers.get("sec-fetch-site") in OWN_SITE
