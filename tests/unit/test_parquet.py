"""Tables as Parquet: only where they are asked for, with the types and values of the CSV files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner
from directive_atlas.api.v1 import records
from directive_atlas.cli.main import main
from directive_atlas.outputs.exports.tables import table_files
from directive_atlas.outputs.exports.tables.table import Column, Table, Type
from directive_atlas.resolve import Corpus

from tests.tools.paths import FIXTURE
from tests.tools.sites import bilingual

TYPES = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}


def _files(corpus: Corpus, *, parquet: bool) -> Mapping[str, bytes]:
    site = replace(bilingual(), parquet=parquet)
    return {file.path: file.content for file in table_files(records(corpus), corpus, site)}


def test_there_is_none_unless_it_is_asked_for(corpus: Corpus) -> None:
    files = _files(corpus, parquet=False)
    assert not [path for path in files if path.endswith(".parquet")]
    assert b"parquet" not in files["tables/datapackage.json"]


def test_without_the_package_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("directive_atlas.cli.options.can_write_parquet", lambda: False)
    folders = ["--data", str(FIXTURE / "data"), "--docs", str(tmp_path)]
    result = CliRunner().invoke(main, ["generate", "--parquet", *folders])
    assert result.exit_code == 1
    assert "pip install directive-atlas[parquet]" in result.output
    assert not list(tmp_path.iterdir())


def test_it_has_the_columns_types_and_values_of_the_csv(corpus: Corpus) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the optional package is not installed")
    files = _files(corpus, parquet=True)
    assert files == _files(corpus, parquet=True)
    package = json.loads(files["tables/datapackage.json"])
    described = [each for each in package["resources"] if each["format"] == "parquet"]
    assert len(described) == len(package["resources"]) / 2
    for resource in described:
        found = parquet.read_table(io.BytesIO(files[f"tables/{resource['path']}"]))
        fields = resource["schema"]["fields"]
        assert {f.name: str(f.type) for f in found.schema} == {f["name"]: TYPES[f["type"]] for f in fields}
        assert all(found.schema.field(f["name"]).metadata[b"description"] for f in fields)
        text = files[f"tables/{resource['path']}".replace(".parquet", ".csv")].decode()
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert [[_written(value) for value in row.values()] for row in found.to_pylist()] == rows[1:]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value.isoformat() if isinstance(value, dt.date) else str(value)


def test_a_table_without_rows_has_its_columns() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the optional package is not installed")
    from directive_atlas.outputs.exports.tables.parquet import as_parquet

    table = Table("none", "None", (Column("a", Type.STRING, "A"), Column("b", Type.DATE, "B")), ())
    assert parquet.read_table(io.BytesIO(as_parquet(table))).column_names == ["a", "b"]
