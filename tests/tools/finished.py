"""A small site of finished pages, for tests of how pages get into their frames."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from directive_atlas.builders.run import run_builder
from directive_atlas.frames import Outcome, Request, build_site
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import carry_out, plan
from directive_atlas.write.manifest import read_manifest

from tests.tools.paths import FIXTURE

Files = dict[str, bytes]
"""The files of a site by path."""
ARTICLE = '<h1 id="top">A page</h1>\n<p>What it says.</p>'
FORMS = (
    '[{type: "application/json", href: "api/%s.json", title: "JSON"},'
    ' {type: "text/calendar", href: "en/calendars/%s.ics", title: "calendar"}]'
)


def finished(title: str, article: str = ARTICLE, *, forms: str = "", **more: str) -> bytes:
    """A finished page as the generator writes it; ``forms`` is the name of its files in other forms."""
    told = {"description": f"About {title}", "known": "As of June 30.", "made": "0.1.0"}
    texts = {"title": title, **told, **more}
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in texts.items()]
    others = [f"alternates: {FORMS % (forms, forms)}"] if forms else []
    contents = '<li><a href="#top">A page</a></li>'
    rows = [*lines, *others, "hide: [navigation]", f"contents: {json.dumps(contents)}"]
    return "\n".join(["---", *rows, "---", "", article, ""]).encode()


def pages() -> Files:
    """Pages in two languages at three depths, and a file of another kind."""
    found = {}
    for folder in ("", "en/"):
        found[f"{folder}index.md"] = finished("Home", forms="all")
        found[f"{folder}tasks/index.md"] = finished("Tasks", ARTICLE.replace("top", "first"))
        found[f"{folder}tasks/one.md"] = finished("One", picture="previews/one.png")
        found[f"{folder}tasks/two.md"] = finished("Two", forms="two", jsonld='{"name":"Two"}')
        found[f"{folder}tasks/deep/index.md"] = finished("Deep", "<p>No heading of its own.</p>")
        found[f"{folder}tasks/deep/three.md"] = finished("Three", forms="three")
    return {**found, "api/two.json": b"{}"}


def small_site(folder: Path, files: Mapping[str, bytes] | None = None) -> Path:
    """A project with these generated files, and a page by hand in each language that links to some."""
    before, _, rest = (FIXTURE / "mkdocs.yml").read_text("utf-8").partition("nav:")
    parts = [f"{each}index.md, {each}about.md, {each}tasks/index.md" for each in ("", "en/")]
    nav = f"nav: [{{中文: [{parts[0]}]}}, {{English: [{parts[1]}]}}]\n\n"
    (folder / "docs" / "en").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(before + nav + rest[rest.index("validation:") :], "utf-8")
    told = "# About\n\nOf [the first](tasks/index.md#first) and [three][3].\n\n[3]: tasks/deep/three.md#top\n"
    for path in ("about.md", "en/about.md"):
        (folder / "docs" / path).write_text(told, "utf-8")
    generate(folder, pages() if files is None else files)
    return folder


def generate(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the generated files of a project, and remove those of before."""
    planned = plan(Output(dict(files), dict.fromkeys(files, Place("data"))), folder / "docs")
    assert not planned.problems, planned.problems
    carry_out(planned)


def generated(docs: Path) -> Mapping[str, bytes]:
    """The files that a run has written below ``docs``, without those written by hand."""
    return {path: (docs / path).read_bytes() for path in read_manifest(docs)}


def framed(folder: Path, builder: str = "mkdocs", processes: int = 1) -> Outcome:
    """Build a project by frames."""
    return build_site(Request(folder, folder / "docs", builder, processes))


def files_of(folder: Path) -> Files:
    """The files of a project's site; packed ones as what is packed."""
    site = folder / "site"
    found = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    return {path: gzip.decompress(each) if path.endswith(".gz") else each for path, each in found.items()}


def by_builder(folder: Path, other: Path, builder: str = "mkdocs") -> Files:
    """The files that the builder alone makes of the same project, in another folder."""
    ignored = shutil.ignore_patterns("site", ".cache")
    shutil.copytree(folder, other, ignore=ignored, dirs_exist_ok=True)
    built = run_builder(builder, other)
    assert built.ok, built.output
    return files_of(other)


def differing(ours: Files, theirs: Files) -> list[str]:
    """The files that are not the same in both, but for empty lines and indents of what is around a page."""
    return sorted(path for path in {*ours, *theirs} if _spared(ours.get(path)) != _spared(theirs.get(path)))


def _spared(content: bytes | None) -> bytes | None:
    """A file of which no lines are empty or indented but those of a generated page."""
    if content is None or b"<article" not in content:
        return content
    if b'<div class="atlas-page">' not in content:
        return _SPACE.sub(b"\n", content)
    start, end = content.find(b'<div class="atlas-page">'), content.rfind(b"</article>")
    before, page, behind = content[:start], content[start:end], content[end:]
    return _SPACE.sub(b"\n", before) + page.strip() + _SPACE.sub(b"\n", behind)


_SPACE = re.compile(rb"\s*\n\s*")
