"""A picture for each directive with tasks: the mark of the site, and a bar of what was reported of them.

There are no words in it: the title stands beside it wherever it is shown, and each machine draws letters in
another way.
"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.previews.png import Canvas, Colour
from directive_atlas.resolve import Corpus
from directive_atlas.views.board import Board, board
from directive_atlas.vocabulary.progress import ReportedStatus

WIDTH, HEIGHT = 600, 314
"""Half of what networks recommend, in their proportion of 1.91 to 1."""

_PAPER, _INK, _SEAL, _GREEN, _BLUE, _AMBER, _REST = range(7)
_COLOURS: tuple[Colour, ...] = (
    (0xFD, 0xFC, 0xF8),
    (0x1B, 0x1A, 0x17),
    (0xB3, 0x26, 0x1E),
    (0x0B, 0x6B, 0x3A),
    (0x1F, 0x5F, 0xA8),
    (0x8A, 0x50, 0x00),
    (0xD8, 0xD2, 0xC5),
)
"""Those of ``theme/assets/identity.css``, by the numbers above."""

_STATES = {
    ReportedStatus.DONE: _GREEN,
    ReportedStatus.PARTLY: _GREEN,
    ReportedStatus.IN_PROGRESS: _BLUE,
    ReportedStatus.PARTS_ONLY: _BLUE,
    ReportedStatus.INCOMPLETE: _AMBER,
    ReportedStatus.NOT_STARTED: _AMBER,
    ReportedStatus.UNVERIFIED: _AMBER,
    ReportedStatus.NOT_DONE: _SEAL,
}
"""As the boards of the pages have them; all others are at rest."""

_EDGE, _BAR = 48, 64


def preview_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """The pictures, which are the same in all languages."""
    for directive in corpus.directives.values():
        if directive.tasks:
            yield File(addresses.preview(directive.id), drawn(board(directive.walk())), directive.place)


def drawn(found: Board) -> bytes:
    """The mark, and below it the bar of a board."""
    canvas = Canvas(WIDTH, HEIGHT, _COLOURS)
    _draw_mark(canvas)
    _draw_bar(canvas, found, HEIGHT - _EDGE - _BAR)
    return canvas.png()


def _draw_mark(canvas: Canvas) -> None:
    """Three lines of a text, the second of which leads to a point, as in the mark of the site."""
    for number, (width, colour) in enumerate(((120, _INK), (84, _SEAL), (60, _INK))):
        canvas.fill(_EDGE, _EDGE + number * 32, width, 12, colour)
    canvas.fill(_EDGE + 84, _EDGE + 32, 12, 44, _SEAL)
    canvas.fill(_EDGE + 78, _EDGE + 70, 24, 24, _SEAL)


def _draw_bar(canvas: Canvas, found: Board, top: int) -> None:
    """A piece for each state, as long as its share, with a gap before the next one."""
    whole, done = WIDTH - 2 * _EDGE, 0
    for state, count in found.states.items():
        left, right = whole * done // found.total, whole * (done + count) // found.total
        canvas.fill(_EDGE + left, top, max(right - left - 2, 1), _BAR, _STATES.get(state, _REST))
        done += count
