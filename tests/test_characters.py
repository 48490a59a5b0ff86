"""Any character in any text: refused with its place, or else harmless, in whatever reads the pages.

The pages must hold even if the refusal failed. So most tests here let all characters in.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from directive_atlas.build import build
from directive_atlas.interface.markdown import front_matter, head
from directive_atlas.load import folder as folder_module
from directive_atlas.load import yaml_file
from directive_atlas.load.characters import unfit
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.vocabulary.characters import UNFIT
from directive_atlas.write import carry_out, plan
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser

from tests.conftest import AS_OF, build_site
from tests.test_golden import BASE
from tests.tools.characters import ALLOWED, CLASSES, REFUSED
from tests.tools.encodings import copy_project
from tests.tools.moment import midnight

EVERY = [chr(code) for code in range(0x110000)]
TEXTS = [char for char in EVERY if unicodedata.category(char) != "Cs"]
"""All characters that UTF-8 can write."""

# What no text may hold


def _is_noncharacter(code: int) -> bool:
    """As section 23.7 of the Unicode Standard defines it."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def test_no_text_may_hold_controls_noncharacters_and_halves_of_pairs() -> None:
    refused = {char for char in EVERY if UNFIT.fullmatch(char)}
    controls = {char for char in EVERY if unicodedata.category(char) == "Cc"} - set("\t\n\r")
    halves = {char for char in EVERY if unicodedata.category(char) == "Cs"}
    assert refused == controls | halves | {char for char in EVERY if _is_noncharacter(ord(char))}


@pytest.mark.parametrize("char", [*REFUSED.values(), "\ud800"])
def test_a_refusal_names_the_character(char: str) -> None:
    told = unfit(char, Place("data/x.yml", 3, 5))
    assert told.kind.code == "E111"
    assert f"U+{ord(char):04X}" in told.message
    assert (told.message + told.hint).isprintable()


def _data(tmp_path: Path, files: dict[str, str]) -> Path:
    for name, text in {**BASE, **files}.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path / "data"


