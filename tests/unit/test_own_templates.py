"""A site's own template is used as it is now; one with an error is a problem with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.build import Built, build
from directive_atlas.outputs.engine import Engine, Processes, here

from tests.golden.base import BASE
from tests.tools.moment import AS_OF, midnight


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The folder of own templates of a small site."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "overrides" / "templates" / "macros").mkdir(parents=True)
    return tmp_path / "overrides" / "templates"


def _built(templates: Path, engine: Engine = here) -> Built:
    site = templates.parent.parent
    return build(site / "data", midnight(AS_OF), overrides=site / "overrides", engine=engine)


def _help(templates: Path) -> str:
    output = _built(templates).output
    assert output
    return output.files["help/index.md"].decode()


def test_a_template_that_comes_changes_and_goes_shows_at_once(templates: Path) -> None:
    ours = _help(templates)
    own = templates / "help.md.j2"
    for text in ("first", "second"):
        own.write_text(f"# The {text} help\n", "utf-8")
        assert f"# The {text} help" in _help(templates)
    own.unlink()
    assert _help(templates) == ours


WRONG = {
    "a tag without an end": (b"one\n{% if x %}\n", "help.md.j2:2:1", "Unexpected end of template"),
    "a tag that is none": (b"{% nonsense %}", "help.md.j2:1:1", "unknown tag 'nonsense'"),
    "a sign that is none": (b"a\n\n{{ ? }}", "help.md.j2:3:1", "unexpected char"),
    "an unknown name": (b"one\n{{ nobody }}", "help.md.j2:2:1", "'nobody' is undefined"),
    "an unknown field": (b"{{ page.nothing }}", "help.md.j2:1:1", "no attribute 'nothing'"),
    "an unknown word of ours": (b"\n\n\n{{ w.nothing() }}", "help.md.j2:4:1", "AttributeError"),
    "a record that is not there": (b"{{ w.task('no/task') }}", "help.md.j2:1:1", "KeyError"),
    "a wrong argument": (b"{{ w.task(1, 2, 3, 4, 5) }}", "help.md.j2:1:1", "TypeError"),
    "a division by zero": (b"{{ 1 // 0 }}", "help.md.j2:1:1", "ZeroDivisionError"),
    "a filter that is none": (b"{{ 'x' | shout }}", "help.md.j2:1:1", "No filter named 'shout'"),
    "a template that is not there": (b"{% include 'no.j2' %}", "help.md.j2:1:1", "no.j2"),
    "a file out of the folder": (b"{% include '../../data/topics.yml' %}", "help.md.j2:1:1", "topics.yml"),
    "a macro without an end": (
        b"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "help.md.j2:1:1",
        "Recursion",
    ),
    "itself": (b"{% include 'help.md.j2' %}", "help.md.j2:1:1", "Recursion"),
    "another encoding": ("标题".encode("gb18030"), "help.md.j2:1:1", "not UTF-8"),
}
"""What a template may have wrong: its text, the place that the problem names, and words of the message."""


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_in_a_template_is_said_with_its_line(templates: Path, wrong: str) -> None:
    text, place, words = WRONG[wrong]
    (templates / "help.md.j2").write_bytes(text)
    _assert_told(_built(templates), place, words)


def _assert_told(built: Built, place: str, words: str) -> None:
    [told] = [each for each in built.problems if each.is_error]
    assert (told.kind.code, str(told.place)) == ("E714", f"overrides/templates/{place}")
    assert words in told.message
    assert built.output is None


def test_an_error_in_a_macro_is_at_the_line_of_the_macro(templates: Path) -> None:
    (templates / "macros" / "own.j2").write_text("{% macro own(x) %}\n{{ x.y.z }}\n{% endmacro %}\n", "utf-8")
    (templates / "help.md.j2").write_text("{% from 'macros/own.j2' import own %}\n\n{{ own({}) }}\n", "utf-8")
    _assert_told(_built(templates), "macros/own.j2:2:1", "has no attribute 'y'")


def test_a_file_of_macros_without_one_that_we_need_is_named(templates: Path) -> None:
    (templates / "macros" / "duties.j2").write_text("{# nothing #}", "utf-8")
    _assert_told(_built(templates), "macros/duties.j2:1:1", "macros/duties.j2")


def test_it_is_the_same_where_several_processes_render(templates: Path) -> None:
    (templates / "help.md.j2").write_text("\n{{ 1 // 0 }}", "utf-8")
    _assert_told(_built(templates, Processes(2)), "help.md.j2:2:1", "ZeroDivisionError")
