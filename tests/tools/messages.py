"""Bring the catalogues up to the words that code and templates use; says which lack a translation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from directive_atlas.load.json_schema import descriptions

from tests.tools.paths import PACKAGE

LOCALE = PACKAGE / "locale"
_METHODS = [("**.py", "python"), ("**/templates/**.j2", "jinja2")]
_OPTIONS = {"**/templates/**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
_HEADER = "# Interface words; `make messages` brings them up to date."
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "phrase": None,
    "ngettext": (1, 2),
}


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


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as its file has it."""
    return read_po(BytesIO((LOCALE / f"{language}.po").read_bytes()), locale=language)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.stem for path in LOCALE.glob("*.po"))


def untranslated(catalog: Catalog, used: set[str | tuple[str, ...]]) -> Iterator[str]:
    """The messages in use that a catalogue lacks, or has only as a guess."""
    for message in sorted(used, key=str):
        entry = catalog.get(message[0] if isinstance(message, tuple) else message)
        if entry is None or entry.fuzzy or not _is_complete(entry):
            yield str(message)


def _is_complete(entry: Message) -> bool:
    strings = entry.string if isinstance(entry.string, tuple | list) else [entry.string]
    return all(strings)


def updated(language: str, used: set[str | tuple[str, ...]]) -> bytes:
    """The catalogue file with exactly the messages in use, old translations kept."""
    old = catalogue(language)
    new = Catalog(
        locale=language, project="directive-atlas", version="1", header_comment=_HEADER, fuzzy=False
    )
    for message in sorted(used, key=str):
        entry = old.get(message[0] if isinstance(message, tuple) else message)
        new.add(message, entry.string if entry and _is_complete(entry) else "")
    buffer = BytesIO()
    write_po(buffer, new, width=100, sort_output=True)
    dated = tuple(f'"{name}'.encode() for name in _VOLATILE)
    return b"".join(line for line in buffer.getvalue().splitlines(True) if not line.startswith(dated))


def main() -> int:
    """Update every catalogue file."""
    used, missing = used_messages(), 0
    for language in languages():
        (LOCALE / f"{language}.po").write_bytes(updated(language, used))
        for message in untranslated(catalogue(language), used):
            print(f"{language}.po lacks: {message}")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
