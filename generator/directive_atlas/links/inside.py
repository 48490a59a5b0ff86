"""Which addresses are in the network of the machine that asks."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv6 that translators lead to one of IPv4, which is their end (RFC 6052)."""

_COMPATIBLE = IPv6Network("::/96")
"""An old form of addresses of IPv4 (RFC 4291, 2.5.5.1)."""


def addresses_of(host: str) -> Sequence[str]:
    """The network addresses of a host, the best first; none if it has none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # a name with an empty part, or one that is too long
        return ()
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def is_inside(address: str) -> bool:
    """Whether an address leads to no public host."""
    found = ip_address(address.partition("%")[0])
    within = _within(found) if isinstance(found, IPv6Address) else None
    return not (within or found).is_global


def _within(address: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that one of IPv6 stands for."""
    if address in _TRANSLATED or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
