"""``directives pdf`` where it cannot print: each reason is a problem, with what to do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.api.v1 import records
from directive_atlas.cli import main
from directive_atlas.cli import pdf as command
from directive_atlas.outputs.exports.api import api_files
from directive_atlas.pdf import CannotPrintError
from directive_atlas.pdf.printer import dated
from directive_atlas.resolve import Corpus

from tests.tools.sites import bilingual

DAY = dt.date(2024, 6, 30)


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command reads of a built site: its day, and pages for paper in two languages."""
    folder = tmp_path_factory.mktemp("built") / "site"
    files = api_files(records(corpus), corpus, bilingual())
    index = next(file for file in files if file.path == "api/v1/index.json")
    pages = ("print/actors/a.html", "print/actors/b.html", "en/print/directives/c.html", "actors/a.html")
    contents = {index.path: index.content, **dict.fromkeys((*pages, "print/x.css"), b"x")}
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder.parent / "secret.html").write_text("x", "utf-8")
    return folder


def _run(site: Path, target: Path, *pages: str) -> Result:
    result = CliRunner().invoke(main, ["pdf", "--from", str(site), "--to", str(target), *pages])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer that writes the names of pages, and cannot print one of them."""

    @contextmanager
    def by_name(_: Path, day: dt.date) -> Iterator[Callable[[str], bytes]]:
        def printed(page: str) -> bytes:
            if page == "actors/a.html":
                raise CannotPrintError("the page crashed")
            return f"{page} {day}".encode()

        yield printed

    monkeypatch.setattr(command, "printer", by_name)


@pytest.mark.usefixtures("prints")
@pytest.mark.parametrize(
    ("named", "written"),
    [
        ((), {"print/actors/a", "print/actors/b", "en/print/directives/c"}),
        (("print",), {"print/actors/a", "print/actors/b"}),
        (("print/actors/b.html", "en"), {"print/actors/b", "en/print/directives/c"}),
    ],
)
def test_pages_are_named_or_all_that_are_for_paper(
    site: Path, tmp_path: Path, named: tuple[str, ...], written: set[str]
) -> None:
    done = _run(site, tmp_path, *named)
    assert done.exit_code == 0 and f"{len(written)} PDF files written to" in done.output
    found = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.pdf")}
    assert found == {f"{name}.pdf": f"{name}.html {DAY}" for name in written}


@pytest.mark.usefixtures("prints")
@pytest.mark.parametrize("page", ["print/actors/nobody.html", "../secret.html", "api", "print/x.css", "x\0"])
def test_a_page_that_is_not_there_is_a_problem(site: Path, tmp_path: Path, page: str) -> None:
    refused = _run(site, tmp_path, page)
    assert refused.exit_code == 1 and "E708" in refused.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("prints")
def test_a_site_without_pages_for_paper_is_a_problem(site: Path, tmp_path: Path) -> None:
    (tmp_path / "api" / "v1").mkdir(parents=True)
    (tmp_path / "api" / "v1" / "index.json").write_bytes((site / "api" / "v1" / "index.json").read_bytes())
    assert "E708" in _run(tmp_path, tmp_path / "pdf").output
    empty = _run(tmp_path / "api", tmp_path / "pdf")
    assert empty.exit_code == 1 and "is no built site" in empty.output


@pytest.mark.usefixtures("prints")
def test_a_page_that_cannot_be_printed_is_named(site: Path, tmp_path: Path) -> None:
    refused = _run(site, tmp_path, "actors/a.html")
    assert refused.exit_code == 1 and "actors/a.html:1:1: E711" in refused.output
    assert "the page crashed" in refused.output


def test_without_a_browser_it_says_what_to_install(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "no-browser"))
    with ThreadPoolExecutor(1) as apart:  # Playwright takes no thread in which another test opened a browser
        refused = apart.submit(_run, site, tmp_path).result()
    assert refused.exit_code == 1 and "E710" in refused.output and "no-browser" in refused.output


def test_without_the_extra_it_says_what_to_install(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "is_installed", lambda: False)
    refused = _run(site, tmp_path)
    assert refused.exit_code == 1 and "E709" in refused.output and "directive-atlas[pdf]" in refused.output


def test_only_dates_change_in_a_file_and_nothing_moves() -> None:
    pdf = b"<</CreationDate (D:20261127061000+08'00')\n/ModDate (D:20261127061000Z00'00')>> D:20261127061000"
    own = b"<</CreationDate (D:20240630000000+00'00')\n/ModDate (D:20240630000000+00'00')>> D:20261127061000"
    assert dated(pdf, DAY) == own
