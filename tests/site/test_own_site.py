"""The repository's own site, whatever its data: nothing is wrong, it builds, and no link is broken."""

from __future__ import annotations

from pathlib import Path

from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.load import load

from tests.tools.html import broken_links
from tests.tools.paths import ROOT


def test_it_builds_and_every_link_resolves(own_site: Path) -> None:
    assert not broken_links(own_site)


def test_the_schemas_on_disk_are_up_to_date() -> None:
    raw, problems = load(ROOT / "data")
    assert not [problem for problem in problems if problem.is_error]
    for name, text in schemas_of_site(raw.settings.languages).items():
        assert (ROOT / "data" / "schemas" / name).read_text("utf-8") == text


def test_each_data_file_names_its_schema() -> None:
    for path in (ROOT / "data").rglob("*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        schema = Path(first.partition("$schema=")[2])
        assert (path.parent / schema).resolve().is_file(), path
