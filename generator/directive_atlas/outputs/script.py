"""Data as scripts: a page opened from a folder may load a script, but may not fetch a file."""

from __future__ import annotations

from typing import Any

from directive_atlas.outputs.files import File, script_json
from directive_atlas.problems import Place

_PLACE = Place("data")


def as_script(name: str, data: Any, *, in_ascii: bool = False) -> File:
    """A file ``<name>.js`` whose ``data`` scripts get by ``atlas.load(name)`` (``theme/assets/atlas.js``).

    ``in_ascii`` escapes all other characters, so that no later step can change them.
    """
    content = f"atlas.define({script_json(name)},{script_json(data, in_ascii=in_ascii)});\n".encode()
    return File(f"{name}.js", content, _PLACE)
