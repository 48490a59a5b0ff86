"""``directives build`` makes the same site as the builder alone, and after any change the same as anew."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from directive_atlas.builders.run import Result
from directive_atlas.frames import inputs
from directive_atlas.frames.record import RECORD, Record, read_record
from directive_atlas.frames.target import ASIDE

from tests.tools.finished import (
    ARTICLE,
    Files,
    by_builder,
    differing,
    files_of,
    finished,
    framed,
    generate,
    pages,
    small_site,
)
from tests.tools.turns import one_in

BUILDERS = ["mkdocs", "properdocs", "zensical"]
SITES = {"mkdocs": "site", "properdocs": "properdocs_site", "zensical": "zensical_site"}
MOST_AROUND = {"mkdocs": 8 * 1024, "properdocs": 8 * 1024, "zensical": 9 * 1024}
"""Bytes of a frame; those of Zensical name each style sheet and each script."""
MOST_OF_A_RECORD = 15 * 1024
"""Bytes of the page of a record when it is compressed."""
RECORDS = ("directives/", "actors/", "topics/")
ODD = [
    "<script>alert(1)</script> & “done”",
    "&lt;b&gt; &amp;amp; &#39; ' \" \\ \\n /",
    "{{ config }} {% raw %} ${x} %s *no* _no_ `no` [no] (x)",
    "  two  spaces, 指令 🗂 e\u0301 \u00a0 \u200b",
    "qz sample0t0 --- : # | > ? - [x] {y}",
]


@pytest.mark.parametrize("builder", one_in(len(BUILDERS), BUILDERS))
def test_the_whole_fixture_is_the_same_file_by_file(
    builder: str, project: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    plain: Path = request.getfixturevalue(SITES[builder])
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    outcome = framed(tmp_path, builder, processes=2)
    assert (outcome.result.ok, outcome.notes) == (True, ())
    ours = files_of(tmp_path)
    assert len(ours) > 1500
    assert differing(ours, files_of(plain.parent)) == []
    _assert_few_and_small(read_record(tmp_path)[0], MOST_AROUND[builder])
    _assert_light(ours)


def _assert_few_and_small(record: Record, most: int) -> None:
    """Every generated page has a frame, many have the same, and none has more bytes than ``most``."""
    assert record.frames and all(page.shape for page in record.pages.values())
    frames = record.frames.frames.values()
    assert len(frames) * 4 < len(record.pages)
    sizes = [sum(len(piece.encode()) for piece in frame.page if isinstance(piece, str)) for frame in frames]
    assert max(sizes) <= most


def _assert_light(files: Files) -> None:
    """Compressed, as a server sends them, of fifty records one at most is heavy."""
    records = {
        path for path in files if path.endswith(".html") and path.removeprefix("en/").startswith(RECORDS)
    }
    heavy = [path for path in records if len(gzip.compress(files[path])) > MOST_OF_A_RECORD]
    assert len(records) > 300 and len(heavy) * 50 <= len(records), heavy


ADDRESS = "https://atlas.example/some/where"


@pytest.mark.parametrize(
    ("builder", "address"),
    [
        ("mkdocs", ADDRESS),
        ("zensical", ""),
        *(
            pytest.param(builder, address, marks=pytest.mark.long)
            for builder, address in (
                ("mkdocs", ""),
                ("zensical", ADDRESS),
                ("properdocs", ADDRESS),
                ("properdocs", ""),
            )
        ),
    ],
)
def test_odd_titles_are_printed_as_the_builder_prints_them(
    builder: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    odd = {
        f"{folder}tasks/odd/n-{number}.md": finished(title, ARTICLE.replace("A page", str(number)), forms="x")
        for number, title in enumerate(ODD)
        for folder in ("", "en/")
    }
    folder = small_site(tmp_path / "a", {**pages(), **odd})
    assert framed(folder, builder).notes == ()
    assert differing(files_of(folder), by_builder(folder, tmp_path / "b", builder)) == []


def _write(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    return change


def _generate(**changes: bytes | None) -> Callable[[Path], None]:
    """Generate again with other files at some paths, or without."""

    def change(folder: Path) -> None:
        changed = {name.replace("__", "/") + ".md": content for name, content in changes.items()}
        files = {**pages(), **changed}
        generate(folder, {path: content for path, content in files.items() if content is not None})

    return change


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return change


def _own_style(folder: Path) -> None:
    _write("overrides/assets/atlas.css", "/* our own */")(folder)
    _replace("mkdocs.yml", "  language: zh", "  language: zh\n  custom_dir: overrides")(folder)


CHANGES: dict[str, Callable[[Path], None]] = {
    "a page": _generate(
        tasks__two=finished("Two", ARTICLE + "\n<p>Otherwise.</p>", forms="two", jsonld="{}")
    ),
    "a title in the navigation": _generate(tasks__index=finished("To do", ARTICLE.replace("top", "first"))),
    "a page of another shape": _generate(
        tasks__one=finished("One", forms="one", jsonld="{}", picture="x.png")
    ),
    "a page that is gone": _generate(tasks__one=None),
    "a page with another name": _generate(tasks__one=None, tasks__uno=pages()["tasks/one.md"]),
    "a folder where a page was": _generate(**{"tasks__one": None, "tasks__one.html__x": finished("X")}),
    "a page that is no longer finished": _generate(tasks__two=b"# Two\n\nIn *Markdown*, on [one](one.md).\n"),
    "a page by hand": _write("docs/about.md", "# About\n\nNothing but [one](tasks/one.md#top).\n"),
    "a new page by hand": _write(
        "docs/guide/new.md", "# New\n\n[two](../tasks/two.md), [data](../api/two.json)\n"
    ),
    "the name of the site": _replace("mkdocs.yml", "霁澜指令", "指令"),
    "the navigation": _replace("mkdocs.yml", "en/tasks/index.md", "en/tasks/index.md, en/tasks/one.md"),
    "the theme": _own_style,
    "a damaged record": _write(RECORD, "no digest\n{}"),
    "a page that somebody edited": _write("site/tasks/one.html", "by hand"),
    "a file of the theme that somebody edited": _write("site/assets/atlas.css", "by hand"),
    "a file that does not belong there": _write("site/old/page.html", "old"),
    "a run that did not come to its end": _write(f"site/{ASIDE}/12", "half of a p"),
    "a named pipe where files wait": lambda folder: os.mkfifo(folder / "site" / ASIDE),
}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(change, id=name, marks=[pytest.mark.long] if number % 6 else [])
        for number, (name, change) in enumerate(CHANGES.items())
    ],
)
def test_after_a_change_the_site_is_that_of_the_builder_alone(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = small_site(tmp_path / "a")
    framed(folder)
    change(folder)
    assert framed(folder).result.ok
    assert differing(files_of(folder), by_builder(folder, tmp_path / "b")) == []


def _without_builder(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> Result:
        raise AssertionError("the builder is run")

    monkeypatch.setattr("directive_atlas.frames.project.run_builder", run)


def _written(folder: Path, before: dict[str, int]) -> set[str]:
    return {path for path, time in _times(folder).items() if before.get(path) != time}


def _times(folder: Path) -> dict[str, int]:
    site = folder / "site"
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in found}


def test_what_has_not_changed_is_neither_built_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_site(tmp_path)
    framed(folder)
    before = _times(folder)
    _without_builder(monkeypatch)
    framed(folder)
    assert _written(folder, before) == set()
    CHANGES["a page"](folder)
    framed(folder)
    assert _written(folder, before) == {"tasks/two.html"}


def test_another_version_of_a_package_makes_all_frames_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_site(tmp_path)
    framed(folder)
    monkeypatch.setattr(inputs, "version", lambda _package: "99.0")
    _without_builder(monkeypatch)
    with pytest.raises(AssertionError, match="the builder is run"):
        framed(folder)


DAMAGED: dict[str, Callable[[str], str]] = {
    "cut off": lambda whole: whole[:-10],
    "empty": lambda _: "",
    "another text": lambda _: "x\n",
    "another record": lambda _: "{}",
}


@pytest.mark.parametrize("damage", one_in(len(DAMAGED), DAMAGED))
def test_a_record_that_cannot_be_used_is_named_and_written_again(damage: str, tmp_path: Path) -> None:
    folder = small_site(tmp_path)
    framed(folder)
    record = folder / RECORD
    record.write_text(DAMAGED[damage](record.read_text("utf-8")), "utf-8")
    [note] = framed(folder).notes
    assert str(note) == ".cache/site.json is damaged; all is made anew"
    assert framed(folder).notes == ()


def test_without_a_place_for_the_record_the_site_is_built(tmp_path: Path) -> None:
    folder = small_site(tmp_path)
    (folder / ".cache").write_text("in the way", "utf-8")
    outcome = framed(folder)
    assert outcome.result.ok
    assert [str(note) for note in outcome.notes] == [
        ".cache/site.json cannot be read: it is a file; all is made anew",
        ".cache/site.json cannot be written: it is a file; the next run makes all anew",
    ]
    assert (folder / "site" / "tasks" / "one.html").is_file()


def test_a_run_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    folder = small_site(tmp_path)
    framed(folder)
    before = files_of(folder)
    _write("docs/about.md", "# About\n\n[nowhere](tasks/none.md), [no](tasks/one.md#none)\n")(folder)
    outcome = framed(folder)
    assert not outcome.result.ok
    assert "tasks/none.md" in outcome.result.output and "#none" in outcome.result.output
    assert files_of(folder) == before


@pytest.mark.parametrize("step", one_in(3, [0, 1, 5]))
def test_a_run_that_is_stopped_while_files_take_their_places_is_made_good_by_the_next(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every place is a step; the files that have none yet are as if never made."""
    folder = small_site(tmp_path / "a")
    framed(folder)
    _replace("mkdocs.yml", "霁澜指令", "指令")(folder)
    left = iter(range(step))
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if self.parent.name == ASIDE and next(left, None) is None:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", stop)
        framed(folder)
    framed(folder)
    assert differing(files_of(folder), by_builder(folder, tmp_path / "b")) == []


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_site(tmp_path)
    framed(folder)
    before = files_of(folder)
    _replace("mkdocs.yml", "霁澜指令", "指令")(folder)
    write = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if self.name == "5":
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space left"):
        framed(folder)
    assert files_of(folder) == before


