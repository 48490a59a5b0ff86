"""The quotes of a record by their paths, each with what became of its words in a new edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from directive_atlas.draft.carrying import Carried, Editions
from directive_atlas.draft.quoting import as_quote
from directive_atlas.draft.values import Written
from directive_atlas.lean.spans import Path, plain, read_nodes
from directive_atlas.passages import Found, Span, locate


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote of the old record: its path, the path of the record that has it, and where it is and was."""

    path: Path
    owner: Path
    value: Written
    span: Span
    now: Carried

    @property
    def listed_in(self) -> str:
        """The list that the record with the quote is in: tasks, sections, background …"""
        return str(self.owner[-2]) if len(self.owner) > 1 else ""


def quoted(text: str, editions: Editions) -> list[Quoted]:
    """Every quote of a record that is found in the old text, with what became of its words."""
    return list(_quoted(plain(read_nodes(text)), (), editions))


def _quoted(value: Any, path: Path, editions: Editions) -> Iterator[Quoted]:
    steps = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for step, each in steps:
        if step not in {"quote", "quotes"}:
            yield from _quoted(each, (*path, step), editions)
    if isinstance(value, dict):
        yield from _own(value, path, editions)


def _own(value: dict[str, Any], path: Path, editions: Editions) -> Iterator[Quoted]:
    """The quotes of one record."""
    if len(path) > 1 and path[-2] == "background":
        yield from _found(value, path, path, editions)
    if "quote" in value:
        yield from _found(value["quote"], (*path, "quote"), path, editions)
    for index, each in enumerate(value.get("quotes", ())):
        yield from _found(each, (*path, "quotes", index), path, editions)


def _found(value: Written, path: Path, owner: Path, editions: Editions) -> Iterator[Quoted]:
    quote = as_quote(value)
    found = locate(editions.old, quote) if quote else None
    if isinstance(found, Found) and len(found.spans) == 1:
        yield Quoted(path, owner, value, found.spans[0], editions.carried(found.spans[0]))
