"""The record of a YAML file with all that is wrong with it: what follows from its text alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from directive_atlas.load.fields import Reading
from directive_atlas.load.marked import ids_in
from directive_atlas.load.record import Record
from directive_atlas.load.schema.limits import Limits
from directive_atlas.load.validate import validate
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Problem, Wording

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Parsed(Generic[R]):
    """What a text is: the record that its values make, unless it cannot be read.

    ``unreadable`` is why it cannot be read, or not all of it; ``unfit`` what does not fit the schema, and
    ``ids`` are those written anywhere in a text of which something does not.
    """

    is_read: bool
    unreadable: tuple[Problem, ...]
    record: R | None = None
    unfit: tuple[Problem, ...] = ()
    ids: tuple[str, ...] = ()


def parse_record(
    model: type[R], text: str, file: str, reading: Reading, if_empty: Wording, limits: Limits
) -> Parsed[R]:
    """The record in a text, as far as the limits allow."""
    value, unreadable = parse_yaml(text, file, if_empty=if_empty, limits=limits)
    if value is None:
        return Parsed(is_read=False, unreadable=tuple(unreadable))
    record, unfit = validate(model, value, file, reading)
    ids = tuple(ids_in(value)) if unfit else ()
    return Parsed(True, tuple(unreadable), record, tuple(unfit), ids)


@dataclass(frozen=True, slots=True)
class Known:
    """Texts that were read before, for those who read a folder again and again: the last one of each file."""

    texts: dict[str, tuple[str, str, Parsed[Any]]] = field(default_factory=dict)

    def parse_record(
        self, model: type[R], text: str, file: str, reading: Reading, if_empty: Wording, limits: Limits
    ) -> Parsed[R]:
        """As ``parse_record``, but a text that has not changed is not read again."""
        read_with = repr((reading, limits))
        known, known_with, parsed = self.texts.get(file, ("", "", None))
        if parsed is None or (known, known_with) != (text, read_with):
            parsed = parse_record(model, text, file, reading, if_empty, limits)
            self.texts[file] = text, read_with, parsed
        return parsed
