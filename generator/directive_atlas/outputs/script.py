"""Data as small scripts: a page opened from a folder may load a script, but may not fetch a file."""

from __future__ import annotations

from typing import Any

from directive_atlas.outputs.files import File, script_json
from directive_atlas.problems import Place

_PLACE = Place("data")


def as_script(name: str, data: Any) -> File:
    """A file ``<name>.js`` that hands ``data`` to ``atlas.load(name)`` (``theme/assets/atlas.js``)."""
    content = f"atlas.give({script_json(name)},{script_json(data)});\n".encode()
    return File(f"{name}.js", content, _PLACE)