RIVER = "directives/river"
ROOMS: dict[str, Callable[[str], dict[str, str]]] = {
    "YAML": lambda char: {"topics.yml": f"topics:\n  - id: bridges\n    name: 'ab{char}c'\n"},
    "YAML, escaped": lambda char: {
        "topics.yml": f'topics:\n  - id: bridges\n    name: "ab\\U{ord(char):08x}c"\n',
    },
    "CSV": lambda char: {f"{RIVER}/progress.csv": f'date,task,note\n2020-05-01,count,"ab{char}c"\n'},
    "source": lambda char: {f"{RIVER}/source.txt": f"{BASE[f'{RIVER}/source.txt']}\nab{char}c\n"},
}
PLACES = {
    "YAML": ("topics.yml", 3, 14),
    "YAML, escaped": ("topics.yml", 3, 11),
    "CSV": (f"{RIVER}/progress.csv", 2, 21),
    "source": (f"{RIVER}/source.txt", 4, 3),
}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("char", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_wherever_it_stands(tmp_path: Path, char: str, room: str) -> None:
    built = build(_data(tmp_path, ROOMS[room](char)), midnight(AS_OF))
    name, line, column = PLACES[room]
    assert built.output is None
    [found] = [problem for problem in built.problems if problem.is_error]
    assert (found.kind.code, found.place) == ("E111", Place(f"data/{name}", line, column))


@pytest.mark.parametrize("room", ["YAML, escaped", "CSV", "source"])
def test_all_else_may_stand_everywhere(tmp_path: Path, room: str) -> None:
    for char in ALLOWED.values():
        if len(char) == 1 and char != '"':
            built = build(_data(tmp_path, ROOMS[room](char)), midnight(AS_OF))
            assert built.output, (char, built.problems)


# What the builders of the site read


@given(st.dictionaries(st.sampled_from(["title", "description", "jsonld"]), st.text(st.sampled_from(TEXTS))))
def test_front_matter_says_exactly_the_text(fields: dict[str, str]) -> None:
    body, found = get_data(f"---\n{front_matter(fields)}hide: [toc]\n---\n\n# Heading\n")
    assert found == fields | {"hide": ["toc"]}
    assert body == "# Heading\n"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_front_matter_may_hold_every_character(loader: type[yaml.SafeLoader]) -> None:
    whole = "".join(TEXTS)
    assert yaml.load(front_matter({"title": whole}), loader) == {"title": whole}


def test_half_of_a_pair_leaves_the_front_matter_whole() -> None:
    assert yaml.safe_load(front_matter({"title": "a\ud800b\udc00"})) == {"title": "a\ufffdb\ufffd"}


ATTACK = (
    "![x](x){{: onerror='window.ran=1' }} ![x](http://other.example/{n}) [x](javascript:window.ran=1) "
    "<img src=x onerror=window.ran=1> <script>window.ran=1</script>"
)


def _attack(number: int, char: str) -> str:
    return f"Zebra{char} {ATTACK.format(n=number)} {char}"


def _records(number: int, char: str) -> dict[str, object]:
    """A directive with one task, and an actor and a topic of its own, each with the attack in its texts."""
    text, name = _attack(number, char), f"c-{number}"
    quote = f"Zebra {number} must run{char}."
    task = {"id": "task", "title": text, "quotes": [quote], "actors": [{"actor": name, "words": text}]}
    directive = {
        "id": name,
        "kind": "notice",
        "title": text,
        "issuers": [name],
        "dates": {"signed": "2020"},
        "source": {"file": "source.txt", "language": "en"},
        "summary": text,
        "relations": [{"kind": "cites", "to": f"c-{number - 1}"}] if number else [],
        "tasks": [task | {"note": text, "topics": [name]}],
    }
    return {
        "actor": {"id": name, "name": text, "kind": "ministry", "aliases": [{"name": text}]},
        "topic": {"id": name, "name": text, "summary": text},
        "directive": directive,
        "source": f"{text}\n{quote}\n",
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """Pages of records with a character of each class, also of those that loading refuses."""
    root = tmp_path_factory.mktemp("hostile") / "data"
    made = [_records(number, char) for number, char in enumerate(CLASSES.values())]
    files: dict[str, object] = {
        "actors.yml": {"actors": [each["actor"] for each in made]},
        "topics.yml": {"topics": [each["topic"] for each in made]},
        "glossary.yml": {"terms": []},
        "settings.yml": {"languages": ["zh", "en"]},
    }
    for number, each in enumerate(made):
        files[f"directives/c-{number}/directive.yml"] = each["directive"]
        source = root / f"directives/c-{number}/source.txt"
        source.parent.mkdir(parents=True)
        source.write_text(str(each["source"]), "utf-8")
    for name, record in files.items():
        (root / name).write_text(yaml.safe_dump(record, width=10**6), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for module in (folder_module, yaml_file):
            patch.setattr(module, "fit", lambda text: text)
        patch.setattr(folder_module, "unfit_in_file", lambda *_: ())
        patch.setattr(yaml_file, "unfit_in_value", lambda *_: ())
        built = build(root, midnight(AS_OF))
    assert built.output, [problem for problem in built.problems if problem.is_error]
    return built.output


def _own(paths: Iterator[str], number: int) -> list[str]:
    """The pages of one class: of its directive, task, actor and topic, in every language."""
    return [path for path in paths if re.search(rf"/c-{number}[./]", path)]


@pytest.mark.parametrize(("number", "char"), list(enumerate(CLASSES.values())), ids=list(CLASSES))
def test_each_page_has_its_front_matter(hostile: Output, number: int, char: str) -> None:
    pages = _own(iter(hostile.files), number)
    assert len(pages) == 8
    for path in pages:
        body, fields = get_data(hostile.files[path].decode())
        assert set(fields) == {"title", "description", "jsonld", "hide"}, path
        assert fields["title"] == head(_attack(number, char))
        assert json.loads(fields["jsonld"])["name"].startswith("Zebra")
        assert not UNFIT.search(body)


@pytest.fixture(scope="module")
def hostile_project(hostile: Output, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with these pages."""
    folder = tmp_path_factory.mktemp("project")
    copy_project(folder)
    carry_out(plan(hostile, folder / "docs"))
    return folder


@pytest.fixture(scope="module")
def hostile_site(hostile_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs builds it."""
    folder = tmp_path_factory.mktemp("mkdocs")
    shutil.copytree(hostile_project, folder, dirs_exist_ok=True)
    return build_site(folder, "mkdocs", "build", "--strict", "--quiet")


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs", "zensical"])
def test_every_builder_reads_the_same_from_it(hostile_project: Path, tmp_path: Path, builder: str) -> None:
    shutil.copytree(hostile_project, tmp_path, dirs_exist_ok=True)
    site = build_site(tmp_path, builder, "build", "--strict")
    for number, char in enumerate(CLASSES.values()):
        for path in (f"directives/c-{number}/index.html", f"en/directives/c-{number}/task.html"):
            page = BeautifulSoup((site / path).read_bytes(), "html.parser")
            [title] = page.select('meta[property="og:title"]')
            [about] = page.select('script[type="application/ld+json"]')
            assert title["content"] == head(_attack(number, char)), path
            assert json.loads(about.string or "")["name"].startswith("Zebra"), path


@pytest.mark.browser
@pytest.mark.parametrize(("number", "char"), list(enumerate(CLASSES.values())), ids=list(CLASSES))
def test_nothing_runs_and_no_request_leaves(
    hostile_site: Path, browser: Browser, number: int, char: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    files = (path.relative_to(hostile_site).as_posix() for path in sorted(hostile_site.rglob("*.html")))
    for path in _own(files, number):
        page.goto((hostile_site / path).as_uri())
        assert page.locator("h1").inner_text().startswith("Zebra"), path
        assert "![x](x){: onerror='window.ran=1' }" in page.locator("h1").inner_text(), path
        article = page.locator("article")
        assert article.locator("img, script, [onerror], [href^=javascript]").count() == 0, path
        assert "jsonld" not in article.inner_text(), path
        assert page.evaluate("window.ran") is None, path
    assert asked and not [url for url in asked if not url.startswith((hostile_site.as_uri(), "data:"))]
    context.close()
