"""Whether a redirect leads from a public page into the network of the machine that asks."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from urllib3.util import parse_url

Addresses = Callable[[str], Collection[str]]
"""Gives the network addresses of a host by its name."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv6 that translators lead to one of IPv4, which is their end (RFC 6052)."""

_COMPATIBLE = IPv6Network("::/96")
"""An old form of addresses of IPv4 (RFC 4291, 2.5.5.1)."""


def addresses_of(host: str) -> Collection[str]:
    """The network addresses of a host; none if it has none."""
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):  # a name with an empty part, or one that is too long
        return ()


def leads_inside(here: str, there: str, addresses: Addresses) -> bool:
    """Whether a redirect leads from a public host to one in the network of this machine.

    A host counts as public if one of its addresses is, and as inside if one of them is: so one that has both
    leads nowhere inside, and nothing leads to it.

    Raises:
        ValueError: one of the two is no address.

    """
    old, new = _host(here), _host(there)
    return old != new and any(map(_is_inside, addresses(new))) and not _is_all_inside(addresses(old))


def _host(address: str) -> str:
    """The host as the connection reads it: others read an address with a backslash differently."""
    return (parse_url(address).host or "").strip("[]")


def _is_all_inside(addresses: Collection[str]) -> bool:
    return bool(addresses) and all(map(_is_inside, addresses))


def _is_inside(address: str) -> bool:
    found = ip_address(address.partition("%")[0])
    within = _within(found) if isinstance(found, IPv6Address) else None
    return not (within or found).is_global


def _within(address: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that one of IPv6 stands for."""
    if address in _TRANSLATED or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
