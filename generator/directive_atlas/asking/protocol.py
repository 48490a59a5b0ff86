"""The Model Context Protocol over standard input and output: a message a line, as JSON-RPC 2.0 has it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from pydantic import ValidationError

from directive_atlas.asking.published import NotPublishedError, Published
from directive_atlas.asking.tools import TOOLS, Tool

VERSIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
"""The versions of the protocol in which these methods are the same; the latest first."""

LONGEST = 1_000_000
"""Characters in one message."""

_PARSE, _REQUEST, _METHOD, _PARAMETERS, _INTERNAL = -32700, -32600, -32601, -32602, -32603
Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """A request that cannot be answered, with a code of JSON-RPC."""

    code: int
    why: str


def serve(site: Published, lines: Iterable[str], write: Callable[[str], None]) -> None:
    """Answer each message until there are no more; what cannot be understood is answered with an error."""
    for line in lines:
        if line.strip():
            answer = _answered(site, line)
            if answer is not None:
                write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")


def _answered(site: Published, line: str) -> Message | None:
    """The answer to a message; none to a notification."""
    asked: Any = None
    try:
        asked = _read(line)
        if "id" not in asked:
            return None
        return {"jsonrpc": "2.0", "id": asked["id"], "result": _result(site, asked)}
    except RefusedError as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return _error(name, error.code, error.why)
    except Exception as error:  # a file of the site may hold anything; the next question may do without it
        return _error(asked["id"], _INTERNAL, f"the site could not be read ({type(error).__name__})")


def _error(name: object, code: int, why: str) -> Message:
    return {"jsonrpc": "2.0", "id": name, "error": {"code": code, "message": why}}


def _read(line: str) -> Message:
    if len(line) > LONGEST:
        raise RefusedError(_REQUEST, f"a message may have {LONGEST} characters")
    try:
        asked = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusedError(_PARSE, "this is not JSON") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("method"), str):
        raise RefusedError(_REQUEST, "this is not a request")
    if not isinstance(asked.get("id"), str | int | None):
        raise RefusedError(_REQUEST, "an id must be a text or a whole number")
    return asked


def _no_number(name: str) -> None:
    """Refuse what Python reads as a number, and JSON does not have: NaN, Infinity."""
    raise ValueError(name)


def _result(site: Published, asked: Message) -> Message:
    parameters = asked.get("params", {})
    method = _METHODS.get(asked["method"])
    if method is None:
        raise RefusedError(_METHOD, f"there is no method {asked['method'][:100]}")
    if not isinstance(parameters, dict):
        raise RefusedError(_PARAMETERS, "the parameters must be an object")
    return method(site, parameters)


def _initialize(site: Published, parameters: Message) -> Message:
    wanted = parameters.get("protocolVersion")
    name = next(iter(site.corpus().name.values()))
    return {
        "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "directives", "title": name, "version": version("directive-atlas")},
        "instructions": "Every answer has the quoted sentence and the address of its page. "
        "That nothing was reported does not say that nothing was done.",
    }


def _list(site: Published, parameters: Message) -> Message:
    return {"tools": [_described(tool) for tool in TOOLS]}


def _described(tool: Tool) -> Message:
    return {
        "name": tool.name,
        "description": tool.what,
        "inputSchema": tool.question.model_json_schema(),
        "annotations": {"readOnlyHint": True, "openWorldHint": False},
    }


def _call(site: Published, parameters: Message) -> Message:
    tool = next((each for each in TOOLS if each.name == parameters.get("name")), None)
    if tool is None:
        raise RefusedError(_PARAMETERS, "there is no such tool")
    try:
        asked = tool.question.model_validate(parameters.get("arguments") or {})
        answer = tool.answer(site, asked)
    except ValidationError as error:
        return _failed("; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))
    except NotPublishedError:
        return _failed("nothing has this name; search finds the names")
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return {"content": [{"type": "text", "text": text}], "structuredContent": answer, "isError": False}


def _failed(why: str) -> Message:
    return {"content": [{"type": "text", "text": why}], "isError": True}


def _ping(site: Published, parameters: Message) -> Message:
    return {}


_METHODS: Mapping[str, Callable[[Published, Message], Message]] = {
    "initialize": _initialize,
    "ping": _ping,
    "tools/list": _list,
    "tools/call": _call,
}
