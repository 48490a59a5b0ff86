"""Files from the desk: what is read of text and Markdown, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from directive_atlas.intake import Limits, RefusedError, read_file
from directive_atlas.passages import read_source

NOTICE = "关于桥梁普查的通知\n各区县交通局：\n一、各区县在2024年6月底前完成普查。\n（一）编制清单。\n"


def _file(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def code(folder: Path, name: str, content: bytes, limits: Limits | None = None) -> str:
    """The code with which a file is refused, and the reason."""
    with pytest.raises(RefusedError) as refusal:
        read_file(_file(folder, name, content), limits)
    return f"{refusal.value.problem.kind.code}: {refusal.value.problem.message}"


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (NOTICE.encode(), []),
        (NOTICE.encode("utf-8-sig"), []),
        (NOTICE.replace("\n", "\r\n").encode(), []),
        (codecs.BOM_UTF16_LE + NOTICE.encode("utf-16-le"), []),
        (codecs.BOM_UTF16_BE + NOTICE.encode("utf-16-be"), []),
        (codecs.BOM_UTF32_LE + NOTICE.encode("utf-32-le"), []),
        (NOTICE.encode("gb18030"), ["the encoding was taken to be GB18030"]),
    ],
    ids=["utf-8", "mark", "crlf", "utf-16-le", "utf-16-be", "utf-32", "gb18030"],
)
def test_a_text_is_the_same_in_every_encoding(content: bytes, notes: list[str], tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "notice.txt", content))
    assert (taken.text, taken.suffix, [str(note) for note in taken.notes]) == (NOTICE, ".txt", notes)


@pytest.mark.parametrize(
    "content",
    [
        "Überprüfung der Brücken – “jährlich”".encode("cp1252"),
        "關於橋樑普查的通知，各區縣交通局應於六月底前完成普查工作並報告結果。".encode("big5"),
        "橋の点検を毎年行うこと。".encode("shift-jis"),
        NOTICE.encode("utf-16-le"),
        codecs.BOM_UTF16_LE + NOTICE.encode("utf-16-le")[:-1],
        b"words\0words",
    ],
    ids=["cp1252", "big5", "shift-jis", "utf-16 without mark", "half a character", "zero byte"],
)
def test_an_encoding_that_is_not_known_is_never_guessed(content: bytes, tmp_path: Path) -> None:
    assert code(tmp_path, "notice.txt", content).startswith("E101: cannot read this file: it is neither")


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path, wanted in ((tmp_path / "none.txt", "E106"), (tmp_path, "E112"), (tmp_path / "a\0b", "E101")):
        with pytest.raises(RefusedError) as refusal:
            read_file(path)
        assert refusal.value.problem.kind.code == wanted
    assert code(tmp_path, "empty.txt", b" \n") == "E101: cannot read this file: the file is empty"


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".wps"),
        ("a.rtf", rb"{\rtf1 words}", "RTF"),
        ("a.txt", rb"{\rtf1 words}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0", "an image"),
        ("a.txt", b"\xff\xd8\xff\xe0\0", "an image"),
        ("a.mht", b"MIME-Version: 1.0", ".mht"),
        ("a.csv", b"a,b", ".csv"),
    ],
)
def test_other_formats_are_named_with_what_to_do(
    name: str, content: bytes, form: str, tmp_path: Path
) -> None:
    message = f"E116: no source text can be read from this kind of file: {form}"
    assert code(tmp_path, name, content) == message


def test_what_is_no_docx_or_pdf_is_damaged(tmp_path: Path) -> None:
    assert code(tmp_path, "a.docx", b"words").endswith(
        "DOCX file cannot be read: it is damaged or incomplete"
    )
    assert code(tmp_path, "a.pdf", b"words").endswith("PDF file cannot be read: it is damaged or incomplete")


def test_the_limits_are_named(tmp_path: Path) -> None:
    message = "E118: this file has more than is read: the limit is 4 bytes"
    assert code(tmp_path, "a.txt", b"words", Limits(size=4)) == message
    assert code(tmp_path, "a.txt", b"words\nwords\n", Limits(paragraphs=1)).endswith("is 1 paragraphs")
    assert code(tmp_path, "a.md", b"words\nwords\n", Limits(paragraphs=1)).endswith("is 1 paragraphs")
    assert code(tmp_path, "a.txt", b"words", Limits(characters=4)).endswith("the limit is 4 characters")
    long = code(tmp_path, "a.txt", b"a\nwords\n", Limits(paragraph=4))
    assert long.endswith("the limit is 4 characters in one paragraph")


def test_characters_that_no_source_may_hold_are_folded_and_told(tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "a.txt", "the river\x92s bri\u200bdges\f⻓⾏\u2028end\n"))
    assert taken.text == "the river’s bridges\n长行\nend\n"
    assert [str(note)[:12] for note in taken.notes] == ["1 control ch", "1 characters", "2 characters"]


def test_signs_that_turn_the_direction_of_writing_are_removed(tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "a.txt", "close\u202e 5 \u202cof \u2066the\u2069 bridges\u200f\n"))
    assert taken.text == "close 5 of the bridges\n"


WRAPPED = """\
     Section 1.  Purpose.  The bridges of this river are old, and
the people who cross them every day deserve to know in what state
they are.  This order sets out how the agencies inspect each well-
known bridge, and how they report on it.

     Sec. 2.  Inspection.  (a)  Within 90 days of the date of this
order, the Secretary of Bridges shall inspect every bridge that is
older than 50 years.
     (b)  The Secretary shall report on the well-known bridges. The inspec-
tion reports are published on the website, and each inspection of a
bridge is told to the Governor concerned.
"""


def test_wrapped_lines_are_joined_where_they_clearly_are(tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "order.txt", WRAPPED))
    assert [line[:24] for line in taken.text.splitlines()] == [
        "Section 1.  Purpose.  Th",
        "Sec. 2.  Inspection.  (a",
        "(b)  The Secretary shall",
    ]
    assert "each well-known bridge" in taken.text
    assert "The inspection reports" in taken.text
    assert str(taken.notes[0]) == "lines that were wrapped were joined to paragraphs"


def test_lines_that_are_paragraphs_stay(tmp_path: Path) -> None:
    lines = "\n".join(
        ["桥梁养护工作", "关于加强城市桥梁普查和养护工作的", "实施意见", "各区县：", "请照办。"] * 3
    )
    assert read_file(_file(tmp_path, "a.txt", lines)).text == lines


MARKDOWN = """\
---
title: "Order on
  Bridges"
date: 2024-03-01
tags: [one, two]
---
# Inspection

1. The Secretary shall inspect `{{ count }}` bridges.
"""


def test_markdown_stays_and_its_front_matter_is_read(tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "order.md", MARKDOWN))
    assert (taken.text, taken.suffix, taken.title) == (MARKDOWN, ".md", "Order on Bridges")
    assert taken.metadata == {"title": "Order on Bridges", "date": "2024-03-01"}
    assert len(read_source(taken.text, "order.md").paragraphs) == 2


def test_front_matter_that_is_no_yaml_is_read_by_line(tmp_path: Path) -> None:
    taken = read_file(_file(tmp_path, "order.md", "---\ntitle: Order: on Bridges\n---\nWords.\n"))
    assert taken.metadata == {"title": "Order: on Bridges"}
