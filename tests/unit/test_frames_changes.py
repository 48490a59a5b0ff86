"""After any changes, and after runs that were stopped, the site is that of a run from nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import yaml
from directive_atlas.builders.run import Result
from directive_atlas.frames.listing import ORDERS
from directive_atlas.frames.record import RECORD
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from tests.tools.finished import ARTICLE, Files, files_of, finished, framed, generate, small_site

FREE = ("tasks/one.md", "tasks/deep/two.md", "tasks/deep/index.md", "actors/three.md", "en/tasks/one.md")
"""Pages that the navigation does not name."""
NAMED = ("index.md", "en/index.md", "tasks/index.md", "en/tasks/index.md")
DATA = ("api/one.json", "api/tasks/one.html")


def _small_builder(_builder: str, folder: Path, _minutes: float) -> Result:
    """Does what a builder does, at once: a template around each page, other files copied, a list of pages."""
    docs, site = folder / "docs", folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    pages = sorted((path.relative_to(docs).as_posix() for path in docs.rglob("*.md")), key=ORDERS["mkdocs"])
    titles = [_titled((docs / path).read_text("utf-8"))[0].get("title", path) for path in NAMED]
    around = f"{(folder / 'mkdocs.yml').read_text('utf-8')}\n\n  {titles}"
    for path in pages:
        _write(site / f"{path[:-3]}.html", _framed(path, (docs / path).read_text("utf-8"), around))
    for file in docs.rglob("*"):
        if file.is_file() and file.suffix != ".md" and not file.name.startswith("."):
            _write(site / file.relative_to(docs), file.read_text("utf-8"))
    entries = "".join(f"<url><loc>/{path[:-3]}.html</loc></url>\n" for path in pages)
    _write(site / "sitemap.xml", f"<urlset>\n{entries}</urlset>")
    _write(site / "assets" / "style.css", "p {}")
    return Result(True, "")


def _titled(text: str) -> tuple[dict[str, str], str]:
    if not text.startswith("---\n"):
        return {}, text
    front, body = text[4:].split("\n---\n", 1)
    return yaml.safe_load(front), body


def _framed(path: str, text: str, around: str) -> str:
    head, body = _titled(text)
    title = head.get("title", path)
    shown = f"<title>{Markup(title).striptags()}</title><h6>{title}</h6><i>{escape(title)}</i>\n   \n"
    return f"{path}\n{shown}{sorted(head)}\n{head.get('known')}<main>\n{body.strip()}\n</main>{around}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


TITLES = st.sampled_from(["One", "Two", "<b> & ‘c’", "指令  \\", ""])
ARTICLES = st.sampled_from([ARTICLE, "<p>No heading.</p>", f"{ARTICLE}\n<pre>\n\n  a\n</pre>"])
PAGES = st.builds(finished, TITLES, ARTICLES, known=st.sampled_from(["today", "tomorrow"]))
CONTENTS = st.sampled_from([b"{}", b"[]", b"<p>1</p>"])
GENERATED = st.fixed_dictionaries(
    dict.fromkeys(NAMED, PAGES), optional=dict.fromkeys(FREE, PAGES) | dict.fromkeys(DATA, CONTENTS)
)
"""All files of a run of the generator."""


def _by_hand(folder: Path, text: str) -> None:
    _write(folder / "docs" / "about.md", f"# About\n\n{text}\n")


def _in_config(folder: Path, text: str) -> None:
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").split("# More")[0] + f"# More: {text}\n", "utf-8")


def _in_site(folder: Path, text: str) -> None:
    """Somebody changes a page, removes another, and puts a file beside them."""
    _write(folder / "site" / "tasks" / "index.html", text)
    (folder / "site" / "index.html").unlink(missing_ok=True)
    _write(folder / "site" / "tasks" / "one" / "own.txt", text)


def _in_record(folder: Path, text: str) -> None:
    _write(folder / RECORD, text)


HANDS = (_by_hand, _in_config, _in_site, _in_record)
CHANGES = st.one_of(
    GENERATED, st.tuples(st.sampled_from(HANDS), st.sampled_from(["a", "b [c](tasks/index.md)"]))
)


@contextmanager
def _stopped_after(steps: int) -> Iterator[None]:
    """The run is stopped when so many files have taken their places."""
    left, replace = iter(range(steps)), Path.replace

    def stop(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return replace(self, target)

    with mock.patch.object(Path, "replace", stop):
        try:
            yield
        except KeyboardInterrupt:
            return


def _change(folder: Path, change: Files | tuple[Callable[[Path, str], None], str]) -> None:
    if isinstance(change, dict):
        generate(folder, change)
    else:
        by, text = change
        by(folder, text)


@settings(max_examples=25)
@given(GENERATED, st.lists(st.tuples(CHANGES, st.none() | st.integers(0, 9)), min_size=1, max_size=4))
def test_any_changes_and_stops_end_in_the_site_of_a_run_from_nothing(
    files: Files, changes: list[tuple[Files | tuple[Callable[[Path, str], None], str], int | None]]
) -> None:
    with (
        tempfile.TemporaryDirectory() as top,
        mock.patch("directive_atlas.frames.project.run_builder", _small_builder),
    ):
        folder = small_site(Path(top, "a"), files)
        framed(folder)
        for number, (change, steps) in enumerate(changes):
            _change(folder, change)
            if steps is not None:
                with _stopped_after(steps):
                    framed(folder)
            framed(folder)
            anew = Path(top, f"anew-{number}")
            shutil.copytree(folder, anew, ignore=shutil.ignore_patterns("site", ".cache"))
            framed(anew)
            assert files_of(folder) == files_of(anew)