UNFIT = {
    "plugins: search": ("enabled: false", "enabled: true"),
    "plugins: material/tags": ("plugins:\n", "plugins:\n  - material/tags\n"),
    "hooks": ("docs_dir", "hooks: [own.py]\ndocs_dir"),
    "markdown_extensions: pymdownx.snippets": ("  - tables\n", "  - tables\n  - pymdownx.snippets\n"),
    "theme: custom_dir: own/main.html": ("  language: zh", "  language: zh\n  custom_dir: own"),
}


@pytest.mark.parametrize("what", one_in(3, UNFIT))
def test_what_may_act_on_each_page_leaves_all_pages_to_the_builder(what: str, tmp_path: Path) -> None:
    folder = small_site(tmp_path / "a")
    _write("own.py", "def on_page_content(html, **_):\n    return html + '<p>By the hook.</p>'\n")(folder)
    _write("own/main.html", '{% extends "base.html" %}\n')(folder)
    _replace("mkdocs.yml", "site_url", "docs_dir: docs\nsite_url")(folder)
    _replace("mkdocs.yml", *UNFIT[what])(folder)
    outcome = framed(folder)
    assert [str(note) for note in outcome.notes] == [f"mkdocs makes every page itself: mkdocs.yml has {what}"]
    assert differing(files_of(folder), by_builder(folder, tmp_path / "b")) == []
