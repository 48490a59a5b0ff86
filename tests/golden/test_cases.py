"""Each file of ``golden/`` is one case: data files in, problems or parts of pages out.

A case starts from the files of ``golden/base.yml`` and replaces some of them (null removes one).
``overrides`` are files of the site that replace ours, ``coverage`` is the percentage of each source that must
be read. ``problems`` is all that must be printed, in ``language`` (English without it) and without the
addresses of the guide; each entry of ``pages`` must stand in the reading of that page
(``tests/tools/reading.py`` has the notation), each of ``english`` in that of the English pages. Blank lines
in an entry mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from directive_atlas.build import Built, build
from directive_atlas.outputs.engine import Engine, Run, here
from directive_atlas.outputs.work import Other
from directive_atlas.problems import as_text

from tests.golden.base import BASE, GOLDEN
from tests.tools.moment import AS_OF, midnight
from tests.tools.reading import reading

CASES = sorted(path for path in GOLDEN.glob("*/*.yml"))


@contextmanager
def pages_alone(shared: Any) -> Iterator[Run]:
    """In this process, all pages and nothing else."""

    def run(function: Callable[[Any, Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
        return (() if isinstance(part, Other) else function(shared, part) for part in parts)

    yield run


each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")


@each_case
def test_case(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    _check(case, tmp_path, pages_alone if _is_of_pages(case) else here)


@pytest.mark.long
@each_case
def test_case_with_all_outputs(path: Path, tmp_path: Path) -> None:
    _check(yaml.safe_load(path.read_text("utf-8")), tmp_path, here)


def _is_of_pages(case: dict[str, Any]) -> bool:
    """Whether it quotes nothing but pages, so that exports and the data of scripts need not be made."""
    return all(name.endswith(".md") for part in ("pages", "english") for name in case.get(part, ()))


def _check(case: dict[str, Any], folder: Path, engine: Engine) -> None:
    """Problems and pages are those of the case."""
    for name, text in {**BASE, **case.get("files", {})}.items():
        _write(folder / "data" / name, text)
    for name, text in case.get("overrides", {}).items():
        _write(folder / "overrides" / name, text)
    now, overrides = midnight(case.get("as_of", AS_OF)), folder / "overrides"
    built = build(folder / "data", now, coverage=case.get("coverage"), overrides=overrides, engine=engine)
    shown = as_text(built.problems, case.get("language", "en"))
    assert _without_guide(shown) == case.get("problems", "")
    _compare(built, case.get("pages", {}))
    _compare(built, {f"en/{name}": parts for name, parts in case.get("english", {}).items()})


def _without_guide(shown: str) -> str:
    """Printed problems without the addresses of their entries in the guide."""
    return re.sub(r"^  (?:guide: |说明：).*\n", "", shown, flags=re.M)


def _compare(built: Built, expected: dict[str, list[str]]) -> None:
    for name, parts in expected.items():
        page = _read(built.output.files[name].decode(), name) if built.output else ""
        for part in parts:
            assert _without_blank_lines(part) in page, page


def _read(text: str, name: str) -> str:
    return reading(text) if name.endswith(".md") else text


def _without_blank_lines(part: str) -> str:
    return re.sub(r"\n{2,}", "\n", part.strip("\n"))


def _write(path: Path, text: str | bytes | None) -> None:
    if text is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
