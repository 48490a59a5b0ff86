"""What the desk of ``directives edit`` answers: views, changes, quotes, and what it does with files."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from directive_atlas import filesystem
from directive_atlas.build import complete
from directive_atlas.check import check
from directive_atlas.editing import Desk, RefusedError
from directive_atlas.editing.offsets import Units
from directive_atlas.editing.quoting import shortest, snapped
from directive_atlas.editing.view import view
from directive_atlas.load import load
from directive_atlas.load.kinds import BEFORE_RELOAD
from directive_atlas.load.parsed import Known
from directive_atlas.passages import Span, read_source
from directive_atlas.problems import Problem, order
from directive_atlas.schedule import schedule
from directive_atlas.write import alone
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.editing import DAY, DIRECTIVE, RECORD, SOURCE, desk, write_site
from tests.tools.paths import FIXTURE, ROOT


@pytest.fixture
def site(tmp_path: Path) -> Desk:
    write_site(tmp_path)
    return desk(tmp_path)


@pytest.fixture
def record(site: Desk) -> Path:
    return site.folder.data / "directives" / DIRECTIVE / "directive.yml"


def _ask(site: Desk, what: str, **asked: object) -> dict[str, Any]:
    answer = site.answer(what, {"directive": DIRECTIVE, **asked})
    assert answer is not None
    return answer


def _change(site: Desk, text: str, **change: object) -> dict[str, Any]:
    return _ask(site, "change", text=text, change=change)


def test_a_record_is_opened_with_its_source_and_all_that_the_page_needs(site: Desk) -> None:
    opened = _ask(site, "open")
    assert opened["text"] == RECORD
    assert opened["source"]["text"] == SOURCE
    assert [each["label"] for each in opened["source"]["paragraphs"]] == ["", "", "一", "", "二", "", ""]
    assert (opened["read"], opened["sentences"], opened["problems"]) == (0, 9, [])
    assert {"name": "总办", "written": "总办", "of": "总办公室", "sound": "zongban zb"} in opened["names"][
        "bodies"
    ]
    assert opened["words"]["task"] == "Task"
    assert [field["key"] for field in opened["forms"]["background"]] == ["reason", ""]


def test_the_words_of_the_page_are_in_its_language(tmp_path: Path) -> None:
    write_site(tmp_path)
    opened = _ask(desk(tmp_path, "zh"), "open")
    assert opened["words"]["task"] == "任务"
    problem = _change(desk(tmp_path, "zh"), RECORD, do="set", path=["issuers"], value=["无此机构"])[
        "problems"
    ][0]
    assert (problem["code"], problem["path"]) == ("E302", ("issuers", 0))
    assert "无此机构" in problem["message"]


def test_a_task_is_added_and_its_passage_marked(site: Desk) -> None:
    quote = _ask(site, "quote", text=RECORD, start=SOURCE.index("总办公室每季度"), end=SOURCE.index("\n原"))
    assert quote["quote"] == "总办公室每季度通报一次进展。"
    seen = _change(
        site, RECORD, do="add", path=["tasks"], index=0, value={"quote": quote["quote"], "due": "every year"}
    )
    assert seen["text"] == RECORD + "tasks:\n  - quote: 总办公室每季度通报一次进展。\n    due: every year\n"
    assert [mark["path"] for mark in seen["marks"]] == [("tasks", 0, "quote")]
    assert seen["read"] == 1
    wrong = _change(site, seen["text"], do="set", path=["tasks", 0, "due"], value="next tuesday")
    assert [(each["isError"], each["path"]) for each in wrong["problems"]] == [(True, ("tasks", 0, "due"))]


def test_an_empty_value_removes_its_key_and_a_missing_block_is_made(site: Desk) -> None:
    made = _change(site, RECORD, do="set", path=["defaults", "obligation"], value="must")["text"]
    assert made == RECORD + "defaults: {obligation: must}\n"
    assert _change(site, made, do="set", path=["number"], value=" ")["text"] == made
    assert "kind" not in _change(site, made, do="set", path=["kind"], value="")["values"]


def test_what_is_written_as_yaml_is_taken_as_it_stands(site: Desk) -> None:
    text = RECORD + "tasks:\n  - quote: 二要及时更换\n"
    assert _ask(site, "yaml", text=text, path=["tasks", 0])["yaml"] == "quote: 二要及时更换"
    lines = "quote: 二要及时更换   # as it is\ndue:\n  - {by: 2020-09}"
    after = _change(site, text, do="write", path=["tasks", 0], yaml=lines)["text"]
    assert after == RECORD + "tasks:\n  - quote: 二要及时更换   # as it is\n    due:\n      - {by: 2020-09}\n"


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"do": "erase"},
        {"do": "set", "path": "kind", "value": "x"},
        {"do": "set", "path": ["kind", None], "value": "x"},
        {"do": "set", "path": ["kind"], "value": 1},
        {"do": "set", "path": [], "value": "x"},
        {"do": "set", "path": ["tasks", 5, "due"], "value": "x"},
        {"do": "add", "path": ["tasks"], "index": "first", "value": "x"},
        {"do": "add", "path": [], "index": 0, "value": "x"},
        {"do": "add", "path": ["tasks"], "index": 0},
        {"do": "remove", "path": ["tasks", 0]},
        {"do": "remove", "path": []},
        {"do": "move", "path": ["kind"], "to": ["title"], "index": 0},
        {"do": "write", "path": ["kind"], "yaml": "[a"},
        {"do": "write", "path": ["kind"]},
    ],
)
def test_what_is_no_change_is_refused_in_words(site: Desk, change: dict[str, object]) -> None:
    with pytest.raises(RefusedError):
        _change(site, RECORD, **change)


@pytest.mark.parametrize(
    "text", ["id: [", "", "- a\n", "a: &x 1\nb: *x\n", "\ta: 1\n", "a: b: c\n", "x" * 1000]
)
def test_a_record_that_cannot_be_read_is_shown_with_what_is_wrong(
    site: Desk, record: Path, text: str
) -> None:
    record.write_text(text or " ", "utf-8")
    opened = _ask(site, "open")
    assert opened["values"] is None
    assert [each for each in opened["problems"] if each["isError"]]
    assert _change(site, text, do="write", path=[], yaml=RECORD)["values"]["id"] == DIRECTIVE


def test_nothing_is_quoted_of_a_source_that_the_page_does_not_show(site: Desk, record: Path) -> None:
    digest = _ask(site, "open")["source"]["digest"]
    same = {"text": RECORD, "source_digest": digest, "start": 0, "end": 4}
    assert "source" not in _ask(site, "look", text=RECORD, source_digest=digest)
    assert _ask(site, "quote", **same)["words"] == SOURCE[:4]
    record.with_name("source.txt").write_text("另一份通知\n", "utf-8")
    assert _ask(site, "look", text=RECORD, source_digest=digest)["source"]["text"] == "另一份通知\n"
    with pytest.raises(RefusedError, match="source text has changed"):
        _ask(site, "quote", **same)


def test_saving_without_a_change_changes_no_byte(site: Desk, record: Path) -> None:
    for content in (RECORD.encode(), b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()):
        record.write_bytes(content)
        opened = _ask(site, "open")
        _ask(site, "save", text=opened["text"], digest=opened["digest"])
        assert record.read_bytes() == content
        changed = _change(site, opened["text"], do="set", path=["kind"], value="plan")
        _ask(site, "save", text=changed["text"], digest=opened["digest"])
        assert record.read_bytes() == content.replace(b"notice", b"plan")


def test_a_file_that_was_changed_meanwhile_is_shown_and_not_overwritten(site: Desk, record: Path) -> None:
    opened = _ask(site, "open")
    record.write_text("id: lamps # by hand\n", "utf-8")
    answer = _ask(site, "save", text=RECORD + "number: '1'\n", digest=opened["digest"])
    assert answer["conflict"]["text"] == "id: lamps # by hand\n"
    assert record.read_text("utf-8") == "id: lamps # by hand\n"
    assert _ask(site, "keep", text="mine\n")["file"] == f"data/directives/lamps/directive.yml{BEFORE_RELOAD}"
    assert (
        _ask(site, "keep", text="mine too\n")["file"]
        == f"data/directives/lamps/directive.yml.1{BEFORE_RELOAD}"
    )
    kept = sorted(path.read_text("utf-8") for path in record.parent.glob(f"*{BEFORE_RELOAD}"))
    assert kept == ["mine\n", "mine too\n"]
    record.write_text(RECORD, "utf-8")
    assert not _ask(site, "open")["problems"]


def test_a_record_that_is_gone_or_held_by_another_run_is_not_written(site: Desk, record: Path) -> None:
    opened = _ask(site, "open")
    with alone(site.folder.data, "another run"), pytest.raises(RefusedError, match="another run"):
        _ask(site, "save", text="id: x\n", digest=opened["digest"])
    record.unlink()
    for what in ("save", "open"):
        with pytest.raises(RefusedError, match="not there any more"):
            _ask(site, what, text="id: x\n", digest=opened["digest"])
    assert not record.exists()


def test_a_file_that_is_not_utf_8_is_refused_in_words(site: Desk, record: Path) -> None:
    record.write_bytes("title: 标题\n".encode("gb18030"))
    with pytest.raises(RefusedError, match="not UTF-8"):
        _ask(site, "open")


def test_a_file_that_must_not_be_written_is_named(
    site: Desk, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, name: str, __: bytes) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", name)

    opened = _ask(site, "open")
    monkeypatch.setattr(filesystem, "write", refuse)
    with pytest.raises(RefusedError, match=r"directive\.yml: Permission denied"):
        _ask(site, "save", text=RECORD + "number: '1'\n", digest=opened["digest"])
    assert record.read_text("utf-8") == RECORD


TEXT = """\
一、总体要求
（一）要检查。要检查。各局要检查，并且要检查到底。
Agencies shall report. Agencies shall report within 30 days.
Agencies shall report.
"""


def _quote(words: str, nth: int = 0, **options: bool) -> object:
    source = read_source(TEXT, "source.txt", wrapped=False)
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    span = snapped(source, start, start + len(words))
    return span and shortest(source, span, **options)


@pytest.mark.parametrize(
    ("words", "nth", "quote"),
    [
        ("总体要求", 0, "总体要求"),
        ("要检查", 0, {"exact": "要检查", "suffix": "。要检查"}),
        ("要检查。", 1, {"exact": "要检查。", "suffix": "各局要检"}),
        ("要检查", 3, {"exact": "要检查", "suffix": "到底。"}),
        ("port within 30 da", 0, "report within 30 days"),
        ("Agencies shall report.", 1, {"paragraph": "4", "sentence": "1"}),
        ("要求\n（一）", 0, {"paragraph": "1", "through": "2"}),
        ("。", 0, None),
    ],
)
def test_a_passage_is_quoted_in_the_shortest_form(words: str, nth: int, quote: object) -> None:
    assert _quote(words, nth) == quote


def test_background_is_quoted_by_its_place_where_it_is_whole() -> None:
    assert _quote("一、总体要求", by_position=True) == {"paragraph": "1"}
    assert _quote("Agencies shall report.", by_position=True) == {"paragraph": "3", "sentence": "1"}
    assert _quote("within 30 days", by_position=True) == "within 30 days"


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_every_passage_can_be_quoted(start: int, end: int) -> None:
    source = read_source(TEXT, "source.txt", wrapped=False)
    span = snapped(source, start, end)
    assert span is None or shortest(source, span) is not None


@given(st.text(st.sampled_from("a桥𠀀😀")), st.integers(0, 20))
def test_positions_are_counted_as_browsers_count(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    units = Units(text)
    assert units.of(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert units.back(units.of(offset)) == offset
    assert units.span(Span(0, len(text))) == (0, len(text.encode("utf-16-le")) // 2)


def _own(problems: list[Problem], folder: str) -> list[str]:
    return [
        str(each.place) + each.message for each in order(problems) if each.place.file.startswith(f"{folder}/")
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FIXTURE / "data", id="fixture"),
        pytest.param(ROOT / "data", id="own", marks=pytest.mark.long),
    ],
)
def test_the_problems_of_a_record_are_those_of_the_whole_site(data: Path, tmp_path: Path) -> None:
    """All records have their times taken away, so that there are some."""
    if not data.is_dir():
        pytest.skip("there are no data")
    spoilt = Path(shutil.copytree(data, tmp_path / "data"))
    for path in spoilt.glob("directives/*/directive.yml"):
        path.write_text(re.sub("20[0-9]{2}-[01][0-9]", "2019-13", path.read_text("utf-8"), count=9), "utf-8")
    problems, known = _of_the_whole(spoilt), Known()
    for path in sorted(spoilt.glob("directives/*/directive.yml")):
        name, text = path.parent.name, path.read_text("utf-8")
        seen = view(spoilt, "data", name, text, DAY, known)
        folder = f"data/directives/{name}"
        assert _own([each.problem for each in seen.problems], folder) == _own(problems, folder), name


def _of_the_whole(data: Path) -> list[Problem]:
    raw, problems = load(data, "data")
    records, more = complete(raw)
    corpus = records.expanded.corpus
    return [*problems, *more, *check(corpus, records.passages), *schedule(corpus, DAY)[1]]
