"""Data as small scripts: a page opened from a folder may load a script, but may not fetch a file."""

from __future__ import annotations

from typing import Any

from directive_atlas.outputs.files import script_json


def as_script(name: str, data: Any) -> tuple[str, bytes]:
    """A file ``<name>.js`` whose ``data`` scripts get by ``atlas.load(name)`` (``theme/assets/atlas.js``)."""
    return f"{name}.js", f"atlas.define({script_json(name)},{script_json(data)});\n".encode()
