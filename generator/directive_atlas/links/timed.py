"""Connections on which an answer takes no longer than it may in all.

The timeout of a socket begins anew with each byte that comes: a host that sends one now and then would keep
its page for ever.
"""

from __future__ import annotations

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection


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


class _Http(HTTPConnection):
    response_class = _Response


class _Https(HTTPSConnection):
    response_class = _Response


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


def timed(connections: PoolManager) -> PoolManager:
    """The same pool, from now on with such connections."""
    connections.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
    return connections
