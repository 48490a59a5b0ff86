"""Going through the texts of a record, each with its path: the names of the fields and parts it lies in.

The path is the context of the text in gettext catalogues: ``tasks/open-up/measures/open-up-1/title``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from directive_atlas.load.inside import leading_to
from directive_atlas.load.record import Languages, Record
from directive_atlas.load.schema import Duty, Member, Quote, Reasons, Succession

R = TypeVar("R", bound=Record)
Change = Callable[[str, Languages], Languages]
ChangeQuote = Callable[[str, Quote], Quote]


def with_texts(record: R, change: Change, quote: ChangeQuote = lambda _, found: found, path: str = "") -> R:
    """A record with each of its texts, and each of its quotes, as the two functions give it."""
    update: dict[str, Any] = {}
    for name, key in _fields(record):
        value = getattr(record, name)
        changed = _changed(value, change, quote, f"{path}{key}")
        if changed is not value:
            update[name] = changed
    return record.model_copy(update=update) if update else record


def _fields(record: Record) -> Iterable[tuple[str, str]]:
    """Name and key of each field; named reasons are fields of their own."""
    if isinstance(record, Reasons):
        return ((name, name) for name in record.named)
    return _declared(type(record))


@cache
def _declared(model: type[Record]) -> tuple[tuple[str, str], ...]:
    names = leading_to(model, Languages, Quote, Reasons)
    return tuple((name, model.model_fields[name].alias or name) for name in names)


def _changed(value: Any, change: Change, quote: ChangeQuote, path: str) -> Any:
    if isinstance(value, Languages):
        return change(path, value)
    if isinstance(value, Quote):
        return quote(path, with_texts(value, change, quote, f"{path}/"))
    if isinstance(value, Record):
        return with_texts(value, change, quote, f"{path}/")
    if isinstance(value, tuple):
        items = tuple(
            _changed(item, change, quote, f"{path}/{_step(item, number)}")
            for number, item in enumerate(value, 1)
        )
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return value


def _step(item: Any, number: int) -> str:
    """What an entry of a list is called in a path: its id, else the actor it is about, else its number."""
    name = item.actor if isinstance(item, Duty | Member | Succession) else getattr(item, "id", None)
    return name or str(number)
