"""Live preview: an edit in the data or the docs is shown in the browser automatically.

MkDocs' own ``serve`` watches only the folders of its configuration and, with some releases of click, nothing
at all; so its reload server is used directly.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from directive_atlas.builders.config import CONFIG
from directive_atlas.builders.previewing import PreviewServer
from directive_atlas.outputs.names import GENERATED
from directive_atlas.vocabulary.languages import is_language


def serve_site(folder: Path, data: Path, docs: Path, regenerate: Callable[[], bool], port: int) -> None:
    """Serve the site of a folder on 127.0.0.1 until interrupted.

    ``regenerate`` writes the pages and says whether it could; if not, the site stays as it was.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger("mkdocs.commands.build").addFilter(is_news)
    with tempfile.TemporaryDirectory(prefix="directives-") as site:
        rebuild = _rebuilder(folder / CONFIG, site, docs, regenerate, port)
        server = PreviewServer(rebuild, port, site)
        rebuild()
        for path in (data, *_written_by_hand(docs), folder / CONFIG):
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def is_news(record: logging.LogRecord) -> bool:
    """Whether a warning of MkDocs tells something: that only what changed is built, it says at every edit."""
    return not str(record.msg).startswith("A 'dirty' build")


def _rebuilder(
    config: Path, site: str, docs: Path, regenerate: Callable[[], bool], port: int
) -> Callable[[], None]:
    """Build all pages at first and after a change of the configuration, else only what changed."""
    url = f"http://127.0.0.1:{port}/"
    built_with: list[bytes] = []

    def rebuild() -> None:
        if not regenerate():
            return
        settings = config.read_bytes()
        part = [settings] == built_with
        build(load_config(str(config), docs_dir=str(docs), site_dir=site, site_url=url), dirty=part)
        built_with[:] = [settings]

    return rebuild


def _written_by_hand(docs: Path) -> Iterator[Path]:
    """What is not generated: watching our own files would build everything twice."""
    languages = [path for path in docs.iterdir() if path.is_dir() and is_language(path.name)]
    for path in sorted(path for folder in (docs, *languages) for path in folder.iterdir()):
        if path.name not in GENERATED and path not in languages and not path.name.startswith("."):
            yield path
