"""What holds for the whole output, whatever the data: same bytes, linear size, every language."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from directive_atlas.build import build
from directive_atlas.outputs.files import Output

from tests.golden.base import write_base
from tests.tools.moment import AS_OF, midnight
from tests.tools.pages import pages_of
from tests.tools.paths import FIXTURE


def _output(data: Path) -> Output:
    built = build(data, midnight(AS_OF))
    assert built.output, built.problems
    return built.output


def test_two_runs_give_the_same_bytes_however_the_files_were_made(
    written: Mapping[str, bytes], tmp_path: Path
) -> None:
    """A file system lists names in the order it likes; here the files are made in a shuffled one."""
    paths = [path for path in sorted((FIXTURE / "data").rglob("*")) if path.is_file()]
    random.Random(1).shuffle(paths)
    for path in paths:
        target = tmp_path / path.relative_to(FIXTURE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    assert _output(tmp_path / "data").files == written


def test_the_date_is_an_argument(written: Mapping[str, bytes]) -> None:
    _, later = pages_of(FIXTURE / "data", midnight(AS_OF), dt.date(2028, 1, 1))
    assert later["index.md"] != written["index.md"].decode()


def test_every_language_makes_the_same_pages(written: Mapping[str, bytes]) -> None:
    pages = {path for path in written if path.endswith(".md")}
    english = {path for path in pages if path.startswith("en/")}
    assert {f"en/{path}" for path in pages - english} == english


def test_two_pages_that_claim_one_address_are_a_problem(tmp_path: Path) -> None:
    """Long lists have pages of their own, so an actor may not be called like one of them."""
    actors = write_base(tmp_path) / "actors.yml"
    more = "".join(f"  - {{id: page-{n}, name: 第{n}号, kind: other}}\n" for n in range(2, 250))
    actors.write_text(actors.read_text("utf-8") + more, "utf-8")
    built = build(tmp_path / "data", midnight(AS_OF))
    assert built.output is None
    [clash] = [problem for problem in built.problems if problem.is_error]
    assert (clash.kind.code, clash.place.file) == ("E305", "data/actors.yml")
    assert "actors/page-2.md" in clash.message


def test_english_pages_mark_what_is_only_in_chinese(written: Mapping[str, bytes]) -> None:
    page = written["en/directives/ferries-2022-spring-meeting/lamp-pace.md"].decode()
    assert re.search(r'<mark[^>]*><span lang="zh">一要加快换装进度。</span></mark>', page)
    assert '<div id="passage" class="said">' in page
