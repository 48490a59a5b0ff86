"""The manifest of generated pages: a hint of what a run wrote, which nobody can turn against other files."""

from __future__ import annotations

import errno
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from directive_atlas.outputs.files import Output
from directive_atlas.write import MANIFEST, carry_out, plan

from tests.tools.kills.killing import page
from tests.tools.writing import at, output, run


def test_a_manifest_has_a_line_for_each_file(tmp_path: Path) -> None:
    """So that two of them can be compared line by line."""
    run(output(b="1", a="1"), tmp_path)
    digest = sha256(page("1")).hexdigest()
    lines = [f'"tasks/a.md": "{digest}",', f'"tasks/b.md": "{digest}"']
    assert (tmp_path / MANIFEST).read_text() == "\n".join(["{", *lines, "}\n"])


def _forge(root: Path, *paths: str) -> None:
    """A manifest that says of each path that a run wrote “by hand” there."""
    root.mkdir(exist_ok=True)
    manifest = dict.fromkeys(paths, sha256(b"by hand").hexdigest())
    (root / MANIFEST).write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    "name",
    [
        "../mine.md",
        "tasks/../../mine.md",
        "{above}/mine.md",
        "tasks/out/mine.md",
        "topics/mine.md",
        "tasks//mine.md",
    ],
)
def test_a_manifest_cannot_lead_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "docs"
    (root / "tasks").mkdir(parents=True)
    for link in ("topics", "tasks/out"):
        (root / link).symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "mine.md").write_text("by hand")
    _forge(root, name.format(above=tmp_path))
    assert run(at("index.md"), root).removed == 0
    assert (tmp_path / "mine.md").read_text() == "by hand"


@pytest.mark.parametrize(
    "name",
    [
        "about.md",
        "en/about.md",
        "guide/index.md",
        "assets/tasks/x.md",
        ".hidden",
        "tasks/photo.jpg",
        "en/tasks/mine.csv",
        "api/mine.md",
    ],
)
def test_a_manifest_cannot_name_what_is_written_by_hand(tmp_path: Path, name: str) -> None:
    """Even if it has the right digest: this generator never writes a file of that name."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("by hand")
    _forge(tmp_path, name)
    assert carry_out(plan(at("index.md"), tmp_path)).removed == 0
    assert (tmp_path / name).read_text() == "by hand"


def test_a_link_that_a_manifest_names_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("by hand")
    (tmp_path / "llms.txt").symlink_to("mine.md")
    _forge(tmp_path, "llms.txt")
    assert run(at("tasks/a.md"), tmp_path).removed == 0
    assert (tmp_path / "llms.txt").is_symlink()


def test_a_file_with_other_bytes_than_the_manifest_says_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(page("changed by hand"))
    _forge(tmp_path, "index.md")
    planned = plan(at(), tmp_path)
    assert [p.kind.code for p in planned.problems] == ["W503"]
    assert carry_out(planned).removed == 0
    assert (tmp_path / "index.md").read_bytes() == page("changed by hand")


@pytest.mark.parametrize(
    "text", ["by hand", "---\ntitle: By hand\n---\n\nmade: by hand", "---\nmade by hand"]
)
@pytest.mark.parametrize(("wanted", "codes"), [(output(), ["W503"]), (output(a="1"), ["E502"])])
def test_a_page_written_by_hand_stays_whatever_the_manifest_says(
    tmp_path: Path, text: str, wanted: Output, codes: list[str]
) -> None:
    """It is among the generated pages, and the manifest has its right digest."""
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks/a.md").write_text(text)
    (tmp_path / MANIFEST).write_text(json.dumps({"tasks/a.md": sha256(text.encode()).hexdigest()}))
    planned = plan(wanted, tmp_path)
    assert [p.kind.code for p in planned.problems] == codes
    assert planned.remove == ()
    if not wanted.files:
        carry_out(planned)
        assert (tmp_path / "tasks/a.md").read_text() == text


def test_all_that_is_made_is_known_again(project: Path) -> None:
    """A run that makes nothing would remove every file of the fixture."""
    listed = json.loads((project / "docs" / MANIFEST).read_bytes())
    planned = plan(at(), project / "docs")
    assert (list(planned.remove), planned.problems) == (sorted(listed), ())


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "[" * 100_000,
        '{"index.md": 1}',
        json.dumps({"a" * 300: "0", "b\0": "0", "": "0", ".": "0"}),
    ],
)
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert run(output(b="1"), tmp_path).written == 1
    assert run(output(), tmp_path).removed == 1


def test_a_manifest_that_cannot_be_read_now_is_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(output(a="1"), tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch, pytest.raises(PermissionError, match=MANIFEST):
        patch.setattr(os, "fdopen", refuse)
        plan(output(), tmp_path)
    assert run(output(), tmp_path).removed == 1
