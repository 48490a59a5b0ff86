"""What holds for the whole output, whatever the data: same bytes, linear size, every language."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from pathlib import Path

from directive_atlas.build import build
from directive_atlas.outputs.files import Output

from tests.conftest import AS_OF, ROOT
from tests.tools.moment import midnight


def _output(data: Path, as_of: dt.date = AS_OF) -> Output:
    built = build(data, midnight(as_of))
    assert built.output, built.problems
    return built.output


def test_two_runs_give_the_same_bytes() -> None:
    assert _output(ROOT / "data").files == _output(ROOT / "data").files


def test_the_order_in_which_files_were_made_does_not_matter(tmp_path: Path) -> None:
    """A file system lists names in the order it likes; here the files are made in a shuffled one."""
    files = [path for path in sorted((ROOT / "data").rglob("*")) if path.is_file()]
    random.Random(1).shuffle(files)
    for path in files:
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    assert _output(tmp_path / "data").files == _output(ROOT / "data").files


def test_the_date_is_an_argument() -> None:
    early, late = (_output(ROOT / "data", dt.date(year, 1, 1)) for year in (2020, 2028))
    changed = [path for path, page in early.files.items() if late.files[path] != page]
    assert "index.md" in changed


def test_every_language_makes_the_same_pages() -> None:
    pages = {path for path in _output(ROOT / "data").files if path.endswith(".md")}
    english = {path for path in pages if path.startswith("en/")}
    assert {f"en/{path}" for path in pages - english} == english


def test_two_pages_that_claim_one_address_are_a_problem(tmp_path: Path) -> None:
    """Long lists have pages of their own, so an actor may not be called like one of them."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    actors = tmp_path / "data" / "actors.yml"
    more = "".join(f"  - {{id: page-{n}, name: 第{n}号, kind: other}}\n" for n in range(2, 250))
    actors.write_text(actors.read_text("utf-8") + more, "utf-8")
    built = build(tmp_path / "data", midnight(AS_OF))
    assert built.output is None
    [clash] = built.problems
    assert (clash.kind.code, clash.place.file) == ("E305", "data/actors.yml")
    assert "actors/page-2.md" in clash.message


def test_english_pages_mark_what_is_only_in_chinese() -> None:
    page = _output(ROOT / "data").files["en/directives/miit-2020-02-22-5g/build-pace.md"].decode()
    assert '<mark><span lang="zh">二要加快建设进度。</span></mark>' in page
    assert "## Where the text says so { #passage }" in page
