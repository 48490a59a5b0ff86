"""No page has a link for reporting an error that leads to no place where one can report it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Having

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from jinja2 import Environment, FileSystemLoader

from tests.golden.base import write_base
from tests.tools.paths import PACKAGE

HINT = "no page says where a reader can report an error"


def _footer(**meta: str) -> str:
    """The footer of a page whose front matter has such values."""
    theme = Environment(loader=FileSystemLoader(PACKAGE / "theme"), autoescape=True)
    theme.filters["url"] = str
    language = Having(folder="", code="en", locale="en", site_name="Bridges")
    config = Having(extra=Having(languages=[language]), site_name="Bridges")
    page = Having(meta=meta, url="index.html", canonical_url=None)
    return theme.get_template("partials/footer.html").render(
        page=page, config=config, lang=Having(t=lambda name: name)
    )


@pytest.mark.parametrize(
    ("meta", "place"),
    [
        ({"contact": "mailto:a@b.example"}, "mailto:a@b.example"),
        ({"repository": "https://git.example/a"}, "help/index.html#report-a-mistake"),
    ],
)
def test_the_footer_leads_to_the_contact_or_to_the_help_that_names_the_repository(
    meta: dict[str, str], place: str
) -> None:
    assert f'<a href="{place}">fix</a>' in _footer(**meta)


def test_without_either_the_footer_has_no_such_link() -> None:
    assert "fix" not in _footer()


@pytest.mark.parametrize(
    ("settings", "told"),
    [("", True), ("contact: a@b.example\n", False), ("repository: https://git.example/a\n", False)],
)
def test_doctor_says_that_a_site_names_no_such_place(settings: str, told: bool, tmp_path: Path) -> None:
    data = write_base(tmp_path)
    with (data / "settings.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    done = CliRunner().invoke(main, ["doctor", "--lang", "en", "--site", str(data.parent)])
    assert (HINT in done.output) is told, done.output
