"""Data as small scripts: a page opened from a folder may load a script, but may not fetch a file."""

from __future__ import annotations

import json
from typing import Any


def given(name: str, data: Any) -> tuple[str, bytes]:
    """A file ``<name>.js`` that hands ``data`` to ``atlas.load(name)`` (``docs/assets/atlas.js``)."""
    return f"{name}.js", f"atlas.give({dumps(name)},{dumps(data)});\n".encode()


def dumps(data: Any) -> str:
    """JSON without spaces that is safe inside a script: no ``<``, no line separators of JavaScript."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
