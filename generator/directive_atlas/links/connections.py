"""Connections on which an answer takes no longer than it may in all, to addresses that were looked at.

The timeout of a socket begins anew with each byte that comes: a host that sends one now and then would keep
its page for ever. And whoever runs a name can give it another address at any time: so the address that was
looked at is the one that is connected to.
"""

from __future__ import annotations

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NameResolutionError, NewConnectionError

from directive_atlas.links.inside import addresses_of, is_inside

_ADDRESSES = 4
"""So many addresses of a host are tried at most."""


class _Incoming(io.RawIOBase):
    """What a socket brings before its timeout is over, counted from now."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__()
        self._sock, self._bytes = sock, sock.makefile("rb", buffering=0)
        self._patience = sock.gettimeout()
        self._end = time.monotonic() + (self._patience or 0)

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        """Read what is there.

        Raises:
            TimeoutError: the time is over.

        """
        if self._patience is None:
            return self._bytes.readinto(buffer)
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(left)
        try:
            return self._bytes.readinto(buffer)
        finally:
            self._sock.settimeout(self._patience)

    def close(self) -> None:
        """Give back the socket."""
        self._bytes.close()
        super().close()


class _Source:
    """A socket as an answer needs it."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._sock))


class _Response(HTTPResponse):
    """An answer whose head and body come within the timeout of its socket."""

    def __init__(self, sock: socket.socket, *arguments: Any, **named: Any) -> None:
        super().__init__(_Source(sock), *arguments, **named)  # type: ignore[arg-type]


class ElsewhereError(HTTPError):
    """A host has addresses, and none of them is one that may be connected to."""


class _Outside(HTTPConnection):
    """A connection to a public host."""

    response_class = _Response

    def _new_conn(self) -> socket.socket:
        name = self._dns_host
        failed: HTTPError = NameResolutionError(self.host, self, socket.gaierror())
        found = addresses_of(name.strip("[]"))
        fit = [address for address in found if self._fits(address)]
        if found and not fit:
            raise ElsewhereError(name)
        try:
            for self._dns_host in fit[:_ADDRESSES]:
                try:
                    return super()._new_conn()
                except (NewConnectionError, ConnectTimeoutError) as error:
                    failed = error
        finally:
            self._dns_host = name  # by which certificates are judged
        raise failed

    def _fits(self, address: str) -> bool:
        return not is_inside(address)


class _Inside(_Outside):
    """A connection to a host in the network of this machine."""

    def _fits(self, address: str) -> bool:
        return is_inside(address)


class _OutsideTls(_Outside, HTTPSConnection):
    """The same with TLS."""


class _InsideTls(_Inside, HTTPSConnection):
    """The same with TLS."""


class _OutsidePool(HTTPConnectionPool):
    ConnectionCls = _Outside


class _OutsideTlsPool(HTTPSConnectionPool):
    ConnectionCls = _OutsideTls


class _InsidePool(HTTPConnectionPool):
    ConnectionCls = _Inside


class _InsideTlsPool(HTTPSConnectionPool):
    ConnectionCls = _InsideTls


def outside(connections: PoolManager) -> PoolManager:
    """The same pool, from now on with connections to public hosts only."""
    connections.pool_classes_by_scheme = {"http": _OutsidePool, "https": _OutsideTlsPool}
    return connections


def inside(connections: PoolManager) -> PoolManager:
    """The same pool, from now on with connections within the network of this machine only."""
    connections.pool_classes_by_scheme = {"http": _InsidePool, "https": _InsideTlsPool}
    return connections
