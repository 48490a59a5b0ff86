"""PDFs: paragraphs over lines and pages, running heads, columns and tables, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from directive_atlas.intake import Limits, RefusedError, Taken, read_file
from directive_atlas.passages import read_source

from tests.tools.corpora.pdf import At, pdf


def _taken(folder: Path, content: bytes, limits: Limits | None = None) -> Taken:
    path = folder / "notice.pdf"
    path.write_bytes(content)
    return read_file(path, limits)


def _seen(taken: Taken) -> list[str]:
    source = read_source(taken.text, f"source{taken.suffix}")
    return [source.text[p.span.start : p.span.end].replace("\u2003", " | ") for p in source.paragraphs]


def _page(lines: Sequence[tuple[float, str]], number: str) -> Iterator[At]:
    """A page with a running head and a number; each line with how far it is indented."""
    yield At(200, 800, "Gazette of Examples, Vol. 7", 9)
    yield from (At(80 + indent, 760 - 24 * at, words) for at, (indent, words) in enumerate(lines))
    yield At(280, 30, number, 9)


FIRST = [
    (24, "一、总体安排"),
    (24, "（一）普查。各区县交通局要在六月底前完成全部桥梁的"),
    (0, "普查，编制桥梁清单，并且逐桥核对位置和编号，由各区县统"),
]
SECOND = [
    (0, "一报桥梁管理局，作为全部桥梁下一年度养护计划的依据和"),
    (0, "基础。"),
    (24, "（二）养护。桥梁管理局负责。"),
]


def test_chinese_lines_are_joined_without_a_space_over_pages_too(tmp_path: Path) -> None:
    taken = _taken(tmp_path, pdf([[*_page(FIRST, "— 1 —")], [*_page(SECOND, "— 2 —")]]))
    assert _seen(taken) == [
        "一、总体安排",
        "（一）普查。各区县交通局要在六月底前完成全部桥梁的普查，编制桥梁清单，并且逐桥核对位置和编号，"
        "由各区县统一报桥梁管理局，作为全部桥梁下一年度养护计划的依据和基础。",
        "（二）养护。桥梁管理局负责。",
    ]
    assert taken.aside == ("Gazette of Examples, Vol. 7", "— 1 —", "— 2 —")
    assert [str(note) for note in taken.notes] == [
        "the lines of the PDF were joined to paragraphs",
        "4 running heads and page numbers were removed",
    ]


def test_english_lines_are_joined_with_a_space_and_divided_words_healed(tmp_path: Path) -> None:
    first = [
        (0, "(a) Within 90 days the Secretary shall inspect each well-"),
        (0, "known bridge, the well-known ones first, and every inspec-"),
    ]
    second = [
        (0, "tion is recorded in the register, so that nobody needs to"),
        (0, "search for it."),
        (0, "(b) An inspection is free."),
    ]
    taken = _taken(tmp_path, pdf([[*_page(first, "Page 1 of 2")], [*_page(second, "Page 2 of 2")]]))
    assert _seen(taken) == [
        "(a) Within 90 days the Secretary shall inspect each well-known bridge, the well-known ones first, "
        "and every inspection is recorded in the register, so that nobody needs to search for it.",
        "(b) An inspection is free.",
    ]


def test_a_title_in_larger_letters_is_a_heading(tmp_path: Path) -> None:
    page = [
        At(132, 760, "关于加强城市桥梁普查", 22),
        At(165, 728, "工作的实施通知", 22),
        *(At(80, 690 - 24 * n, "各区县交通局要认真做好本地全部桥梁的普查工作并且报告，") for n in range(4)),
    ]
    taken = _taken(tmp_path, pdf([page]))
    assert taken.text.startswith("# 关于加强城市桥梁普查工作的实施通知\n\n各区县交通局")
    assert len(_seen(taken)) == 2


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [At(60, 700 - 16 * n, f"left line {n} of words that go on", 10) for n in range(10)]
    right = [At(320, 700 - 16 * n, f"right line {n} of words that go on", 10) for n in range(10)]
    words = _taken(tmp_path, pdf([[*left, *right]])).text.split()
    assert words.index("right") > len(words) // 2 - 1
    assert words.count("left") == 10 and "left" not in words[words.index("right") :]


def test_tables_are_rows(tmp_path: Path) -> None:
    page = [
        At(60, 740, "The tasks are these."),
        At(70, 700, "Task"),
        At(250, 700, "Unit"),
        At(430, 700, "Day"),
        At(70, 676, "Inspect all"),
        At(70, 660, "bridges"),
        At(250, 668, "County office"),
        At(430, 668, "June"),
        At(70, 636, "Report"),
        At(250, 636, "Secretary"),
        At(430, 636, "July"),
        At(60, 590, "All others follow next year."),
    ]
    taken = _taken(tmp_path, pdf([page], rules=[716, 692, 652, 628]))
    assert _seen(taken) == [
        "The tasks are these.",
        "Task | Unit | Day",
        "Inspect all bridges | County office | June",
        "Report | Secretary | July",
        "All others follow next year.",
    ]
    assert str(taken.notes[-1]).startswith("tables were read by where their words stand")


def test_radicals_are_folded(tmp_path: Path) -> None:
    taken = _taken(tmp_path, pdf([[At(80, 700, "⼀、⻓江⼤桥")]]))
    assert _seen(taken) == ["一、长江大桥"]


def test_a_number_of_the_text_is_no_page_number(tmp_path: Path) -> None:
    line = At(80, 700, "In this year all bridges are inspected, in the year")
    pages = [[line, At(80, 40, words)] for words in ("2024", "as was said.")]
    assert "2024" in _taken(tmp_path, pdf(pages)).text


def _refusal(folder: Path, content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as refusal:
        _taken(folder, content, limits)
    return f"{refusal.value.problem.kind.code}: {refusal.value.problem.message}"


WHOLE = pdf([[At(80, 700, "Inspect all bridges.")]] * 2)
KEYS = (b"ab" * 32, b"cd" * 32)
ENCRYPTED = b"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % KEYS


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf([[], []]), "it has no text, only images of pages"),
        (pdf([[At(80, 700, "Inspect.")]], trailer=ENCRYPTED), "it is encrypted"),
        (WHOLE[: len(WHOLE) // 2], "it is damaged or incomplete"),
        (b"%PDF-1.4\njunk\n%%EOF\n", "it is damaged or incomplete"),
        (b"%PDF-1.4\n" + bytes(5000) + b"%%EOF\n", "it is damaged or incomplete"),
    ],
    ids=["scanned", "encrypted", "cut off", "junk", "zeros"],
)
def test_what_cannot_be_read_is_told(content: bytes, why: str, tmp_path: Path) -> None:
    assert _refusal(tmp_path, content) == f"E117: this PDF file cannot be read: {why}"


def test_limits(tmp_path: Path) -> None:
    assert _refusal(tmp_path, WHOLE, Limits(pages=1)).endswith("the limit is 1 pages")
    assert _refusal(tmp_path, WHOLE, Limits(characters=30)).endswith("the limit is 30 characters")
    several = pdf([[At(80, 700 - 50 * n, "Inspect all bridges.") for n in range(3)]])
    assert _refusal(tmp_path, several, Limits(paragraphs=1)).endswith("the limit is 1 paragraphs")


def _drawn_many_times(levels: int) -> bytes:
    return pdf([[At(80, 700, "Inspect all bridges.")]], nested=levels)


def test_a_pdf_that_would_be_read_for_ever_is_refused(tmp_path: Path) -> None:
    assert _seen(_taken(tmp_path, _drawn_many_times(2))) == ["Inspect all bridges."]
    refusal = _refusal(tmp_path, _drawn_many_times(20), Limits(seconds=1))
    assert refusal == "E118: this file has more than is read: the limit is 1 seconds of reading"


def test_a_pdf_that_would_take_all_memory_is_refused(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, _drawn_many_times(20), Limits(memory=2**28))
    assert refusal in {
        "E117: this PDF file cannot be read: it is damaged or incomplete",
        "E118: this file has more than is read: the limit is 268,435,456 bytes of memory",
    }
