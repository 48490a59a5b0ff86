"""Data as small scripts: a page opened from a folder may load a script, but may not fetch a file."""

from __future__ import annotations

from typing import Any

from directive_atlas.outputs.files import script_json


def given(name: str, data: Any) -> tuple[str, bytes]:
    """A file ``<name>.js`` that hands ``data`` to ``atlas.load(name)`` (``docs/assets/atlas.js``)."""
    return f"{name}.js", f"atlas.give({script_json(name)},{script_json(data)});\n".encode()
