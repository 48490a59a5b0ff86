"""Rows of tables as blocks of keys, and where their cells are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.load.marked import Mapping, Marks, Scalar
from directive_atlas.problems import Place


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the cells of a row are that belong to a block, without what is in them.

    A record of a table keeps these places, and not the block that it was read from, which takes ten times
    the room. ``columns`` has one for each heading, 0 for an empty cell; ``within`` is the path of the block.
    """

    paths: list[list[str]]
    row: Place
    columns: array[int]
    within: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where the block begins: at its first cell."""
        if not self.within:
            return self.row
        return next(place for _, place in self._own())

    def inside(self, key: str) -> Cells:
        """The cells of a block in this one."""
        return Cells(self.paths, self.row, self.columns, (*self.within, key))

    def block(self) -> Mapping:
        """The block, with nothing but places."""
        return block_of_cells([(path, Scalar("", place)) for path, place in self._own()], self.place)

    def _own(self) -> Iterator[tuple[list[str], Place]]:
        depth = len(self.within)
        for path, column in zip(self.paths, self.columns, strict=False):
            if column and tuple(path[:depth]) == self.within:
                yield path[depth:], Place(self.row.file, self.row.line, column)


def block_of_cells(cells: Iterable[tuple[list[str], Scalar]], place: Place) -> Mapping:
    """The block of cells that are not empty, by their paths."""
    places = dict[str | int, Place]()
    block = Mapping(Marks(place, places, places))
    for path, cell in cells:
        _set_nested(block, path, cell)
    return block


def _set_nested(block: Mapping, names: list[str], cell: Scalar) -> None:
    *outer, last = names
    place = cell.place
    for name in outer:
        if name not in block:
            block.set(name, Mapping(Marks(place)), place, place)
        block = block[name]
        if not isinstance(block, Mapping):
            return  # the header problem was reported
    block.set(last, cell, place, place)
