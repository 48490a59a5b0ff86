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
from pathlib import Path
from typing import Any

import pytest
import yaml
from directive_atlas.build import Built, build
from directive_atlas.problems import as_text

from tests.golden.base import BASE, GOLDEN
from tests.tools.moment import AS_OF, midnight
from tests.tools.reading import reading

CASES = sorted(path for path in GOLDEN.glob("*/*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path, tmp_path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    for name, text in {**BASE, **case.get("files", {})}.items():
        _write(tmp_path / "data" / name, text)
    for name, text in case.get("overrides", {}).items():
        _write(tmp_path / "overrides" / name, text)
    now, overrides = midnight(case.get("as_of", AS_OF)), tmp_path / "overrides"
    built = build(tmp_path / "data", now, coverage=case.get("coverage"), overrides=overrides)
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
