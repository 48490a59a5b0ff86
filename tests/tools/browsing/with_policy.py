"""A server on loopback that sends a content security policy with each file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class WithPolicy(SimpleHTTPRequestHandler):
    """Sends the ``policy`` as hosts do; says nothing of what is asked."""

    policy = ""

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def end_headers(self) -> None:
        """The policy comes last."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@contextmanager
def served_with(policy: str, folder: Path, handler: type[WithPolicy] = WithPolicy) -> Iterator[str]:
    """The address of a folder that is served with a policy."""
    own = partial(type("_Own", (handler,), {"policy": policy}), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), own) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
