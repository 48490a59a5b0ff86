"""No payload becomes more than text in any file: files with payloads are made of what others are made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from directive_atlas.resolve import Corpus

from tests.tools.finished import generated
from tests.tools.hostile.filled import FIT, MOST, filled
from tests.tools.hostile.payloads import ALL, PAYLOADS
from tests.tools.hostile.shapes import Shape, shape
from tests.tools.sites import bilingual

Files = Mapping[str, bytes]
FORMATS = ["md", "html", "json", "js", "csv", "xlsx", "atom", "ics", "db", "txt", "png"]


def test_there_are_more_than_five_hundred_and_no_two_are_the_same() -> None:
    assert len(ALL) >= 600
    assert len(set(ALL)) == len(ALL)
    assert len(PAYLOADS) >= 10
    assert all(len(kind) >= 40 for kind in PAYLOADS.values())


@pytest.fixture(scope="module")
def attacked(payload_project: Path) -> Files:
    """The files of the fixture with payloads in every text."""
    return generated(payload_project / "docs")


def test_every_field_has_some_and_those_of_many_records_have_all(corpus: Corpus) -> None:
    counts = filled(corpus, bilingual()).counts
    assert len(counts) > 75
    assert sum(number * MOST >= len(FIT) for number in counts.values()) > 20
    assert sum(min(number * MOST, len(FIT)) for number in counts.values()) > 20_000


def _shapes(files: Files, form: str) -> dict[str, Shape]:
    return {path: shape(path, content) for path, content in files.items() if path.endswith(f".{form}")}


@pytest.mark.parametrize("form", FORMATS)
def test_files_with_payloads_are_made_of_the_same(written: Files, attacked: Files, form: str) -> None:
    known = frozenset().union(*_shapes(written, form).values())
    found = _shapes(attacked, form)
    assert found and known
    assert {path: odd for path, each in found.items() if (odd := each - known)} == {}


def test_a_text_for_programs_has_no_line_more(written: Files, attacked: Files) -> None:
    for path in _shapes(written, "txt"):
        assert len(attacked[path].decode().split("\n")) == len(written[path].decode().split("\n")), path


def test_there_is_no_other_format(attacked: Files) -> None:
    assert {path.rpartition(".")[2] for path in attacked} == set(FORMATS)


def test_no_payload_is_in_the_name_of_a_file(written: Files, attacked: Files) -> None:
    assert {path for path in attacked if not path.startswith("search/")} <= set(written)
