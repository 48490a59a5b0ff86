"""Catalogues beside the records: what is in one, what is shown of it, and how it follows the records."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.build import read_records
from directive_atlas.cli import main
from directive_atlas.expand import Translated
from directive_atlas.load.catalogue import Translation, catalogue_text, parse_catalogue
from directive_atlas.problems import Place
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE

CATALOGUE = "data/directives/river/directive.en.po"
ENTRY = 'msgctxt "title"\nmsgid "普查"\nmsgstr "Survey"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose directive has Chinese titles only; commands run in it."""
    texts = {**BASE, "directives/river/directive.yml": RECORD}
    for name, text in texts.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


RECORD = """\
id: river
kind: notice
title: 关于桥梁普查的通知
issuers: [office]
dates: {signed: 2020-03-01}
source: {file: source.txt, language: zh}
tasks:
  - {id: count, quote: 各分局要在年底前完成普查。, actors: [{actor: branches, words: 各分局}]}
"""


def _translate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["translate", *arguments])


def _fill(folder: Path, source: str, translation: str) -> None:
    path = folder / CATALOGUE
    old = path.read_text("utf-8")
    new = old.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
    assert new != old
    path.write_text(new, "utf-8")


def test_an_entry_is_the_path_of_a_text_the_text_and_its_translation() -> None:
    found, problems = parse_catalogue(ENTRY, "directive.en.po")
    assert not problems
    assert [(path, each.source, each.text, each.fuzzy) for path, each in found.items()] == [
        ("title", "普查", "Survey", False)
    ]


def test_what_is_empty_is_not_translated_yet() -> None:
    assert parse_catalogue(ENTRY.replace("Survey", ""), "directive.en.po") == ({}, [])


@pytest.mark.parametrize("line", ['msgid "普查', "msgid 普查", "普查", 'msgid "a" "b"', 'msgid "a"b"'])
def test_a_line_that_is_none_is_told_with_its_number(line: str) -> None:
    found, [problem] = parse_catalogue(ENTRY.replace('msgid "普查"', line), "directive.en.po")
    assert (found, problem.kind.code, problem.place.line) == ({}, "E215", 2)


texts = st.dictionaries(
    st.text("abc/-1", min_size=1),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1),
    max_size=4,
)


@given(texts, st.sets(st.integers(0, 3)))
def test_a_catalogue_keeps_what_was_translated(words: dict[str, str], done: set[int]) -> None:
    place = Place("directive.en.po")
    items = [item for number, item in enumerate(words.items()) if number in done]
    old = {path: Translation(source, source[::-1], fuzzy=False, place=place) for path, source in items}
    again, problems = parse_catalogue(catalogue_text("en", words, old), "directive.en.po")
    assert not problems
    assert {path: (each.source, each.text) for path, each in again.items()} == {
        path: (each.source, each.text) for path, each in old.items()
    }


def test_the_command_lists_what_is_to_be_translated_and_is_then_content(folder: Path) -> None:
    assert _translate("en", "--check").exit_code == 1
    assert f"{CATALOGUE}: written; 0 of 3 texts translated" in _translate("en").output
    assert _translate("en", "--check").exit_code == 0


def test_a_quote_is_to_be_translated_unless_the_record_has_its_translation(folder: Path) -> None:
    quote, after = (
        "quote: 各分局要在年底前完成普查。",
        "quote: {exact: 各分局要在年底前完成普查。, translation: %s}",
    )
    record = folder / "data" / "directives" / "river" / "directive.yml"

    def asked(of: str) -> bool:
        record.write_text(RECORD.replace(quote, of), "utf-8")
        (folder / CATALOGUE).unlink(missing_ok=True)
        assert _translate("en").exit_code == 0
        return 'msgid "各分局要在年底前完成普查。"' in (folder / CATALOGUE).read_text("utf-8")

    assert asked(quote)
    assert asked(after % "{zh: 普查。}")
    assert not asked(after % "{en: Each branch shall complete the survey.}")


