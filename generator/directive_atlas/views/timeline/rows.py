"""Items as rows of marks that do not overlap.

Marks that are too close become one mark with a number, so nothing is lost: each item is in exactly one mark.
A row has a few lanes; a mark takes the first in which there is room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.interface.addresses import Address
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.window import Window
from directive_atlas.vocabulary.timeline import Shape

LANES = 3
"""The maximum number of lanes of a row; beyond it, marks are merged."""

ROOM = 10.0
"""The width reserved for a mark, in percent: 24 px on the narrowest phone."""

_WIDE = 60.0
"""A bar of this width in percent has room for a few words."""


@dataclass(frozen=True, slots=True)
class Key:
    """The subject of a row: a ``directive``, ``task``, ``section`` (``directive/section``) or ``shape``."""

    kind: str
    id: str


Grouping = Callable[[Item], Key]
"""Returns the row of an item."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One or several items from ``left`` to ``right``, in percent, on a lane counted from 0.

    ``target`` is where several of them are listed.
    """

    left: float
    right: float
    items: tuple[Item, ...]
    lane: int = 0
    target: Address | None = None

    @property
    def middle(self) -> float:
        """The position of its sign."""
        return round((self.left + self.right) / 2, 2)

    @property
    def start(self) -> float:
        """Where it is placed: a bar by its left end, a sign by its middle."""
        return self.left if self.is_bar else self.middle

    @property
    def width(self) -> float:
        """How long a bar is."""
        return round(self.right - self.left, 2)

    @property
    def room(self) -> tuple[float, float]:
        """The range that it keeps free of others: a short bar grows to the right, a sign both ways."""
        if self.is_bar:
            return self.left, max(self.right, self.left + ROOM)
        return self.middle - ROOM / 2, self.middle + ROOM / 2

    @property
    def is_bar(self) -> bool:
        """Whether it is drawn as a bar; a narrow one is a sign in its middle."""
        return self.right - self.left > (ROOM if len(self.items) > 1 else 0)

    @property
    def is_wide(self) -> bool:
        """Whether a bar has room for words, on the narrowest phone too."""
        return self.is_bar and self.right - self.left > _WIDE

    @property
    def shape(self) -> Shape | None:
        """The shape of a single item; none for several."""
        return self.items[0].shape if len(self.items) == 1 else None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture."""

    key: Key
    marks: tuple[Mark, ...]

    @property
    def lanes(self) -> int:
        """How many lanes its marks take."""
        return 1 + max(mark.lane for mark in self.marks)


def by_directive(item: Item) -> Key:
    """A row for each directive."""
    return Key("directive", item.event.directive)


def by_task(item: Item) -> Key:
    """A row for each whole task, and one for the entries of its directive."""
    return Key("task", item.root) if item.root else by_directive(item)


def by_section(item: Item) -> Key:
    """A row for each section of a directive, and one for tasks without a section."""
    within = item.event.directive
    return Key("section", f"{within}/{item.section}") if item.section else by_directive(item)


def by_shape(item: Item) -> Key:
    """A row for each kind of entry: there are few."""
    return Key("shape", item.shape.value)


def rows(items: Iterable[Item], window: Window, grouping: Grouping, nearness: float) -> list[Row]:
    """Rows in the order of their first marks; marks nearer than ``nearness`` percent are one."""
    grouped: dict[Key, list[Mark]] = defaultdict(list)
    for item in items:
        mark = Mark(window.left(item.first), window.right(item.last), (item,))
        grouped[grouping(item)].append(mark)
    found = [Row(key, _laid(marks, nearness)) for key, marks in grouped.items()]
    return sorted(found, key=lambda row: (row.marks[0].left, row.marks[0].right))


def _laid(marks: Sequence[Mark], nearness: float) -> tuple[Mark, ...]:
    """The marks of one row on their lanes; merged further if there are too few lanes."""
    laid = _on_lanes(_drawn_together(marks, nearness))
    if max(mark.lane for mark in laid) < LANES:
        return laid
    bars, signs = _split(marks, ROOM)
    one = [Mark(min(b.left for b in bars), max(b.right for b in bars), _items(bars))] if bars else []
    return _on_lanes([*one, *_clusters(signs, ROOM)])


def _drawn_together(marks: Sequence[Mark], nearness: float) -> list[Mark]:
    bars, signs = _split(marks, nearness)
    alike: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for bar in bars:
        alike[int(bar.left // nearness), int(bar.right // nearness)].append(bar)
    joined = (Mark(min(b.left for b in g), max(b.right for b in g), _items(g)) for g in alike.values())
    return [*joined, *_clusters(signs, nearness)]


def _split(marks: Iterable[Mark], nearness: float) -> tuple[list[Mark], list[Mark]]:
    """Bars that are long enough to show, and what is drawn as a sign."""
    bars: list[Mark] = []
    signs: list[Mark] = []
    for mark in marks:
        (bars if mark.right - mark.left > nearness else signs).append(mark)
    return bars, signs


def _clusters(signs: Iterable[Mark], nearness: float) -> Iterator[Mark]:
    """Signs from left to right; a run that begins within ``nearness`` is one mark."""
    run: list[Mark] = []
    for sign in sorted(signs, key=lambda mark: mark.middle):
        if run and sign.middle - run[0].middle >= nearness:
            yield Mark(run[0].middle, run[-1].middle, _items(run))
            run = []
        run.append(sign)
    if run:
        yield Mark(run[0].middle, run[-1].middle, _items(run))


def _items(marks: Iterable[Mark]) -> tuple[Item, ...]:
    return tuple(item for mark in marks for item in mark.items)


def _on_lanes(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Each mark on the first lane with enough room."""
    free: list[float] = []
    laid: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.room):
        left, right = mark.room
        lane = next((number for number, end in enumerate(free) if end <= left + 0.01), len(free))
        free[lane : lane + 1] = [right]
        laid.append(Mark(mark.left, mark.right, mark.items, lane))
    return tuple(laid)
