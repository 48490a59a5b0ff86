"""Translations of a record: a gettext catalogue beside its file, such as ``directive.en.po``."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from directive_atlas.problems import Place, Problem, problem, say


@dataclass(frozen=True, slots=True)
class Translation:
    """What one text became: ``source`` is the text that was translated, ``text`` its translation.

    ``fuzzy`` marks one whose source changed since, and that nobody has looked at again.
    """

    source: str
    text: str
    fuzzy: bool
    place: Place


Translations = Mapping[str, Translation]
"""The translations into one language by their context: the path of the text in its record."""


_LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?'
)
"""A line of a catalogue: empty, a comment, or a text, at the beginning of an entry with its keyword."""


def parse_catalogue(content: str, file: str) -> tuple[dict[str, Translation], list[Problem]]:
    """The translations of a catalogue; one that is empty is not translated yet."""
    broken = next((n for n, line in enumerate(content.splitlines(), 1) if not _LINE.fullmatch(line)), None)
    if broken:
        why = say("this line is no keyword with a text in quotes")
        return {}, [problem("E215", Place(file, broken), why=why)]
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


def catalogue_text(language: str, texts: Mapping[str, str], old: Translations) -> str:
    """The catalogue of these texts by their paths, with the translations that there are.

    What was translated from other words is marked as fuzzy, with those words beside it.
    """
    catalog = Catalog()
    for path, words in texts.items():
        before = old.get(path)
        changed = before is not None and before.source.split() != words.split()
        fuzzy = before is not None and (before.fuzzy or changed)
        catalog.add(
            words,
            before.text if before else "",
            context=path,
            flags=("fuzzy",) if fuzzy else (),
            previous_id=(before.source,) if before and changed else (),
        )
    written = io.BytesIO()
    write_po(written, catalog, width=100, omit_header=True, include_previous=True)
    return _HEADER.format(language=language) + written.getvalue().decode()


_HEADER = """\
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"

"""
"""What editors of catalogues ask for; who and when is told by git."""
