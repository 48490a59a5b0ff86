"""Each file of ``tests/tables/`` is one case: the cells of a table in, the source text and the record out.

``merged`` are its merged cells, ``options`` what the command line says, ``warnings`` all that is warned
of. A case is written as XLSX and as ODS; one without merged cells as CSV, too. All must give the same.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from directive_atlas.cli.main import main

from tests.golden.base import BASE
from tests.tools.corpora.sheets import as_csv, as_ods, as_xlsx
from tests.tools.paths import ROOT

CASES = sorted((ROOT / "tests" / "tables").glob("*.yml"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with the actors of the golden cases; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(file: str, *arguments: str) -> Result:
    usual = ["--id", "table", "--issuer", "office", "--signed", "2020-05-01", "--kind", "plan"]
    return CliRunner().invoke(main, ["import", file, *usual, *arguments])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
def test_case(path: Path, form: str, site: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    merged = case.get("merged", [])
    if form == "csv" and merged:
        pytest.skip("CSV has no merged cells")
    write = {"xlsx": as_xlsx, "ods": as_ods}.get(form)
    Path(f"t.{form}").write_bytes(write(case["table"], merged) if write else as_csv(case["table"]))
    options = [part for key, value in case.get("options", {}).items() for part in (f"--{key}", value) if part]
    result = imported(f"t.{form}", *options)
    assert result.exit_code == 0, result.output
    assert [line.partition(": ")[2] for line in result.output.splitlines() if ": W" in line] == case.get(
        "warnings", []
    )
    folder = site / "data" / "directives" / "table"
    assert (folder / "source.md").read_text("utf-8") == case["source"]
    assert (folder / "directive.yml").read_text("utf-8") == case["record"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_record_of_a_table_has_no_error_and_reads_all_of_it(path: Path, site: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    Path("t.xlsx").write_bytes(as_xlsx(case["table"], case.get("merged", [])))
    assert imported("t.xlsx", "--title", "桥梁").exit_code == 0
    shutil.rmtree(site / "data" / "directives" / "river")
    result = CliRunner().invoke(main, ["check", "--coverage", "100"])
    assert result.exit_code == 0, result.output
    codes = {line.split(": ")[1] for line in result.output.splitlines() if "table/directive.yml" in line}
    assert codes <= {"W444"}, result.output
