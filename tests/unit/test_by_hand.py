"""Pages by hand are looked at before a builder begins: what none can take has its place and code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.builders import run
from directive_atlas.builders.by_hand import unfit_names, unfit_pages
from directive_atlas.cli import main
from directive_atlas.frames import project

from tests.golden.base import BASE


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "guide").mkdir(parents=True)
    (tmp_path / "docs" / "about.md").write_text("# About\n", "utf-8")
    return tmp_path / "docs"


def _found(docs: Path) -> list[tuple[str, str, str]]:
    return [(each.kind.code, str(each.place), each.message) for each in unfit_pages(docs, "docs", ())]


@pytest.mark.parametrize("name", ["page.md", "guide/page.markdown", "guide/Page.MD"])
def test_a_page_that_is_not_utf_8_is_named_with_its_line(docs: Path, name: str) -> None:
    (docs / name).write_bytes(b"# One\n\ntw\xff\n")
    [(code, place, message)] = _found(docs)
    assert (code, place) == ("E101", f"docs/{name}:3:1")
    assert "can't decode byte 0xff" in message


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("a: " + "[" * 200_000, "it has more than 100,000 characters"),
        ("a: " + "[" * 90_000, "it is nested more than 40 levels deep"),
        ("a: " + "[" * 50 + "]" * 50, "it is nested more than 40 levels deep"),
        ("template: ../../../../etc/passwd", "the theme has no template “../../../../etc/passwd”"),
        ("title: A\ntemplate: /etc/passwd", "the theme has no template “/etc/passwd”"),
        ("template: a/../../b.html", "the theme has no template “a/../../b.html”"),
    ],
    ids=["long", "open", "closed", "up", "root", "through"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_no_builder_takes_before_a_page_is_said(docs: Path, front: str, why: str, end: str) -> None:
    (docs / "page.md").write_bytes(f"---\n{front}\n---\n\n# Page\n".replace("\n", end).encode())
    [(code, place, message)] = _found(docs)
    assert (code, place) == ("E717", "docs/page.md:1:1")
    assert message.endswith(f": {why}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Page\n",
        "---\ntitle: Page\ntemplate: parts/home.html\nhide: [toc]\n---\n\n# Page\n",
        "---\na: &a x\nb: *a\nc: ~\nd: !x y\n...\n# Page\n",
        "---\na: [b\n---\n# Page\n",
        "---\n---\n# Page\n",
        "---\n\nA rule without a second one\n" + "[" * 50,
        "\ufeff---\ntitle: Page\n---\n",
        "x\n---\ntemplate: ../x\n---\n",
    ],
)
def test_all_else_is_left_to_the_builder(docs: Path, text: str) -> None:
    (docs / "page.md").write_text(text, "utf-8")
    assert _found(docs) == []


def test_generated_pages_and_other_files_are_not_read(docs: Path) -> None:
    for name in ("index.md", "logo.png", ".hidden.md"):
        (docs / name).write_bytes(b"\xff")
    assert list(unfit_pages(docs, "docs", {"index.md"})) == []


def test_a_link_is_read_where_the_folder_has_its_file(docs: Path) -> None:
    (docs.parent / "secret").write_bytes(b"\xff")
    (docs / "text").write_bytes(b"\xff")
    (docs / "out.md").symlink_to("../secret")
    (docs / "inside.md").symlink_to("text")
    (docs / "circle.md").symlink_to("circle.md")
    os.mkfifo(docs / "pipe.md")
    assert [place for _, place, _ in _found(docs)] == ["docs/inside.md:1:1"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (b"a\x1bb.md", "U+001B, the control character ESCAPE"),
        (b"a\n::error::b.png", "U+000A, the control character LINE FEED"),
        (b"a\xffb.md", "a byte that is not UTF-8"),
        ("a\u202eb.md".encode(), "U+202E, a control character"),
    ],
)
def test_a_name_that_no_file_can_have_is_said(docs: Path, name: bytes, what: str) -> None:
    Path(os.fsdecode(os.fsencode(docs / "guide") + b"/" + name)).write_text("x", "utf-8")
    [found] = unfit_names(docs, "docs")
    assert found.kind.code == "E716"
    assert found.message == f"no file of a site can have this name: it has {what}"
    assert str(found.place).startswith("docs/guide/a\ufffd")


def test_a_folder_has_a_name_too(docs: Path) -> None:
    (docs / "a\tb").mkdir()
    (docs / "桥梁 1").mkdir()
    assert [found.kind.code for found in unfit_names(docs, "docs")] == ["E716"]


@pytest.mark.parametrize("command", ["check", "generate", "verify"])
def test_the_commands_refuse_them(docs: Path, command: str) -> None:
    for name, text in BASE.items():
        path = docs.parent / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (docs.parent / "site").mkdir()
    (docs / "page.md").write_bytes(b"\xff")
    Path(os.fsdecode(os.fsencode(docs) + b"/\xff.md")).write_text("# Page\n", "utf-8")
    done = CliRunner().invoke(main, [command, "--site", str(docs.parent)])
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 1
    assert "docs/page.md:1:1: E101: " in done.output
    assert "docs/\ufffd.md:1:1: E716: " in done.output
    assert not (docs / "index.md").exists()


def test_of_a_builder_that_fails_the_last_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "failing.py").write_text(
        "import sys\nprint('INFO - begins')\nprint('WARNING - a page')\nsys.stdout.flush()\n"
        "try:\n    {}['x']\nexcept KeyError:\n    raise ValueError('no such template')\n",
        "utf-8",
    )
    monkeypatch.setattr(run, "BUILDERS", {"failing": ()})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert run.run_builder("failing", tmp_path) == run.Result(
        ok=False, output="WARNING - a page\nValueError: no such template\n"
    )


def test_a_builder_that_does_not_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = CliRunner().invoke(main, ["init", str(tmp_path / "bridges"), "--name", "Bridges", "--yes"])
    assert made.exit_code == 0, made.output
    (tmp_path / "elsewhere" / "mkdocs").mkdir(parents=True)
    endless = tmp_path / "elsewhere" / "mkdocs" / "__main__.py"
    endless.write_text("import time\nwhile True:\n    time.sleep(1)\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(project, "MINUTES", 0.01)
    done = CliRunner().invoke(main, ["build", "--site", str(tmp_path / "bridges")])
    assert done.exit_code == 1
    assert "mkdocs had not ended after 0.01 minutes; find the page by hand that keeps it\n" in done.output


@pytest.mark.parametrize("name", ["mkdocs.py", "yaml.py", "markdown/__init__.py"])
def test_no_file_of_a_site_is_run_in_place_of_a_package(name: str, docs: Path) -> None:
    program = docs.parent / name
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"open({str(docs.parent / 'was-run')!r}, 'w')\n", "utf-8")
    run.run_builder("mkdocs", docs.parent)
    assert not (docs.parent / "was-run").exists()
