"""Translations of a record: a gettext catalogue beside its file, such as ``directive.en.po``."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from babel.messages.pofile import PoFileError, read_po

from directive_atlas.problems import Place, Problem, problem


@dataclass(frozen=True, slots=True)
class Translation:
    """What one text became: ``source`` is the text that was translated, ``text`` its translation.

    ``fuzzy`` marks one whose source changed since, and that nobody has looked at again.
    """

    source: str
    text: str
    fuzzy: bool
    place: Place


Catalogue = Mapping[str, Translation]
"""The translations into one language by their context: the path of the text in its record."""


def parse_catalogue(content: str, file: str) -> tuple[dict[str, Translation], list[Problem]]:
    """The translations of a catalogue; one that is empty is not translated yet."""
    try:
        read = read_po(io.StringIO(content), abort_invalid=True)
    except PoFileError as error:
        return {}, [problem("E215", Place(file, max(1, error.lineno)), why=str(error))]
    found: dict[str, Translation] = {}
    for message in read:
        text = message.string
        if message.id and message.context and isinstance(text, str) and text:
            place = Place(file, message.lineno or 1)
            found[str(message.context)] = Translation(str(message.id), text, bool(message.fuzzy), place)
    return found, []
