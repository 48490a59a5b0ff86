"""Bring the catalogues up to the words that code and templates use; says which lack a translation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from directive_atlas.load.json_schema import descriptions

from tests.tools.paths import PACKAGE

LOCALE = PACKAGE / "locale"
PROBLEMS = PACKAGE / "problems" / "locale"
_METHODS = [("**.py", "python"), ("**/templates/**.j2", "jinja2")]
_OPTIONS = {"**/templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
_HEADERS = {
    LOCALE: "# Interface words; `make messages` brings them up to date.",
    PROBLEMS: "# What the command line says; `make messages` brings it up to date.",
}
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "phrase": None,
    "ngettext": (1, 2),
}
_SAID: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "conflict": (1, 2),
    "an_error": (2, 3),
    "a_warning": (2, 3),
}
"""The functions whose arguments are templates of problems, each a message of its own."""

_VOLATILE = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid-Bugs-To",
)
"""Header fields that say when and who; git knows that better."""


def used_messages() -> set[str | tuple[str, ...]]:
    """Every message that the package uses, with the descriptions of keys; plural messages as tuples."""
    found = extract_from_dir(PACKAGE, _METHODS, _OPTIONS, keywords=_KEYWORDS)
    marked = {tuple(m[2]) if isinstance(m[2], tuple | list) else m[2] for m in found if m[2]}
    return {*marked, *descriptions()}


def said_messages() -> set[str | tuple[str, ...]]:
    """Every template of a problem, and of what stands in it."""
    found = extract_from_dir(PACKAGE, _METHODS[:1], keywords=_SAID)
    return {text for m in found for text in (m[2] if isinstance(m[2], tuple | list) else (m[2],)) if text}


def catalogue(language: str, folder: Path = LOCALE) -> Catalog:
    """The catalogue of a language as its file has it."""
    return read_po(BytesIO((folder / f"{language}.po").read_bytes()), locale=language)


def languages(folder: Path = LOCALE) -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.stem for path in folder.glob("*.po"))


def untranslated(catalog: Catalog, used: set[str | tuple[str, ...]]) -> Iterator[str]:
    """The messages in use that a catalogue lacks, or has only as a guess."""
    for message in sorted(used, key=str):
        entry = catalog.get(message[0] if isinstance(message, tuple) else message)
        if entry is None or entry.fuzzy or not _is_complete(entry):
            yield str(message)


def _is_complete(entry: Message) -> bool:
    strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string]
    return all(strings)


def updated(language: str, used: set[str | tuple[str, ...]], folder: Path = LOCALE) -> bytes:
    """The catalogue file with exactly the messages in use, old translations kept."""
    old, header = catalogue(language, folder), _HEADERS[folder]
    new = Catalog(locale=language, project="directive-atlas", version="1", header_comment=header, fuzzy=False)
    for message in sorted(used, key=str):
        entry = old.get(message[0] if isinstance(message, tuple) else message)
        new.add(message, entry.string if entry and _is_complete(entry) else "")
    buffer = BytesIO()
    write_po(buffer, new, width=100, sort_output=True)
    dated = tuple(f'"{name}'.encode() for name in _VOLATILE)
    return b"".join(line for line in buffer.getvalue().splitlines(True) if not line.startswith(dated))


def main() -> int:
    """Update every catalogue file."""
    missing = 0
    for folder, used in ((LOCALE, used_messages()), (PROBLEMS, said_messages())):
        for language in languages(folder):
            (folder / f"{language}.po").write_bytes(updated(language, used, folder))
            for message in untranslated(catalogue(language, folder), used):
                print(f"{language}.po lacks: {message}")
                missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