def test_a_text_that_changes_makes_its_translation_fuzzy_and_hides_it(folder: Path) -> None:
    _translate("en")
    _fill(folder, "关于桥梁普查的通知", "Notice on the survey")
    assert _titles(folder) == {"zh": "关于桥梁普查的通知", "en": "Notice on the survey"}
    record = folder / "data/directives/river/directive.yml"
    record.write_text(record.read_text("utf-8").replace("桥梁普查", "桥梁核查"), "utf-8")
    assert _titles(folder) == {"zh": "关于桥梁核查的通知"}
    _translate("en")
    assert '#| msgid "关于桥梁普查的通知"' in (folder / CATALOGUE).read_text("utf-8")
    assert _titles(folder) == {"zh": "关于桥梁核查的通知"}


def _titles(folder: Path) -> dict[str, str]:
    [directive] = read_records(folder / "data")[0].expanded.corpus.directives
    return dict(directive.title.values)


def test_a_language_that_the_site_does_not_have_is_refused(folder: Path) -> None:
    assert "the site has no language “fr”" in _translate("fr").output


def test_each_text_is_translated_or_missing_or_was_changed_since(folder: Path) -> None:
    texts = _counted(folder).texts
    assert texts > 2 and _counted(folder) == Translated(texts, missing=texts, fuzzy=0)
    _translate("en")
    _fill(folder, "关于桥梁普查的通知", "Notice on the survey")
    assert _counted(folder) == Translated(texts, missing=texts - 1, fuzzy=0)
    assert _counted(folder).done == 1
    record = folder / "data/directives/river/directive.yml"
    record.write_text(record.read_text("utf-8").replace("桥梁普查", "桥梁核查"), "utf-8")
    assert _counted(folder) == Translated(texts, missing=texts - 1, fuzzy=1)
    assert _counted(folder).done == 0


@pytest.mark.parametrize("given", ["", ", translation: {zh: 普查。}"])
def test_a_quote_is_translated_by_the_catalogue_but_not_into_its_own_language(
    folder: Path, given: str
) -> None:
    record = folder / "data/directives/river/directive.yml"
    quote = "quote: {exact: 各分局要在年底前完成普查。" + given + "}"
    record.write_text(RECORD.replace("quote: 各分局要在年底前完成普查。", quote), "utf-8")
    _translate("en")
    _fill(folder, "各分局要在年底前完成普查。", "The branches survey them.")
    expanded = read_records(folder / "data")[0].expanded
    translation = expanded.corpus.directives[0].tasks[0].quotes[0].translation
    own = {"zh": "普查。"} if given else {}
    assert translation and dict(translation.values) == {**own, "en": "The branches survey them."}
    [counts] = expanded.translations.values()
    assert counts["en"].done == 1
    assert (counts["zh"].texts, counts["zh"].missing) == (counts["en"].texts - 1, 0)


def test_a_reason_is_translated_where_it_stands_and_a_named_one_once(folder: Path) -> None:
    record = folder / "data/directives/river/directive.yml"
    named = RECORD.replace("words: 各分局}", "reason: by-custom}, {actor: office, reason: 总管此事。}")
    record.write_text(named + "reasons: {by-custom: 按惯例。}\n", "utf-8")
    _translate("en")
    text = (folder / CATALOGUE).read_text("utf-8")
    assert text.count('msgid "按惯例。"') == text.count('msgid "总管此事。"') == 1
    assert 'by-custom"' not in text.replace('msgctxt "reasons/by-custom"', "")
    _fill(folder, "按惯例。", "By custom.")
    _fill(folder, "总管此事。", "In charge of it.")
    [directive] = read_records(folder / "data")[0].expanded.corpus.directives
    reasons = [dict(duty.reason.values)["en"] for duty in directive.tasks[0].actors if duty.reason]
    assert reasons == ["By custom.", "In charge of it."]
    assert _counted(folder).done == 2


def _counted(folder: Path) -> Translated:
    [counts] = read_records(folder / "data")[0].expanded.translations.values()
    return counts["en"]
