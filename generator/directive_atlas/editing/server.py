"""The page's own server on loopback: what may be asked is in ``guard``, what is answered in ``desk``."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.message import Message
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote, urlsplit

from directive_atlas.editing.desk import Desk, RefusedError
from directive_atlas.editing.guard import HEADERS, is_ambiguous, refused
from directive_atlas.editing.pages import edit_page, list_page
from directive_atlas.loopback import HOST
from directive_atlas.problems import say

SECONDS = 60
"""How long a connection may keep a thread waiting."""

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    content: bytes = b""


@cache
def assets() -> Mapping[str, Reply]:
    """The scripts and styles of the page by their addresses; there are no others."""
    folder = files("directive_atlas.editing") / "assets"
    return {
        f"/assets/{file.name}": Reply(HTTPStatus.OK, _TYPES[suffix], file.read_bytes())
        for file in folder.iterdir()
        if (suffix := file.name[file.name.rfind(".") :]) in _TYPES
    }


@dataclass(frozen=True)
class Answers:
    """What a server answers: its desk, and the token that its own page knows."""

    desk: Desk
    token: str

    def get(self, target: str) -> Reply:
        """A page, or one of its assets."""
        try:
            path = urlsplit(target).path
        except ValueError:
            return Reply(HTTPStatus.BAD_REQUEST)
        if asset := assets().get(path):
            return asset
        if path == "/":
            return _page(list_page(self.desk))
        known = self.desk.folder.directives()
        name = unquote(path.removeprefix("/edit/"))
        if path.startswith("/edit/") and name in known:
            return _page(edit_page(self.desk, name, self.token))
        return Reply(HTTPStatus.NOT_FOUND)

    def post(self, target: str, body: bytes) -> Reply:
        """A request of the page, in JSON; where it cannot be done, the answer says ``why``."""
        try:
            asked = json.loads(body)
        except (ValueError, RecursionError):
            return Reply(HTTPStatus.BAD_REQUEST)
        if not isinstance(asked, dict):
            return Reply(HTTPStatus.BAD_REQUEST)
        try:
            answer = self.desk.answer(target.removeprefix("/do/"), asked)
        except RefusedError as error:
            return _json({"why": error.why.in_(self.desk.translate)})
        return Reply(HTTPStatus.NOT_FOUND) if answer is None else _json(answer)

    def failed(self, error: Exception) -> Reply:
        """What is said of an error that nobody has foreseen: its kind and its place, no words of the data."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        why = say("the program itself has failed ({what}); please report it", what=what)
        return replace(_json({"why": why.in_(self.desk.translate)}), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(html: str) -> Reply:
    return Reply(HTTPStatus.OK, "text/html; charset=utf-8", html.encode())


def _json(answer: Mapping[str, object]) -> Reply:
    content = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    return Reply(HTTPStatus.OK, "application/json", content)


class Server(ThreadingHTTPServer):
    """Answers on 127.0.0.1, one request at a time."""

    daemon_threads = True

    def __init__(self, port: int, answers: Answers) -> None:
        super().__init__((HOST, port), _Handler)
        self.answers, self.one_at_a_time = answers, Lock()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _small(headers: Message) -> dict[str, str]:
    """Headers by their names in small letters."""
    return {name.lower(): value for name, value in headers.items()}


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = SECONDS
    server_version, sys_version = "directives", ""

    def _handle(self) -> None:
        port, token, headers = self.server.server_port, self.server.answers.token, _small(self.headers)
        if is_ambiguous(self.headers.keys()):
            self._send(Reply(HTTPStatus.BAD_REQUEST))
            return
        if status := refused(self.command, headers, port, token):
            self._send(Reply(status))
            return
        body = self.rfile.read(int(headers["content-length"])) if self.command == "POST" else b""
        with self.server.one_at_a_time:
            reply = self._answer(body)
        self._send(reply)

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _handle  # noqa: N815

    def _answer(self, body: bytes) -> Reply:
        answers = self.server.answers
        try:
            return answers.get(self.path) if self.command == "GET" else answers.post(self.path, body)
        except Exception as error:  # who edits keeps the page and the server, whatever has failed
            return answers.failed(error)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.content)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.content)

    def log_message(self, *_: object) -> None:
        """Print nothing: the command has said where the page is."""


def make_server(port: int, desk: Desk, token: str) -> Server:
    """A server on 127.0.0.1; with port 0 on a free one.

    Raises:
        OSError: the port is taken.

    """
    return Server(port, Answers(desk, token))
