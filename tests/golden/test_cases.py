"""Each file of ``golden/`` is one case: data files in, problems or parts of pages out.

A case starts from the files of ``golden/base.yml`` and replaces some of them (null removes one).
``overrides`` are files of the site that replace ours, ``coverage`` is the percentage of each source that must
be read. ``problems`` is all that must be printed, in ``language`` (English without it) and without the
addresses of the guide; each entry of ``pages`` must stand in that page as it is,
each of ``english`` in the page of the English pages.
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

CASES = sorted(path for path in GOLDEN.glob("*/*.yml"))


_STATUS = re.compile(r'<a class="state (\w+)" href="[^"]*statuses\.html#[^"]*"(?: title="[^"]*")?>(.*?)</a>')


_EXPLAINED = re.compile(r"\[([^]\n]+)\]\([./]*help/statuses\.md#[^)]+\)")


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
        page = built.output.files[name].decode() if built.output else ""
        for part in parts:
            assert _without_time(part) in _without_time(page), page


def _without_time(text: str) -> str:
    """Markdown as people read it: without what only scripts and style sheets read.

    What the tool tip of a status says stands on the page of its task, too; the anchor and the place of quoted
    words are for those who share them.
    """
    read_by_others = r'</?(time|data)[^>]*>| data-days="[^"]*"| \{: data-label="[^"]*" \}'
    plain = re.sub(read_by_others, "", text.strip("\n"))
    plain = re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", plain)
    plain = re.sub(r"<mark id=[^>]*>", "<mark>", plain)
    unlinked = _EXPLAINED.sub(r"\1", plain)
    return _STATUS.sub(r'<span class="state \1">\2</span>', unlinked)


def _write(path: Path, text: str | bytes | None) -> None:
    if text is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
