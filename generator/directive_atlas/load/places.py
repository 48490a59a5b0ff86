"""Where a block and its values are in a file, without what they are."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from functools import lru_cache

from directive_atlas.load.marked import Mapping, Marks, Sequence
from directive_atlas.problems import Place

_LINE_AND_COLUMN = struct.Struct("2I")
_FORMS = 1 << 14
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Form:
    """What blocks that are written alike have in common.

    ``names`` has each key of the block, and behind it the same key for each entry of its list. ``refused``
    are keys whose values do not fit the schema, ``unusable`` those whose values could not even be read.
    """

    names: tuple[str, ...]
    refused: frozenset[str]
    unusable: frozenset[str]


_form = lru_cache(maxsize=_FORMS)(Form)  # there are few, and one for each block takes room


@dataclass(frozen=True, slots=True)
class Places:
    """Where a block begins, and each of its values.

    A record keeps these, and not the block that it was read from, which takes ten times the room.
    ``numbers`` are pairs of line and column: that of the block, then one for each name of its form. ``file``
    is the one they are in; a block that is merged with one of another file has a file for each pair.
    """

    form: Form
    file: str | tuple[str, ...]
    numbers: bytes

    @classmethod
    def of(cls, block: Mapping) -> Places:
        """The places of a block as it is now."""
        marks, names, places = block.marks, list[str](), [block.marks.place]
        for key, value in block.items():
            names.append(key)
            places.append(marks.values[key])
            if isinstance(value, Sequence):
                names += [key] * len(value)
                places += value.marks.values.values()
        refused = frozenset(marks.keys.keys() - block.keys()) if len(marks.keys) > len(block) else _NONE
        files = {place.file for place in places}
        return cls(
            _form(tuple(names), refused, marks.unusable),
            files.pop() if len(files) == 1 else tuple(place.file for place in places),
            array("I", [number for place in places for number in (place.line, place.column)]).tobytes(),
        )

    @property
    def place(self) -> Place:
        """Where the block begins."""
        return self._number(0)

    def at(self, key: str, entry: int | None = None) -> Place:
        """Where the value of a key is, or an entry of its list; where there is none, what it would be in."""
        names = self.form.names
        if key not in names:
            return self.place
        number = names.index(key) + 1
        if entry is not None and entry < names.count(key) - 1:
            number += entry + 1
        return self._number(number)

    def _number(self, number: int) -> Place:
        file = self.file if isinstance(self.file, str) else self.file[number]
        return Place(file, *_LINE_AND_COLUMN.unpack_from(self.numbers, number * _LINE_AND_COLUMN.size))


NOWHERE = Places.of(Mapping(Marks(Place(""))))
"""Those of a record that was not read from a file."""
