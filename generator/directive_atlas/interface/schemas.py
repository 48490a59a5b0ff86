"""The JSON Schemas of a site, described in its first language."""

from __future__ import annotations

from collections.abc import Sequence

from directive_atlas.interface.language import interface_language
from directive_atlas.load.json_schema import json_schemas


def schemas_of_site(languages: Sequence[str]) -> dict[str, str]:
    """File name to JSON text; descriptions are in English if the interface lacks the first language."""
    try:
        return json_schemas(languages, interface_language(languages[0], "").gettext)
    except LookupError:
        return json_schemas(languages)
