"""Messages in other languages: complete, with the same words, and chosen by the locale or an option."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from directive_atlas.cli.language import of_locale
from directive_atlas.problems import Place, as_github, as_json, as_text, problem, say, translation
from directive_atlas.problems.wording import either, sequence

from tests.golden.base import BASE
from tests.tools.messages import PROBLEMS, catalogue, languages, said_messages, untranslated

CIRCLE = problem("E303", Place("data/topics.yml", 3, 37), what=say("chain of topics"), path="a → b")


@pytest.fixture(scope="module")
def said() -> set[str | tuple[str, ...]]:
    """Every template of a problem: to find them in the code takes seconds, so not each worker does it."""
    return said_messages()


def test_every_template_of_the_catalogue_is_extracted(said: set[str]) -> None:
    written = {text for kind in problem.kinds.values() for text in (kind.message, kind.hint)}
    assert written <= said


@pytest.mark.parametrize("language", languages(PROBLEMS))
def test_each_template_is_translated(language: str, said: set[str | tuple[str, ...]]) -> None:
    assert not list(untranslated(catalogue(language, PROBLEMS), said))


def _fields(template: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None})


@pytest.mark.parametrize("language", languages(PROBLEMS))
def test_a_translation_has_the_same_words(language: str, said: set[str]) -> None:
    translated = translation(language)
    assert {each for each in said if _fields(translated(each)) != _fields(each)} == set()


def test_words_are_said_in_the_language_of_their_sentence() -> None:
    told = say("there is no {what} “{id}”", what=say("actor"), id="{office}")
    assert str(told) == "there is no actor “{office}”"
    assert told.in_(translation("zh")) == "没有主体“{office}”"


def test_several_things_are_joined_as_the_language_does() -> None:
    told = sequence((either("甲乙丙"), "丁"))
    assert str(told) == "甲 or 乙 or 丙; 丁"
    assert told.in_(translation("zh")) == "甲或乙或丙；丁"


def test_words_of_a_message_stay_in_one_line() -> None:
    found = problem("E203", Place("a.yml"), why=say("{name} occurs twice", name="a\nb" + "c" * 400))
    assert found.message.startswith("a bccc") and len(found.message) < 330


def test_text_has_the_hint_and_the_address() -> None:
    assert as_text([CIRCLE], "zh").splitlines() == [
        "data/topics.yml:3:37: E303: 主题的上下级关系形成循环：a → b",
        "  提示：删去其中一处",
        "  说明：guide/problems.html#e303，或者运行：directives explain E303",
    ]
    assert "  guide: en/guide/problems.html#e303, or run: directives explain E303\n" in as_text([CIRCLE])
    assert as_text([CIRCLE], guide=False).endswith("\n  more: directives explain E303\n")


def test_json_names_its_language_and_the_address() -> None:
    [row] = json.loads(as_json([CIRCLE], "zh"))
    assert (row["language"], row["guide"]) == ("zh", "guide/problems.html#e303")
    assert (row["code"], row["hint"]) == ("E303", "删去其中一处")


def test_annotations_are_in_the_language_too() -> None:
    assert as_github([CIRCLE], "zh").endswith("::主题的上下级关系形成循环：a → b（删去其中一处）\n")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh-Hans"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh"}, "zh"),
        ({"LANG": "fr_FR"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: str) -> None:
    assert of_locale(environment) == language


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose only problem is a topic that is not there; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("topics: [bridges]", "topics: [bridge]"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("broken")
def test_the_option_goes_before_the_locale() -> None:
    chinese = {"LC_ALL": "zh_CN.UTF-8"}
    by_locale = CliRunner().invoke(main, ["check"], env=chinese)
    assert "E302: 没有主题“bridge”" in by_locale.stdout and by_locale.stderr == "1个错误，0个警告\n"
    by_option = CliRunner().invoke(main, ["check", "--lang", "en"], env=chinese)
    assert "E302: there is no topic “bridge”" in by_option.stdout
    assert by_option.stderr == "1 error, 0 warnings\n"


@pytest.mark.parametrize(("language", "title"), [("zh", "没有这条记录"), ("en", "no such record")])
def test_explain_prints_the_entry(language: str, title: str) -> None:
    shown = CliRunner().invoke(main, ["explain", "--lang", language, "e302"]).stdout
    assert shown.startswith(f"E302 {title}\n\n`there is no {{what}} “{{id}}”`\n")
    assert "E303" not in shown and not re.search(r"\]\(|\{ #", shown)


def test_explain_refuses_an_unknown_code() -> None:
    refused = CliRunner().invoke(main, ["explain", "--lang", "zh", "E999"])
    assert refused.exit_code == 2 and "没有问题代码“E999”" in refused.stderr
