"""A new edition of a text: what people decided stays, and only new sentences get suggestions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main

from tests.golden.base import BASE
from tests.tools.corpora import drafting

OLD = """关于排查桥梁安全隐患的通知
一、排查整改
各分局要逐座排查桥梁。发现隐患的，各分局要自本通知印发之日起180日内完成整改。
二、督促检查
总办公室要每季度通报一次进展。
北方分局要定期巡查。
总办公室2020年5月6日
"""

NEW = """关于排查桥梁安全隐患的通知
各地桥梁隐患仍未消除。
一、排查整改
各分局要逐座排查桥梁。发现隐患的，各分局要自本通知印发之日起90日内完成整改。
南风监测站要上报数据，总办公室要汇总。
二、督促检查
总办公室要每季度通报一次进展。
三、总结
各分局要在2020年12月底前总结。
总办公室2020年5月6日
"""

DECIDED = """  - title: 督促检查   # looked at
    quote: 二、督促检查
    tasks:
      - {quote: 总办公室要每季度通报一次进展。, title: 通报, id: told, actors: [总办公室], due: every quarter}
"""

SETTINGS = "# yaml-language-server: $schema=schemas/settings.schema.json\nlanguages: [en, zh]\n"
FOLDER = Path("data", "directives", "safety")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a draft of the old text; commands run in it, with messages in English."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "data" / "settings.yml").write_text(SETTINGS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("directive_atlas.cli.draft._reader", lambda language: drafting.read)
    monkeypatch.setattr("directive_atlas.draft.making._language", lambda draft, raw: "en")
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    assert _run("draft", "old.txt", "--id", "safety").exit_code == 0
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def _again(*arguments: str) -> str:
    done = _run("draft", "new.txt", "--id", "safety", "--again", *arguments)
    assert done.exit_code == 0, done.output
    return done.output


def _record() -> str:
    return (FOLDER / "directive.yml").read_text()


def _edit(old: str, new: str) -> None:
    text = _record()
    assert old in text
    (FOLDER / "directive.yml").write_text(text.replace(old, new))


def _changes(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that only the old record has, and those that only the new one has."""
    old, new = ([line.strip() for line in text.splitlines()] for text in (before, after))
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_only_what_the_new_text_says_otherwise_changes(site: Path) -> None:
    before = _record()
    _again()
    gone, come = _changes(before, _record())
    assert gone == [
        "- {paragraph: 7, reason: the day of signature}",
        "- quote: 发现隐患的，各分局要自本通知印发之日起180日内完成整改。",
        "- quote: 北方分局要定期巡查。",
        "actors: [北方分局]",
    ]
    assert [line for line in come if not line.startswith(("to_decide: ", "actors: [{"))] == [
        "- {paragraph: 10, reason: the day of signature}",
        "- quote: 发现隐患的，各分局要自本通知印发之日起90日内完成整改。",
        "- quote: 南风监测站要上报数据，总办公室要汇总。",
        "actors: [南风监测站]",
        "- title: 北方分局要定期巡查。",
        "- title: 总结",
        "quote: 三、总结",
        "- quote: 各分局要在2020年12月底前总结。",
        "due: 2020-12",
        "to_decide:",
        '- "actor nan-feng-jian-ce-zhan, “南风监测站”: say in actors.yml what it is"',
        '- "paragraph 2 was not understood: “各地桥梁隐患仍未消除”"',
    ]


def test_changed_and_dropped_sentences_are_to_be_looked_at(site: Path) -> None:
    _again()
    asked = [line.strip() for line in _record().splitlines() if line.strip().startswith("to_decide: ")]
    assert asked == [
        'to_decide: "these words have changed, look at all that is said here; before: '
        '“发现隐患的，各分局要自本通知印发之日起180日内完成整改。”"',
        'to_decide: "the new text no longer says this; remove it, or say why it stays: '
        '“北方分局要定期巡查。”"',
    ]
    assert "actors: [{actor: 北方分局, basis: inherited, reason: these words do not name it" in _record()


def test_what_people_wrote_stays_to_the_byte(site: Path) -> None:
    start = _record().index("  - title: 督促检查")
    (FOLDER / "directive.yml").write_text(_record()[:start] + DECIDED)
    _again()
    assert DECIDED in _record()


def test_a_sentence_that_was_decided_to_ask_nothing_is_not_asked_again(site: Path) -> None:
    _edit("      - quote: 北方分局要定期巡查。\n        actors: [北方分局]\n", "")
    (site / "new.txt").write_text(OLD + "附注。\n")
    _again()
    assert "北方分局" not in _record()


def test_the_same_text_changes_nothing(site: Path) -> None:
    before = {path: path.read_bytes() for path in (site / "data").rglob("*") if path.is_file()}
    (site / "new.txt").write_text(OLD)
    assert "8 unchanged, 0 moved, 0 changed, 0 added, 0 dropped" in _again()
    after = {path: path.read_bytes() for path in (site / "data").rglob("*") if path.is_file()}
    assert after == before


def test_the_difference_is_shown_and_the_old_files_are_kept(site: Path) -> None:
    record, source = _record(), (FOLDER / "source.txt").read_text()
    shown = _again("--dry-run")
    assert _record() == record
    assert (
        "-北方分局要定期巡查。" in shown and "+      - quote: 南风监测站要上报数据，总办公室要汇总。" in shown
    )
    assert "sentences: 6 unchanged, 0 moved, 1 changed, 4 added, 1 dropped" in shown
    assert "copy" not in shown
    _again()
    assert (FOLDER / "directive.yml.before-draft").read_text() == record
    assert (FOLDER / "source.txt.before-draft").read_text() == source
    assert (FOLDER / "source.txt").read_text() == NEW
    assert "W109" not in _run("check", "--lang", "en").output


def test_the_check_names_what_is_to_be_decided(site: Path) -> None:
    _again()
    found = re.findall(r": ([EW]\d+): ", _run("check", "--lang", "en").output)
    assert sorted(found) == ["W434", *["W444"] * 4]


def test_a_moved_section_stays_as_it_is(site: Path) -> None:
    head, one, two, foot = re.split(r"(?=一、|二、|总办公室2020)", OLD)
    (site / "new.txt").write_text(head + two + one + foot)
    before = _record()
    assert "0 changed, 0 added, 0 dropped" in (said := _again())
    assert "0 moved" not in said
    assert _record() == before


def test_a_directive_without_a_text_has_no_edition_to_compare_with(site: Path) -> None:
    _edit("source: {file: source.txt}\n", "")
    text = re.sub(r"(?m)^ *-? ?quote: .*\n", "", _record())
    (FOLDER / "directive.yml").write_text(text.partition("background:")[0])
    done = _run("draft", "new.txt", "--id", "safety", "--again", "--lang", "en")
    assert (done.exit_code, "safety has no text yet" in done.output) == (2, True)


def test_an_unknown_directive_has_no_new_edition(site: Path) -> None:
    done = _run("draft", "new.txt", "--id", "safer", "--again", "--lang", "en")
    assert (done.exit_code, "E302: there is no directive “safer”" in done.output) == (1, True)
