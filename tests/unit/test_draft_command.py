"""``directives draft`` as people run it: what it writes, prints and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.draft.identity import id_of

from tests.golden.base import BASE
from tests.tools.corpora import drafting

TEXT = """关于排查桥梁安全隐患的通知
各分局要逐座排查桥梁。
总办公室2020年5月6日
"""
FOLDER = Path("data", "directives", "safety")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with the small corpus of the golden cases, and a paper beside it; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("directive_atlas.cli.draft._reader", lambda language: drafting.read)
    (tmp_path / "paper.txt").write_text(TEXT)
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, [*arguments, "--lang", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert "Traceback" not in result.output
    return result


def _files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("data").rglob("*") if path.is_file()}


def test_it_says_what_it_has_written_and_found_and_what_to_do_next(site: Path) -> None:
    assert _run("draft", "paper.txt", "--id", "safety").output == (
        "written: data/directives/safety/source.txt\n"
        "written: data/directives/safety/directive.yml\n"
        "sections: 0, tasks: 1, measures: 0\n"
        "bodies: 1, times: 0, targets: 0\n"
        "relations: 0, passages set aside: 2\n"
        "to decide: 0\n"
        "next: directives check; then decide what it names, in an editor or with directives edit\n"
    )


def test_each_suggestion_can_be_explained(site: Path) -> None:
    shown = _run("draft", "paper.txt", "--id", "safety", "--explain", "--dry-run").output
    assert shown.startswith(
        "1:1  head · certain · the title: 关于排查桥梁安全隐患的通知\n"
        "1:1  background · certain · the title: 关于排查桥梁安全隐患的通知\n"
        "2:1  task · certain · 要 demands something: 各分局要逐座排查桥梁。\n"
        "2:1  part of a body · certain · a body before 要: 各分局\n"
    )
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_a_dry_run_prints_the_record_and_writes_nothing(site: Path) -> None:
    before = _files()
    shown = _run("draft", "paper.txt", "--id", "safety", "--dry-run").output
    assert shown.startswith(
        "# yaml-language-server: $schema=../../schemas/directive.schema.json\nid: safety\n"
    )
    assert _files() == before


def test_nothing_is_written_over_without_being_asked(site: Path) -> None:
    _run("draft", "paper.txt", "--id", "safety")
    before = _files()
    again = _run("draft", "paper.txt", "--id", "safety")
    assert (again.exit_code, again.output.count("E507: ")) == (1, 2)
    assert _files() == before


def test_force_keeps_a_copy_of_each_file_also_twice(site: Path) -> None:
    _run("draft", "paper.txt", "--id", "safety")
    for words in ("first", "second"):
        (FOLDER / "directive.yml").write_text(f"# {words}\n{(FOLDER / 'directive.yml').read_text()}")
        assert _run("draft", "paper.txt", "--id", "safety", "--force").exit_code == 0
    kept = sorted(path.name for path in FOLDER.glob("directive.yml.*"))
    assert kept == ["directive.yml.2.before-draft", "directive.yml.before-draft"]
    assert (FOLDER / kept[1]).read_text().startswith("# first\n")


def test_what_the_command_line_says_goes_before_what_the_text_says(site: Path) -> None:
    given = ("--signed", "2021-02-03", "--issuer", "北方分局", "--kind", "order")
    _run("draft", "paper.txt", *given)
    text = Path("data/directives/north-2021-02-03/directive.yml").read_text()
    assert "kind: order\n" in text and "issuers: [北方分局]\n" in text and "signed: 2021-02-03" in text


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        ("", (), 1, "E101"),
        ("\n \n", (), 1, "E101"),
        ("一句话。\n另一句。\n总办公室2020年5月6日\n", (), 1, "E445"),
        (TEXT.replace("总办公室", "某某"), (), 2, "who issued it; add --issuer"),
        (TEXT.replace("2020年5月6日", ""), (), 2, "add --id"),
        (TEXT, ("--id", "Not An Id"), 1, "E207"),
        (TEXT, ("--issuer", "nobody"), 1, "E302"),
        (TEXT, ("--id", "river"), 1, "E507"),
        (TEXT, ("--signed", "yesterday"), 2, "is not a day"),
        (TEXT, ("--kind", "poem"), 2, "poem"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(
    site: Path, text: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (site / "paper.txt").write_text(text)
    before = _files()
    done = _run("draft", "paper.txt", *arguments)
    assert (done.exit_code, said in done.output) == (code, True), done.output
    assert _files() == before


def test_a_file_that_is_not_there_is_named(site: Path) -> None:
    assert "E106" in _run("draft", "no-such.txt").output


def test_a_folder_that_is_no_site_is_refused(site: Path) -> None:
    (site / "empty").mkdir()
    done = _run("draft", "paper.txt", "--site", "empty")
    assert (done.exit_code, "there is no folder empty/data" in done.output) == (2, True)


def test_a_draft_is_not_added_to_data_that_cannot_be_read(site: Path) -> None:
    (site / "data" / "topics.yml").write_text("topics: [\n")
    done = _run("draft", "paper.txt", "--id", "safety")
    assert (done.exit_code, FOLDER.exists()) == (1, False)


def test_a_body_that_nothing_knows_gets_a_record_to_be_completed(site: Path) -> None:
    (site / "paper.txt").write_text(TEXT.replace("各分局", "北风监测站"))
    _run("draft", "paper.txt", "--id", "safety")
    assert Path("data/actors.yml").read_text() == (
        BASE["actors.yml"] + "  - {id: bei-feng-jian-ce-zhan, kind: other, name: 北风监测站}\n"
    )
    assert (
        "bei-feng-jian-ce-zhan"
        in Path("data/directives/safety/directive.yml").read_text().partition("to_decide")[2]
    )


def test_a_body_of_the_registries_is_copied_with_those_above_it_unless_the_site_refers_to_them(
    site: Path,
) -> None:
    (site / "paper.txt").write_text(TEXT.replace("各分局", "工业和信息化部"))
    _run("draft", "paper.txt", "--id", "safety")
    assert "- id: state-council\n" in Path("data/actors.yml").read_text()
    (site / "data" / "actors.yml").write_text(BASE["actors.yml"])
    (site / "data" / "settings.yml").write_text(BASE["settings.yml"] + "registries: [cn]\n")
    _run("draft", "paper.txt", "--id", "safer")
    assert Path("data/actors.yml").read_text() == BASE["actors.yml"]
    assert "actors: [工业和信息化部]" in Path("data/directives/safer/directive.yml").read_text()


@pytest.mark.parametrize(
    ("number", "issuers", "day", "expected"),
    [
        ("国办发〔2018〕71号", ["state-council-office"], "", "state-council-office-2018-71"),
        ("国办发[2018]071号", ["state-council-office"], "", "state-council-office-2018-71"),
        ("国办发〔2018〕71号", [], "2018-07-01", None),
        ("Executive Order 14110", ["president"], "2023-10-30", "eo-14110"),
        ("EO 14110", [], "", "eo-14110"),
        ("Binding Operational Directive 22-01", ["cisa"], "", "bod-22-01"),
        ("BOD 22-01", ["cisa"], "", "bod-22-01"),
        ("M-22-09", ["omb"], "", "m-22-09"),
        ("14110", ["president"], "2023-10-30", "president-2023-10-30"),
        ("", ["miit"], "2020-02-22", "miit-2020-02-22"),
        ("", ["miit"], "", None),
        ("", [], "2020-02-22", None),
    ],
)
def test_the_id_comes_from_the_number_else_from_issuer_and_day(
    number: str, issuers: list[str], day: str, expected: str | None
) -> None:
    assert id_of(number, issuers, day) == expected
