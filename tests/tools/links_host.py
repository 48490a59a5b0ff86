"""A server on loopback that gives each kind of answer: what ``check --links`` is tried with."""

from __future__ import annotations

import datetime as dt
import http.server
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from directive_atlas.links import Manners

DAY = dt.date(2024, 6, 30)
SWIFT = Manners("tests", patience=0.3, pause=0, again=2, backoff=0, redirects=4)

NOWHERE = {
    "/to/brackets": "http://[bad/",
    "/to/nothing": "http://a..b/",
    "/to/a-long-name": f"http://{'a' * 300}.example/",
    "/to/a-long-name-of-parts": f"http://{'a.' * 150}example/",
    "/to/controls": "http://ok.example\x1b[31m/",
    "/to/a-control-in-a-path": "/there\x1b[31m",
    "/to/a-port": "http://ok.example:99999999/",
    "/to/a-port-of-many-figures": f"http://ok.example:{'9' * 5000}/",
    "/to/letters": "http://ok.example:port/",
    "/to/a-user": "http://:@:@/",
}
"""Redirects that lead to no page that there can be, by their path."""


@dataclass
class Host:
    """A server on loopback: its address, what it was asked for, and how many requests it had at once."""

    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    running: int = 0
    most: int = 0
    after: str = ""

    def answer(self, path: str, times: int) -> tuple[int, str]:
        """Status and location of the answer to a path that was asked for ``times`` before."""
        if path.startswith("/to?"):
            return 302, path.removeprefix("/to?")
        number = int(path.rpartition("/")[2]) if path.startswith("/loop/") else 0
        return {
            "/there": (200, ""),
            "/gone": (404, ""),
            "/removed": (410, ""),
            "/moved": (301, "/there"),
            "/for-now": (302, "/there"),
            "/moved-and-gone": (308, "/gone"),
            "/once-500": (200 if times else 500, ""),
            "/always-500": (500, ""),
            "/always-503": (503, ""),
            "/forbidden": (403, ""),
            "/script": (301, "javascript:alert(1)"),
            "/circle": (302, "/circle"),
            **{path: (301, location) for path, location in NOWHERE.items()},
        }.get(path, (302, f"/loop/{number + 1}"))


SLOW_ANSWERS = {
    "/slow-status": b"HTTP/1.1 200 " + b"O" * 40 + b"\r\n\r\n",
    "/slow-head": b"HTTP/1.1 200 OK\r\nX-Words: " + b"x" * 40 + b"\r\n\r\n",
    "/slow-continued": b"HTTP/1.1 100 Continue\r\n\r\n" * 4 + b"HTTP/1.1 200 OK\r\n\r\n",
}
"""Answers that come byte by byte, and are whole at last, by path."""


class _Handler(http.server.BaseHTTPRequestHandler):
    host: Host
    lock = threading.Lock()

    def do_GET(self) -> None:
        host, path = self.host, self.path
        with self.lock:
            times = Counter(host.asked)[(self.command, path)]
            host.asked.append((self.command, path))
            host.agents.add(self.headers["User-Agent"])
            host.running += 1
            host.most = max(host.most, host.running)
        if path == "/slow":
            time.sleep(0.6)
        if path in SLOW_ANSWERS:
            self._little_by_little(SLOW_ANSWERS[path])
            return
        status, location = (
            (405, "") if (self.command, path) == ("HEAD", "/no-head") else host.answer(path, times)
        )
        status, location = (200, "") if (self.command, path) == ("GET", "/no-head") else (status, location)
        with self.lock:
            host.running -= 1
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if location:
            self.send_header("Location", location)
        if status == 503:
            self.send_header("Retry-After", host.after)
        self.end_headers()

    def _little_by_little(self, answer: bytes) -> None:
        """Send an answer byte by byte, each of them well within the patience for one."""
        self.close_connection = True
        for byte in answer:
            self.wfile.write(bytes([byte]))
            time.sleep(SWIFT.patience / 10)

    do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(address: str, port: int = 0) -> Iterator[Host]:
    """The server, at an address of loopback."""
    found = Host()
    handler = type("_Own", (_Handler,), {"host": found})
    with http.server.ThreadingHTTPServer((address, port), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is expected
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found.address = f"http://{address}:{server.server_port}"
        yield found
        server.shutdown()
