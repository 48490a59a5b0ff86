"""A site to search in: generated from a data folder, built, and served on loopback."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import Output
from directive_atlas.outputs.search import search_files
from directive_atlas.outputs.words import word_files
from directive_atlas.resolve import Corpus
from directive_atlas.write import carry_out, plan

from tests.tools.corpora.encodings import copy_project
from tests.tools.sites import ASSETS, script_tags

SUB_PATH = "some/where/"


def write_project(folder: Path, output: Output) -> None:
    """Write the generated files and the hand-written ones of the project into a folder."""
    folder.mkdir(exist_ok=True)
    copy_project(folder)
    carry_out(plan(output, folder / "docs"))


def build_with_mkdocs(folder: Path) -> Path:
    """The site of a project as readers get it."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return folder / "site"


def build_bare(folder: Path) -> Path:
    """One page with the scripts and styles of the site and no other page: enough to search, made at once."""
    docs, site = folder / "docs", folder / "site"
    shutil.copytree(docs, site, ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(ASSETS, site / "assets", dirs_exist_ok=True)
    styles = "".join(f'<link rel="stylesheet" href="assets/{path.name}">' for path in ASSETS.glob("*.css"))
    body = f"<header class=md-header></header><main class=md-content>{script_tags('zh', 'search')}</main>"
    page = f'<!doctype html><html lang="zh"><meta charset="utf-8">{styles}<body>{body}'
    (site / "index.html").write_text(page, "utf-8")
    return site


def write_bare(folder: Path, corpus: Corpus, site: Site) -> Path:
    """That page with the search of a corpus, and nothing else of its site."""
    for file in chain(search_files(corpus, site), word_files(corpus, site)):
        filesystem.write(folder / "docs", file.path, file.content)
    return build_bare(folder)


@contextmanager
def served(site: Path, above: Path) -> Iterator[str]:
    """Serve a site below a sub-path; gives its address."""
    (above / SUB_PATH).parent.mkdir(parents=True)
    (above / SUB_PATH).symlink_to(site, target_is_directory=True)
    handler = functools.partial(_Quiet, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
