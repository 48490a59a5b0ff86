"""``directives init`` and ``new``: what they refuse, with a word, and that nothing is left half-made."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas import filesystem
from directive_atlas.cli import main

from tests.golden.base import BASE


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def _everything(folder: Path) -> dict[str, bytes]:
    """All below a folder, with the bytes of what is a file."""
    found = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"" for path in found}


@pytest.mark.parametrize(
    ("option", "given", "word"),
    [
        (
            "--languages",
            "fr",
            "E707: the answer to --languages does not fit: “fr” hint: write one or several of en, zh",
        ),
        ("--languages", "zh,zh", "each once"),
        ("--languages", "", "write one or several"),
        ("--colour", "mauve", "choose from: red, pink"),
        ("--calendar", "China", "write a country code such as CN"),
        ("--time-zone", "Peking", "Asia/Shanghai"),
        ("--address", "atlas.example", "begins with https://"),
        ("--contact", "the desk", "write a mail address or a web address"),
        ("--organisation", "a\nb", "write one line"),
        ("--name", "zh=桥梁台账", "the name is in zh, but the languages are en"),
        ("--name", "", "write one line"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(here: Path, option: str, given: str, word: str) -> None:
    refused = _run("init", "new", option, given, "--yes")
    assert refused.exit_code == 1 and "E707" in refused.output
    assert word in " ".join(refused.output.split())
    assert _everything(here) == {}


def test_without_a_terminal_answers_are_options(here: Path) -> None:
    refused = _run("init", "new")
    assert refused.exit_code == 2 and "--yes" in refused.output
    assert _everything(here) == {}


@pytest.mark.parametrize(
    ("there", "word"),
    [
        ("new/notes.txt", "E706: a new site cannot be written here: it is not empty"),
        ("new", "E706: a new site cannot be written here: it is a file"),
    ],
)
def test_what_is_there_stays_as_it_is(here: Path, there: str, word: str) -> None:
    (here / there).parent.mkdir(exist_ok=True)
    (here / there).write_text("mine")
    before = _everything(here)
    refused = _run("init", "new", "--yes")
    assert refused.exit_code == 1 and word in refused.output
    assert _everything(here) == before


def test_a_folder_below_a_file_cannot_be_made(here: Path) -> None:
    (here / "file").write_text("mine")
    refused = _run("init", "file/new", "--yes")
    assert refused.exit_code == 1 and "name a new folder that you may write" in refused.output
    assert _everything(here) == {"file": b"mine"}


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("before", ["", "empty", "above"])
@pytest.mark.parametrize("number", [0, 1, 12])
def test_a_new_site_is_whole_or_not_there(
    here: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, before: str, number: int
) -> None:
    """The disk is full, or somebody interrupts, at one of the files."""
    if before == "empty":
        (here / "empty").mkdir()
    target = {"": "new", "empty": "empty", "above": "above/new"}[before]
    written = list[str]()
    write = filesystem.write

    def stops(root: Path, name: str, content: bytes) -> None:
        if len(written) == number:
            raise error
        written.append(name)
        write(root, name, content)

    monkeypatch.setattr(filesystem, "write", stops)
    stopped = _run("init", target, "--yes")
    assert stopped.exit_code == 1
    assert len(written) == number
    assert list(_everything(here)) == (["empty"] if before == "empty" else [])


# A record that is begun


@pytest.fixture
def site(here: Path) -> Path:
    """The small corpus of the golden cases."""
    for name, text in BASE.items():
        path = here / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return here


NEW_DIRECTIVE = ("directive", "sea", "--title", "Sea")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("topic", "arches", "--title", "a\nb"), "a title is one line"),
        (("topic", "arches"), "--title"),
        (("actor", "west", "--title", "x", "--kind", "queen"), "queen"),
        ((*NEW_DIRECTIVE, "--issuer", "office", "--signed", "soon"), "soon"),
        ((*NEW_DIRECTIVE, "--issuer", "office", "--kind", "whim"), "whim"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(site: Path, arguments: tuple[str, ...], word: str) -> None:
    before = _everything(site)
    refused = _run("new", *arguments)
    assert refused.exit_code == 2
    assert word in " ".join(refused.output.split())
    assert _everything(site) == before


@pytest.mark.parametrize(
    ("arguments", "wrong", "instead"),
    [
        (("topic", "Big Bridges", "--title", "x"), "topics.yml:1:1: E207: “Big Bridges”", "“big-bridges”"),
        (("topic", "../x", "--title", "x"), "topics.yml:1:1: E207", "“x”"),
        (("actor", "index", "--title", "x"), "actors.yml:1:1: E207", "“overview”"),
        (("topic", "bridges", "--title", "x"), "E301: the topic id “bridges” is already", "choose another"),
        ((*NEW_DIRECTIVE, "--issuer", "ofice"), "sea/directive.yml:1:1: E302", "did you mean “office”"),
        (("report", "rivers", "--task", "count", "--note", "x"), "directives:1:1: E302", "mean “river”"),
        (("report", "river", "--task", "counts", "--note", "x"), "progress.csv:1:1: E302", "mean “count”"),
        (("report", "river", "--task", "count", "--note", "a\x92"), "progress.csv:1:1: E111", "U+0092"),
    ],
)
def test_a_record_that_does_not_fit_is_a_problem(
    site: Path, arguments: tuple[str, ...], wrong: str, instead: str
) -> None:
    before = _everything(site)
    refused = _run("new", *arguments)
    assert refused.exit_code == 1
    assert wrong in refused.output and instead in refused.output
    assert refused.output.endswith("nothing was written\n")
    assert _everything(site) == before


def test_nothing_is_added_to_data_that_cannot_be_read(site: Path) -> None:
    (site / "data" / "topics.yml").write_text("topics: [")
    before = _everything(site)
    refused = _run("new", "topic", "arches", "--title", "Arches")
    assert refused.exit_code == 1 and "E102" in refused.output
    assert _everything(site) == before


def test_where_a_folder_should_be_a_file_is_in_the_way(site: Path) -> None:
    (site / "data" / "directives" / "sea").write_text("mine")
    before = _everything(site)
    refused = _run("new", *NEW_DIRECTIVE, "--issuer", "office")
    assert refused.exit_code == 1
    assert "directives/sea:1:1: E506: " in refused.output and ": it is a file" in refused.output
    assert _everything(site) == before


def test_a_new_record_may_call_others_by_name(site: Path) -> None:
    done = _run("new", *NEW_DIRECTIVE, "--issuer", "head office", "--issuer", "office")
    assert done.exit_code == 0, done.output
    record = (site / "data" / "directives" / "sea" / "directive.yml").read_text()
    assert 'issuers: ["head office", office]' in record
    report = ("report", "Notice on the survey of bridges", "--task", "survey the bridges", "--note", "x")
    done = _run("new", *report, "--actor", "North Branch")
    assert done.exit_code == 0, done.output
    assert _run("check").exit_code == 0


def test_a_name_of_several_records_is_refused_with_their_ids(site: Path) -> None:
    actors = site / "data" / "actors.yml"
    actors.write_text(actors.read_text().replace("South Branch", "North Branch"))
    refused = _run("new", *NEW_DIRECTIVE, "--issuer", "North Branch")
    assert refused.exit_code == 1
    assert "E308: “North Branch” may be more than one actor: north, south" in refused.output


@pytest.mark.parametrize("name", ["Department of Commerce", "commerce"])
def test_an_issuer_may_be_in_a_registry_that_the_site_refers_to(site: Path, name: str) -> None:
    new = ("new", *NEW_DIRECTIVE, "--issuer", name)
    assert _run(*new).exit_code == 1
    settings = site / "data" / "settings.yml"
    settings.write_text(settings.read_text() + "registries: [us]\n")
    assert _run(*new).exit_code == 0
    assert _run("check").exit_code == 0
