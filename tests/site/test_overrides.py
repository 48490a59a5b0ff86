"""What a site puts into ``overrides/`` replaces ours: words, templates of pages, files of the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main

from tests.tools.html import parsed

FILES = {
    "locale/en.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    'msgid "Tasks"\nmsgstr "Chores"\n',
    "templates/help.md.j2": '# Ask the desk\n\n{{ _("Tasks") }} and nothing else.\n',
    "theme/404.html": "<!doctype html><title>Lost</title><p>Ask the desk.</p>",
    "theme/assets/atlas.css": "/* our own */\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with such files, built."""
    folder = tmp_path_factory.mktemp("overrides") / "new"
    _run("init", str(folder), "--yes")
    for name, text in FILES.items():
        path = folder / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    replaced = config.replace(
        "  name: directive-atlas\n", "  name: directive-atlas\n  custom_dir: overrides/theme\n"
    )
    assert replaced != config
    (folder / "mkdocs.yml").write_text(replaced, "utf-8")
    _run("build", "--site", str(folder))
    return folder / "site"


def _run(*arguments: str) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output


def test_a_word_replaces_ours_on_every_page_and_the_others_stay(site: Path) -> None:
    heading = parsed(site / "tasks/index.html").select_one("h1")
    assert heading and heading.get_text().startswith("Chores")
    heading = parsed(site / "actors/index.html").select_one("h1")
    assert heading and heading.get_text().startswith("Actors")


def test_a_template_replaces_the_page_that_it_makes(site: Path) -> None:
    page = parsed(site / "help/index.html")
    assert "Chores and nothing else." in page.get_text()


def test_a_file_of_the_theme_replaces_ours_of_its_name(site: Path) -> None:
    for name in ("404.html", "assets/atlas.css"):
        assert (site / name).read_text("utf-8") == FILES[f"theme/{name}"]
    whole = (site / "assets/site.css").read_text("utf-8")
    assert FILES["theme/assets/atlas.css"] in whole and ".step-on" not in whole
