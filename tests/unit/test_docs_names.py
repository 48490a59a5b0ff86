"""Files, folders, targets and outputs that README and docs name exist, and none is left out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath

import pytest
from directive_atlas.outputs.kinds import OUTPUTS, Kind
from directive_atlas.outputs.names import GENERATED

from tests.tools.by_hand import LANGUAGES, by_hand, folder_of, in_each_language
from tests.tools.own import needs_guide
from tests.tools.paths import ROOT

pytestmark = needs_guide
_STARTS = [f"docs/{folder_of(language)}guide/index.md" for language in LANGUAGES]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", *_STARTS])
def test_each_make_target_and_file_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", text, re.M)
    assert set(named) <= set(targets)
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / name).parent / link).exists(), link


PACKAGE = ROOT / "generator" / "directive_atlas"
_PATH = re.compile(r"\.?[\w-][\w.-]*(?:/(?:[\w.*-]|<\w+>)+)*/?")
_SUFFIXES = {
    ".py",
    ".js",
    ".css",
    ".html",
    ".j2",
    ".po",
    ".md",
    ".toml",
    ".yml",
    ".json",
    ".txt",
    ".lock",
    ".csv",
}


_ELSEWHERE = (
    ".cache/",
    "site/",
    "overrides/",
    "data/changes/",
    "docs/.generated",
    "properdocs.yml",
    "partials/languages/",
    "sitemap.xml",
)
"""What a build makes, what sites of others have, what the theme has that ours extends."""


_SHARDS = ("places.js", "keys/", "full/", "records/", "traditional.js")
"""Files of the search index, as they are named below its folder."""


@cache
def _paths() -> frozenset[str]:
    """Every file and folder of the repository, as it is named from its root and from the package."""
    tops = [path for path in ROOT.iterdir() if path.name not in {".git", ".venv", "node_modules", ".cache"}]
    found = [path for top in tops for path in (top, *top.rglob("*"))]
    inside = [path.relative_to(PACKAGE) for path in found if path.is_relative_to(PACKAGE)]
    return frozenset(path.as_posix() for path in (*inside, *(path.relative_to(ROOT) for path in found)))


@cache
def _names() -> frozenset[str]:
    """The last part of each of these paths."""
    return frozenset(PurePosixPath(each).name for each in _paths())


def _is_path(code: str) -> bool:
    return bool(_PATH.fullmatch(code)) and ("/" in code or PurePosixPath(code).suffix in _SUFFIXES)


def _is_made(path: str) -> bool:
    """Whether a run of the generator or a builder writes this path."""
    below = re.sub(r"^docs/(?:(?:en|<code>)/)?", "", path)
    return below.split("/")[0] in GENERATED or path.startswith((*_SHARDS, *_ELSEWHERE))


def _exists(path: str) -> bool:
    """Whether the repository has a path, or a file of that name; ``<id>`` and ``*`` stand for any name."""
    pattern = re.sub(r"<\w+>|\\\*", "[^/]+", re.escape(path.rstrip("/")))
    fits = re.compile(pattern).fullmatch
    return any(map(fits, _paths() if "/" in path else _names()))


_NAMING_PATHS = ["README.md", "CONTRIBUTING.md"]
_NAMING_PATHS += [f"docs/{folder_of(language)}guide/architecture.md" for language in LANGUAGES]


@pytest.mark.parametrize("name", _NAMING_PATHS)
def test_each_path_in_code_marks_exists(name: str) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", (ROOT / name).read_text("utf-8"), flags=re.M | re.S)
    paths = [code for code in re.findall(r"`([^`\n]+)`", text) if _is_path(code)]
    assert len(paths) > 10
    assert not sorted({path for path in paths if not (_is_made(path) or _exists(path))})


def _stages() -> list[str]:
    return sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__")


@in_each_language
@pytest.mark.parametrize("stage", _stages())
def test_each_folder_of_the_package_is_in_the_architecture(stage: str, language: str) -> None:
    assert f"`{stage}/`" in by_hand(language, "guide/architecture")


@pytest.mark.parametrize("stage", _stages())
def test_each_folder_of_the_package_is_in_the_readme(stage: str) -> None:
    assert f"`generator/directive_atlas/{stage}/`" in (ROOT / "README.md").read_text("utf-8")


@in_each_language
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.emit.__name__)
def test_each_output_is_in_the_architecture(output: Kind, language: str) -> None:
    [row] = re.findall(rf"^\| `{output.emit.__name__}` \|.*$", by_hand(language, "guide/architecture"), re.M)
    assert not [name for name in output.names if f"`{name}`" not in row]
