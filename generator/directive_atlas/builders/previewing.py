"""The server of the preview: MkDocs' own, for browsers on this machine and for files of the site only."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from directive_atlas.loopback import HOST, OWN_SITE, is_to_here

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
"""What every answer has: no other page may read, frame or keep what may not be published yet."""

_SCRIPT = re.compile(r"/livereload/(\d{1,18})\.js")

POLL_SECONDS = 0.2
"""The interval at which watched folders are polled; an edit must show within two seconds."""


class PreviewServer(LiveReloadServer):
    """Answers on 127.0.0.1 what its own pages ask, and what somebody opens."""

    def __init__(self, rebuild: Callable[[], None], port: int, root: str) -> None:
        """Serve the folder ``root``; with port 0 on a free one."""
        super().__init__(rebuild, HOST, port, root=root, polling_interval=POLL_SECONDS)

    def serve_request(self, environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, or say by its status why not."""

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, *HEADERS], *more)

        if status := refused(environ, self.server_port, Path(self.root)):
            start(f"{status.value} {status.phrase}", [("Content-Type", "text/plain; charset=utf-8")])
            return []
        if found := _SCRIPT.fullmatch(environ["PATH_INFO"]):
            start("200 OK", [("Content-Type", "text/javascript; charset=utf-8")])
            written: bytes = super()._inject_js_into_html(b"", int(found[1]))  # type: ignore[no-untyped-call]
            return [written.removeprefix(b"<script>").removesuffix(b"</script>")]
        return super().serve_request(environ, start)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """A page with the script that reloads it; in a file, as no script may stand in a page."""
        before, end, after = content.rpartition(b"</body>")
        return before + b'<script src="/livereload/%d.js"></script>' % epoch + end + after


def refused(environ: dict[str, Any], port: int, root: Path) -> HTTPStatus | None:
    """Why a request is not answered; nothing if it is."""
    headers = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    asks = headers.get("sec-fetch-site") in OWN_SITE or headers.get("sec-fetch-dest") == "document"
    if not (asks and is_to_here(headers, port)):
        return HTTPStatus.FORBIDDEN
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return HTTPStatus.METHOD_NOT_ALLOWED
    return None if _is_inside(environ["PATH_INFO"], root) else HTTPStatus.NOT_FOUND


def _is_inside(path: str, root: Path) -> bool:
    """Whether what a path of a request leads to is below the folder, also through links."""
    named = path.encode("latin-1", "replace").decode("utf-8", "ignore")
    below = posixpath.normpath(f"/{named}").lstrip("/")
    try:
        return (root / below).resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # NUL, names too long, links in a circle
        return False
