"""The languages of messages: English, and those that have a catalogue in ``problems/locale/``."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from directive_atlas.problems.wording import Translate

_CATALOGUES = Path(__file__).parent / "locale"
SOURCE = "en"
"""The language in which the templates are written."""


def message_languages() -> list[str]:
    """The codes of the languages in which messages can be printed."""
    return [SOURCE, *sorted(path.stem for path in _CATALOGUES.glob("*.po"))]


@cache
def translation(language: str) -> Translate:
    """The templates in one of the languages of messages; what a catalogue lacks stays in English."""
    if language == SOURCE:
        return str
    catalog = read_po(io.BytesIO((_CATALOGUES / f"{language}.po").read_bytes()), locale=language)
    translated = {str(message.id): str(message.string) for message in catalog if message.string}
    return lambda template: translated.get(template, template)


def entry(code: str, language: str) -> str:
    """The address of a code's entry in the guide, from the first page of the guide's site."""
    folder = "" if language == "zh" else f"{language}/"
    return f"{folder}guide/problems.html#{code.lower()}"
