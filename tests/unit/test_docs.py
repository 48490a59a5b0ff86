"""README and docs tell the truth, in every language: codes, fields, dependencies, commands, words."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from copy import copy
from enum import StrEnum
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

import jsonschema
import markdown
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner
from directive_atlas.cli.main import COMMANDS, main
from directive_atlas.load import schema
from directive_atlas.load.json_schema import json_schemas
from directive_atlas.load.kinds import KINDS
from directive_atlas.load.marked import Scalar
from directive_atlas.load.record import Record
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.load.validate import keys_of
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.outputs.kinds import OUTPUTS, Kind
from directive_atlas.outputs.names import GENERATED
from directive_atlas.problems import Place, problem, translation
from directive_atlas.vocabulary import COMPUTED, WRITTEN
from directive_atlas.vocabulary.directives import RelationKind
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from tests.tools.messages import catalogue, languages, untranslated, used_messages
from tests.tools.own import GUIDE, needs_guide
from tests.tools.paths import FIXTURE, ROOT

pytestmark = needs_guide
T = TypeVar("T")
LANGUAGES = ("zh", "en")
BY_HAND = ("about", *(f"guide/{path.stem}" for path in sorted(GUIDE.glob("*.md"))))
in_each_language = pytest.mark.parametrize("language", LANGUAGES)
in_each_translation = pytest.mark.parametrize("language", LANGUAGES[1:])


def _folder(language: str) -> str:
    return "" if language == LANGUAGES[0] else f"{language}/"


@cache
def _by_hand(language: str, page: str) -> str:
    """The Markdown of a page that is written by hand."""
    return (ROOT / "docs" / _folder(language) / f"{page}.md").read_text("utf-8")


@in_each_translation
def test_the_guide_has_the_same_pages(language: str) -> None:
    pages = (ROOT / "docs" / _folder(language) / "guide").glob("*.md")
    assert ("about", *(f"guide/{path.stem}" for path in sorted(pages))) == BY_HAND


@cache
def _html(language: str, page: str) -> BeautifulSoup:
    extensions = ["attr_list", "pymdownx.superfences", "tables", "toc"]
    return BeautifulSoup(markdown.markdown(_by_hand(language, page), extensions=extensions), "html.parser")


def _headings(html: BeautifulSoup) -> list[str]:
    return [f"{tag.name} {tag['id']}" for tag in html.find_all(re.compile(r"h\d"))]


def _code_blocks(html: BeautifulSoup) -> list[str]:
    return [tag.get_text() for tag in html.find_all("pre")]


def _rows(html: BeautifulSoup) -> list[list[list[str]]]:
    """Of each row of a table the keys and words in its cells, without the order of those in one cell."""
    return [[sorted(_codes(cell)) for cell in row.find_all(["th", "td"])] for row in html("tr")]


def _codes(html: Tag) -> Iterator[str]:
    yield from (tag.get_text() for tag in html.find_all("code") if tag.parent and tag.parent.name != "pre")


def _links(html: BeautifulSoup) -> list[str]:
    return sorted(str(tag["href"]) for tag in html.select("a[href]"))


@in_each_translation
@pytest.mark.parametrize("page", BY_HAND)
@pytest.mark.parametrize("part", [_headings, _code_blocks, _rows, _links], ids=lambda part: part.__name__[1:])
def test_a_translation_has_the_same_parts(
    language: str, page: str, part: Callable[[BeautifulSoup], list[object]]
) -> None:
    assert part(_html(language, page)) == part(_html(LANGUAGES[0], page))


@pytest.mark.parametrize("page", BY_HAND)
def test_chinese_words_in_english_are_marked_as_chinese(page: str) -> None:
    html = copy(_html("en", page))
    for element in html.select("code, [lang=zh]"):
        element.extract()
    assert not re.findall("[\u4e00-\u9fff]+", html.get_text())


@in_each_language
def test_each_problem_code_has_its_entry_and_no_other(language: str) -> None:
    entries = re.findall(r"^### ([EW]\d{3}).*\{ #\w+ \}", _by_hand(language, "guide/problems"), re.M)
    assert entries == sorted(problem.kinds, key=lambda code: code[1:])


@in_each_language
def test_each_entry_has_its_address_and_message(language: str) -> None:
    entries = re.findall(
        r"^### ([EW]\d+) .*\{ #(\w+) \}\n\n`(.*)`$", _by_hand(language, "guide/problems"), re.M
    )
    expected = [(code, code.lower(), kind.message) for code, kind in problem.kinds.items()]
    assert sorted(entries) == sorted(expected)


def test_each_chinese_entry_has_the_message_in_chinese_too() -> None:
    guide, translated = _by_hand("zh", "guide/problems"), translation("zh")
    entries = {code: guide.partition(f"\n### {code} ")[2].partition("\n### ")[0] for code in problem.kinds}
    told = {code: f"\n\n`{translated(kind.message)}`\n\n" for code, kind in problem.kinds.items()}
    assert {code for code, text in told.items() if text not in entries[code]} == set()


def _records() -> list[type[Record]]:
    return [each for each in vars(schema).values() if isinstance(each, type) and issubclass(each, Record)]


@in_each_language
@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_each_key_is_in_the_data_format(record: type[Record], language: str) -> None:
    text = _by_hand(language, "guide/data-format")
    assert not [key for key in keys_of(record) if f"`{key}`" not in text]


_FILE = re.compile(r"`(data/[\w/.-]+)`[:：]\n\n```\w+\n(.*?)^```$", re.M | re.S)
"""A file that the guide shows: its path, and its text in the block below."""
_KIND = re.compile(r"schemas/(\w+)\.schema\.json\n\w")


def _files(text: str) -> Iterator[tuple[str, str]]:
    """Each file of the data folder that a page shows as a whole, with its path."""
    yield from _FILE.findall(text)
    for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S):
        kind = _KIND.search(block)
        if kind and kind[1] not in {"directive", "changes"}:
            yield f"data/{kind[1]}.yml", block


@in_each_language
def test_the_first_directive_of_the_data_format_passes_the_check(language: str, tmp_path: Path) -> None:
    for name, text in _files(_by_hand(language, "guide/data-format")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    done = CliRunner().invoke(main, ["check", "--site", str(tmp_path), "--coverage", "100"])
    assert (done.exit_code, done.output) == (0, "0 errors, 0 warnings\n")
    beside = {path.name for path in (tmp_path / "data" / "directives" / "safety").iterdir()}
    assert beside == {"directive.yml", "source.txt", "targets.csv", "sources.csv", "progress.csv"}
    record = (tmp_path / "data" / "directives" / "safety" / "directive.yml").read_text("utf-8")
    _validate(record, "directive")


def _timing_lines() -> list[tuple[str, str]]:
    """Each line of text in the table of one-line timings, with the block that it stands for."""
    rows = re.findall(r"^\| (`.*`) \| `(\{.*\})` \|$", _by_hand("en", "guide/data-format"), re.M)
    return [(line, block) for lines, block in rows for line in re.findall(r"`([^`]+)`", lines)]


@pytest.mark.parametrize(("line", "block"), _timing_lines())
def test_a_timing_in_one_line_means_what_the_data_format_says(line: str, block: str) -> None:
    assert timing_block(Scalar(line, Place(""))) == parse_yaml(block, "")[0]


def _words() -> list[StrEnum]:
    return [word for words in WRITTEN for word in words]


@in_each_language
def test_each_fixed_word_is_in_the_data_format(language: str) -> None:
    text = _by_hand(language, "guide/data-format")
    assert {word for word in _words() if f"`{word.value}`" not in text} == set()


def test_each_word_that_readers_see_has_a_label() -> None:
    assert all(getattr(word, "label", "") for words in (*WRITTEN, *COMPUTED) for word in words)


def test_each_relation_is_told_from_both_sides() -> None:
    assert all(kind.meaning.inverse for kind in RelationKind)


def _dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [re.split(r"[<>=\[]", line)[0] for line in lines]


def _script_tools() -> list[str]:
    """What the scripts are checked and tested with."""
    return list(json.loads((ROOT / "package.json").read_text())["devDependencies"])


@in_each_language
@pytest.mark.parametrize("name", [*_dependencies(), *_script_tools()])
def test_each_dependency_is_explained(name: str, language: str) -> None:
    assert f"| `{name}` |" in _by_hand(language, "guide/dependencies")


@pytest.mark.parametrize("name", _dependencies())
def test_each_dependency_is_pinned(name: str) -> None:
    assert re.search(rf"^{re.escape(name)}==", (ROOT / "requirements.lock").read_text(), re.M)


def test_the_lock_file_has_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.split(r"^(?=\S+==)", lock, flags=re.M)[1:]
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock


def test_the_lock_file_of_the_script_tools_has_hashes_and_names_no_host() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert {f"node_modules/{name}" for name in _script_tools()} <= set(packages)
    assert all("integrity" in package and "resolved" not in package for package in packages.values())


@in_each_language
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_guide(command: str, language: str) -> None:
    assert f"| `directives {command}` |" in _by_hand(language, "guide/index")


_STARTS = [f"docs/{_folder(language)}guide/index.md" for language in LANGUAGES]


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
_NAMING_PATHS += [f"docs/{_folder(language)}guide/architecture.md" for language in LANGUAGES]


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
    assert f"`{stage}/`" in _by_hand(language, "guide/architecture")


@pytest.mark.parametrize("stage", _stages())
def test_each_folder_of_the_package_is_in_the_readme(stage: str) -> None:
    assert f"`generator/directive_atlas/{stage}/`" in (ROOT / "README.md").read_text("utf-8")


@in_each_language
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.emit.__name__)
def test_each_output_is_in_the_architecture(output: Kind, language: str) -> None:
    [row] = re.findall(rf"^\| `{output.emit.__name__}` \|.*$", _by_hand(language, "guide/architecture"), re.M)
    assert not [name for name in output.names if f"`{name}`" not in row]


def test_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.index("make site") < text.index("![")
    assert text.index("make test") < text.index("![")


@pytest.mark.parametrize("language", languages())
def test_each_interface_word_is_translated(language: str) -> None:
    assert not list(untranslated(catalogue(language), used_messages()))


@pytest.mark.parametrize("kind", KINDS)
def test_data_with_every_key_fit_the_schemas_that_editors_use(kind: str) -> None:
    pattern = "changes/*.yml" if kind == "changes" else f"{kind}.yml"
    paths = list((FIXTURE / "data").rglob(pattern))
    assert paths
    for path in paths:
        _validate(path.read_text("utf-8"), kind)


def test_a_reference_may_cite_a_page_in_the_schemas_that_editors_use() -> None:
    record = "{id: x, kind: notice, title: X, issuers: [y], dates: {}, references: %s}"
    for fits in ("[a-page]", "[{source: a-page, speaker: S}]", "[{title: T, grade: A}]"):
        _validate(record % fits, "directive")
    with pytest.raises(jsonschema.ValidationError):
        _validate(record % "[{title: T}]", "directive")


def _validate(text: str, kind: str) -> None:
    """Check a YAML file as an editor does.

    Raises:
        jsonschema.ValidationError: the file does not fit the schema of its kind.

    """
    _validator(kind).validate(yaml.load(text, _Plain))


@cache
def _validator(kind: str) -> Validator:
    described = json.loads(json_schemas(LANGUAGES)[f"{kind}.schema.json"])
    model = validator_for(described)
    model.check_schema(described)
    return model(described)


class _Plain(yaml.CSafeLoader):
    """Reads dates as text, as editors do (YAML 1.2)."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
