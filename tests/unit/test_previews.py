"""The pictures that go with links: real PNG files, small, and true to what was reported."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from directive_atlas.outputs.previews.files import HEIGHT, WIDTH, drawn, preview_files
from directive_atlas.outputs.previews.png import Canvas
from directive_atlas.resolve import Corpus
from directive_atlas.views.board import Board, board
from directive_atlas.vocabulary.progress import ReportedStatus
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.sites import ASSETS, bilingual

Pixels = list[list[int]]


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG file, each with its checksum tried."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    place = 8
    while place < len(content):
        size = int.from_bytes(content[place : place + 4])
        named = content[place + 4 : place + 8 + size]
        assert zlib.crc32(named) == int.from_bytes(content[place + 8 + size : place + 12 + size])
        yield named[:4], named[4:]
        place += 12 + size


def pixels(content: bytes) -> Pixels:
    """The numbers of the colours, read with a library of its own for what is compressed."""
    parts = dict(chunks(content))
    width = int.from_bytes(parts[b"IHDR"][:4])
    raw, row = zlib.decompress(parts[b"IDAT"]), bytes(width // 2)
    found: Pixels = []
    for start in range(0, len(raw), width // 2 + 1):
        assert raw[start] == 2
        difference = raw[start + 1 : start + 1 + width // 2]
        row = bytes((here + above) & 255 for here, above in zip(difference, row, strict=True))
        found.append([half for pair in row for half in (pair >> 4, pair & 15)])
    return found


AREAS = st.lists(
    st.tuples(
        st.integers(-5, 45), st.integers(-5, 25), st.integers(0, 60), st.integers(0, 30), st.integers(0, 15)
    ),
    max_size=8,
)


@given(AREAS)
def test_what_is_painted_is_what_is_read(areas: list[tuple[int, int, int, int, int]]) -> None:
    canvas = Canvas(40, 20, [(0, 0, 0)] * 16)
    expected = [[0] * 40 for _ in range(20)]
    for left, top, width, height, colour in areas:
        canvas.fill(left, top, width, height, colour)
        for y in range(max(top, 0), min(top + height, 20)):
            for x in range(max(left, 0), min(left + width, 40)):
                expected[y][x] = colour
    assert pixels(canvas.png()) == expected


@given(st.binary(min_size=1, max_size=3000))
def test_any_row_of_bytes_is_read_back(row: bytes) -> None:
    canvas = Canvas(2 * len(row), 1, [(0, 0, 0)] * 16)
    for place, byte in enumerate(row):
        canvas.fill(2 * place, 0, 1, 1, byte >> 4)
        canvas.fill(2 * place + 1, 0, 1, 1, byte & 15)
    assert pixels(canvas.png()) == [[half for byte in row for half in (byte >> 4, byte & 15)]]


def _board(**states: int) -> Board:
    counted = {ReportedStatus(name): count for name, count in states.items()}
    return Board(sum(states.values()), {}, counted, 0, 0, 0, ())


def test_the_bar_is_as_long_as_the_shares() -> None:
    row = pixels(drawn(_board(done=1, in_progress=1, no_report=2)))[HEIGHT - 60]
    lengths = {colour: row.count(colour) for colour in set(row)}
    whole = WIDTH - 96
    assert [round(lengths[colour] / whole, 1) for colour in (3, 4, 6)] == [0.2, 0.2, 0.5]


def test_each_directive_with_tasks_has_a_small_picture_of_its_own_state(corpus: Corpus) -> None:
    found = {file.path: file.content for file in preview_files(corpus, bilingual())}
    with_tasks = [each for each in corpus.directives.values() if each.tasks]
    assert list(found) == [f"previews/{each.id}.png" for each in with_tasks]
    assert max(map(len, found.values())) < 6_000
    for each in with_tasks:
        assert found[f"previews/{each.id}.png"] == drawn(board(each.walk()))


def test_the_colours_are_those_of_the_pages() -> None:
    style = (ASSETS / "identity.css").read_text("utf-8")
    light = style.partition("@media screen")[0]
    known = dict(re.findall(r"--atlas-(\w+): #([0-9a-f]{6});", light))
    palette = dict(chunks(drawn(_board(done=1))))[b"PLTE"].hex()
    colours = [palette[start : start + 6] for start in range(0, len(palette), 6)]
    assert colours == [known[name] for name in ("paper", "ink", "seal", "green", "blue", "amber", "rule")]
