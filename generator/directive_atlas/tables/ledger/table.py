"""New rows for ``progress.csv``: what is there stays as it is, line for line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from directive_atlas.tables.ledger.fields import FILLED
from directive_atlas.vocabulary.languages import language_by_script

_FIRST = ("date", "task", "actor")
"""The columns with which a new table begins."""

_ORDER = (*_FIRST, *(field.key for field in FILLED))


def progress_with(table: str, rows: Sequence[Mapping[str, str]], languages: Sequence[str]) -> str:
    """The table with more rows at its end, and the columns that these need at the end of its first line.

    A column that the table has in several languages (``note.zh``) takes a text in its language. Pages that
    the table cites by id under ``evidence`` stand under ``evidence.source`` then, which means the same.
    """
    above, first, below = _parts(table)
    ending = "\r\n" if first.endswith("\r\n") else "\n"
    header = [name.strip() for name in next(csv.reader([first]), [])]
    placed = [{_column(key, text, header, languages): text for key, text in row.items()} for row in rows]
    keys = list(dict.fromkeys(key for row in placed for key in row))
    columns = _with_source(header or list(_FIRST), keys)
    columns += [key for key in sorted(keys, key=_order) if key not in columns]
    own = first if columns == header else _lines([columns], ending)
    kept = above + own + below
    end = "" if kept.endswith("\n") else ending
    return kept + end + _lines([[row.get(column, "") for column in columns] for row in placed], ending)


def _parts(table: str) -> tuple[str, str, str]:
    """What stands before the line of the columns (empty lines, a byte order mark), it, and the rest."""
    lines = table.splitlines(keepends=True)
    mark = "\ufeff" if table.startswith("\ufeff") else ""
    at = next((number for number, line in enumerate(lines) if line.strip("\ufeff \t\r\n")), len(lines))
    first = lines[at].removeprefix("\ufeff") if at < len(lines) else ""
    return mark if at == 0 else "".join(lines[:at]), first, "".join(lines[at + 1 :])


def _column(key: str, text: str, header: Sequence[str], languages: Sequence[str]) -> str:
    """The column for a value: that of its language, where the table has one for each."""
    if not any(name.startswith(f"{key}.") for name in header):
        return key
    return f"{key}.{language_by_script(text, languages)}"


def _with_source(header: Sequence[str], keys: Iterable[str]) -> list[str]:
    nested = any(key.startswith("evidence.") for key in keys)
    return ["evidence.source" if nested and name == "evidence" else name for name in header]


def _order(key: str) -> tuple[int, str]:
    """The usual columns first, evidence last."""
    known = _ORDER.index(key) if key in _ORDER else len(_ORDER)
    return known, key


def _lines(rows: Iterable[Sequence[str]], ending: str) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator=ending).writerows(rows)
    return written.getvalue()
