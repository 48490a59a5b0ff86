"""A folder with nothing but the finder of a corpus: opened in a browser, it needs no site around it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from directive_atlas.outputs.finder import finder_files
from directive_atlas.outputs.words import word_files
from directive_atlas.resolve import Corpus
from playwright.sync_api import Page

from tests.tools.sites import ASSETS, bilingual, script_tags

Opened = Callable[[Corpus], Page]
"""The fixture ``opened``: writes the finder of a corpus and opens its Chinese page from its folder."""

_MATERIAL = Path(str(files("material")))
_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Finder</title>
<link rel="stylesheet" href="{up}assets/theme.css">
<link rel="stylesheet" href="{up}assets/atlas.css"><link rel="stylesheet" href="{up}assets/finder.css"></head>
<body data-md-color-scheme="default"><main class="md-main"><article class="md-typeset">
<form data-on-day><label>Day <input type="date"></label><p role="status"></p></form>
<div class="finder" data-finder data-plain></div><div class="finder-plain" data-finder-plain>plain</div>
</article></main>{scripts}
</body></html>
"""


def write_finder(folder: Path, corpus: Corpus) -> int:
    """Write pages of both languages and all data of the scripts; gives the bytes of the data.

    The Chinese page is ``tasks/index.html``, the English one ``en/tasks/index.html``.
    """
    shutil.copytree(ASSETS, folder / "assets")
    [theme] = (_MATERIAL / "templates" / "assets" / "stylesheets").glob("main.*.min.css")
    shutil.copy(theme, folder / "assets" / "theme.css")
    site = bilingual()
    data = [*finder_files(corpus, site), *word_files(corpus, site)]
    for file in data:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    for path, lang, up in (("tasks", "zh", "../"), ("en/tasks", "en", "../../")):
        scripts = script_tags(lang, "finder", up=up)
        (folder / path).mkdir(parents=True)
        (folder / path / "index.html").write_text(_PAGE.format(lang=lang, up=up, scripts=scripts), "utf-8")
    return sum(len(file.content) for file in data)
