"""``directives pdf``: sheets and forms on paper, with the same bytes each time, and without a network."""

from __future__ import annotations

import datetime as dt
import http.server
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.pdf import printer
from playwright.sync_api import Browser

from tests.tools.sites import ASSETS

MILLIMETRE = 72 / 25.4
SHEET, FORM = "print/directives/ferries-lights-2023-lamp-census", "print/actors/lights"


T = TypeVar("T")


def _apart(work: Callable[[], T]) -> T:
    """Do something in a thread of its own: in that of the tests, Playwright is open already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def _run(*arguments: str) -> Result:
    result = _apart(lambda: CliRunner().invoke(main, ["pdf", *arguments]))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def printed(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF files of a sheet and of a form, printed twice."""
    folder = tmp_path_factory.mktemp("printed")
    for name in ("first", "second"):
        done = _run("--from", str(site), "--to", str(folder / name), f"{SHEET}.html", f"{FORM}.html")
        assert done.exit_code == 0, done.output
        assert done.output.startswith("2 PDF files written to ")
    return folder


def _opened(printed: Path, name: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(printed / "first" / f"{name}.pdf")


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """The lines of a page without its number, by the height at which each sign stands."""
    text = page.get_textpage()
    rows: dict[int, str] = {}
    for number in range(text.count_chars()):
        _, bottom, _, top = text.get_charbox(number, loose=True)
        if sign := text.get_text_range(number, 1).strip():
            key = next((row for row in rows if abs(row - (bottom + top) / 2) < 6), round((bottom + top) / 2))
            rows[key] = rows.get(key, "") + sign
    return [words for _, words in sorted(rows.items(), reverse=True) if not words.startswith("—")]


def _sizes(document: pypdfium2.PdfDocument) -> set[tuple[int, int]]:
    return {(round(p.get_width() / MILLIMETRE), round(p.get_height() / MILLIMETRE)) for p in document}


def test_two_runs_give_the_same_bytes_with_the_day_of_the_data(printed: Path) -> None:
    for name in (SHEET, FORM):
        first, second = ((printed / run / f"{name}.pdf").read_bytes() for run in ("first", "second"))
        assert first == second
        assert _opened(printed, name).get_metadata_value("CreationDate").startswith("D:20240630000000")


def test_a_sheet_is_upright_and_a_form_lies_across(printed: Path) -> None:
    assert _sizes(_opened(printed, SHEET)) == {(210, 297)}
    assert _sizes(_opened(printed, FORM)) == {(297, 210)}


def test_the_pages_of_a_sheet_are_numbered_on_the_outer_side(printed: Path) -> None:
    document = _opened(printed, SHEET)
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        found = text.search(f"— {number} —")
        place = found.get_next()
        assert place, number
        left, *_ = text.get_charbox(place[0])
        assert (left > 105 * MILLIMETRE) == (number % 2 == 1)


def test_the_head_of_a_form_is_on_every_page(printed: Path) -> None:
    document = _opened(printed, FORM)
    assert len(document) > 1
    counted = Counter[str]()
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_bounded()
        assert f"{number} / {len(document)}" in text
        counted.update(word for word in ("完成情况及时间", "签字") if word in text)
    assert counted == {"完成情况及时间": len(document), "签字": len(document)}


class _Counting(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on loopback, and what it was asked for."""
    asked = list[str]()
    handler = type("_Own", (_Counting,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.fixture(scope="module")
def written(
    browser: Browser, elsewhere: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, pypdfium2.PdfDocument]:
    """Two pages written by hand: one that wants what is elsewhere, and a sheet with a long text."""
    address, _ = elsewhere
    site = tmp_path_factory.mktemp("written") / "site"
    site.mkdir()
    (site.parent / "own.css").write_text("p::after { content: ' outside' }", "utf-8")
    (site / "own.css").write_text("p::before { content: 'inside ' }", "utf-8")
    shutil.copy(ASSETS / "sheet.css", site)
    (site / "elsewhere.html").write_text(
        f'<link rel=stylesheet href=own.css><link rel=stylesheet href=../own.css><img src="{address}/image">'
        f'<iframe src="{address}/frame"></iframe><link rel=stylesheet href="{address}/style">'
        "<p>words</p><script>document.body.append('script')</script>",
        "utf-8",
    )
    (site / "long.html").write_text(
        "<!doctype html><meta charset=utf-8><link rel=stylesheet href=sheet.css><body class=sheet><main>"
        f"<article lang=zh><p class=plain>{'字' * (28 * 22 * 3 - 2)}</p></article></main>",
        "utf-8",
    )

    def print_both() -> dict[str, pypdfium2.PdfDocument]:
        with printer(site, dt.date(2024, 6, 30)) as print_page:
            pages = ("elsewhere", "long")
            return {page: pypdfium2.PdfDocument(print_page(f"{page}.html")) for page in pages}

    return _apart(print_both)


def test_nothing_is_loaded_from_elsewhere_and_no_script_runs(
    written: dict[str, pypdfium2.PdfDocument], elsewhere: tuple[str, list[str]]
) -> None:
    text = written["elsewhere"][0].get_textpage().get_text_bounded()
    assert text.split() == ["inside", "words"]
    assert elsewhere[1] == []


def test_a_full_page_of_a_sheet_has_22_lines_of_28_signs_in_the_margins_of_the_standard(
    written: dict[str, pypdfium2.PdfDocument],
) -> None:
    document = written["long"]
    assert len(document) == 3
    first, *_ = pages = [_lines(page) for page in document]
    assert [len(line) for line in first] == [26, *[28] * 21]
    assert all([len(line) for line in page] == [28] * 22 for page in pages[1:])
    text = document[1].get_textpage()
    signs = [number for number in range(text.count_chars()) if text.get_text_range(number, 1) == "字"]
    boxes = [text.get_charbox(number, loose=True) for number in signs]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert left == pytest.approx(28 * MILLIMETRE, abs=1.5)
    assert right == pytest.approx(184 * MILLIMETRE, abs=1.5)
    assert max(box[3] for box in boxes) <= (297 - 37) * MILLIMETRE
    assert min(box[1] for box in boxes) >= 35 * MILLIMETRE
