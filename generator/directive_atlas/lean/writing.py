"""A whole record as the people of a project write it, from a block of texts, lists and blocks."""

from __future__ import annotations

from collections.abc import Mapping

from directive_atlas.lean.values import block

SCHEMAS = "../../schemas"
"""Where the schemas are, from the folder of a directive."""


def record_text(record: Mapping[str, object], schema: str = f"{SCHEMAS}/directive.schema.json") -> str:
    """The text of a file: the line that names its schema, then its keys in the usual order.

    Short blocks and lists stand in one line, long ones have a line for each key; texts are not folded, and
    have quotation marks only where YAML needs them. Numbers, dates, true and false are texts, too.
    """
    lines = [f"# yaml-language-server: $schema={schema}", *block(record)]
    return "".join(f"{line}\n" for line in lines)
