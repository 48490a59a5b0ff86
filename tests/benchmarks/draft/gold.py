"""The annotated documents: which they are, their texts, and what each says at which position."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.passages import Span

GOLD = Path(__file__).parent / "gold"

HALVES = ("dev", "test", "fresh")
"""Rules may be made with the first; the others are each looked at once, ``fresh`` after ``test``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A row of ``documents.csv``; only what lies in ``limit`` was annotated."""

    slug: str
    half: str
    language: str
    pattern: str
    sha256: str
    limit: Span

    def find(self, corpus: Path) -> Path | None:
        """Its file in a corpus; nothing where it is not there, or has other words now."""
        files = sorted(corpus.glob(self.pattern))
        fits = [file for file in files if hashlib.sha256(file.read_bytes()).hexdigest() == self.sha256]
        return fits[0] if fits else None


@dataclass(frozen=True, slots=True)
class Row:
    """One annotation; ``words`` are those of the text at its position.

    ``item`` is 0 for what belongs to no item. ``roles`` and ``values`` are several where the text
    allows either.
    """

    kind: str
    item: int
    span: Span
    words: str
    id: str
    roles: tuple[str, ...]
    values: tuple[str, ...]


def documents(folder: Path = GOLD) -> tuple[Document, ...]:
    """All annotated documents, in the order of the table."""
    rows = csv.DictReader((folder / "documents.csv").read_text("utf-8").splitlines())
    return tuple(_document(row) for row in rows)


def _document(row: dict[str, str]) -> Document:
    limit = Span(int(row.get("start") or 0), int(row.get("end") or 10**9))
    return Document(row["slug"], row["half"], row["language"], row["file"], row["sha256"], limit)


def read_text(file: Path) -> str:
    """The text whose characters the positions count: UTF-8 without a mark, with its own line ends."""
    return file.read_bytes().decode("utf-8-sig")


def annotated_rows(document: Document, text: str, folder: Path = GOLD) -> tuple[Row, ...]:
    """What was annotated in a document."""
    file = folder / document.half / f"{document.slug}.csv"
    return tuple(_rows(file.read_text("utf-8"), text))


def _rows(table: str, text: str) -> Iterator[Row]:
    for row in csv.DictReader(table.splitlines()):
        span = Span(int(row["start"]), int(row["end"]))
        words = " ".join(text[span.start : span.end].split())
        yield Row(
            row["kind"],
            int(row["item"] or 0),
            span,
            words,
            row["id"],
            *map(_either, (row["role"], row["value"])),
        )


def _either(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split("|") if each)
