"""Pages in HTML: the document, without what a site puts around it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.intake import Limits, RefusedError, Taken, read_file
from directive_atlas.intake.html import furniture
from directive_atlas.intake.pieces import Piece, clean, written
from directive_atlas.passages import Kind, read_source
from hypothesis import given
from hypothesis import strategies as st
from justhtml import Node


def _taken(folder: Path, html: str, encoding: str = "utf-8") -> Taken:
    path = folder / "page.html"
    path.write_bytes(html.encode(encoding))
    return read_file(path)


def _seen(taken: Taken) -> list[str]:
    source = read_source(taken.text, f"source{taken.suffix}")
    return [source.text[p.span.start : p.span.end].replace("\u2003", " | ") for p in source.paragraphs]


GOVERNMENT = """\
<html><head><meta charset="utf-8"><title>关于桥梁普查的通知_桥梁网</title>
<meta name="ArticleTitle" content="关于桥梁普查的通知"></head><body>
<div class="crumbs">首页 &gt; 政策 &gt; 正文</div>
<table class="bd1"><tr><td><b>索 引 号：</b></td><td>000012345/2024-00001</td>
<td><b>发文机关：</b></td><td>桥梁管理局</td></tr>
<tr><td><b>成文日期：</b></td><td>2024年03月01日</td><td><b>主 题 词：</b></td><td></td></tr></table>
<div id="UCAP-CONTENT"><p style="text-align:center">关于桥梁普查的通知</p>
<p>各区县交通局：</p><p>　　一、各区县在<b>2024年6月底前</b>完成普查。</p>
<table><tr><th>任务</th><th>单位</th></tr><tr><td>编制清单</td><td>各区县</td></tr></table>
<p>（此件公开发布）</p><p>责任编辑：王某</p><div class="share">分享到：微信</div></div>
<div class="related"><ul><li>相关文章一</li></ul></div></body></html>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_of_a_government_in_china(encoding: str, tmp_path: Path) -> None:
    html = GOVERNMENT.replace(
        'charset="utf-8"', 'charset="gb2312"' if encoding == "gb18030" else 'charset="utf-8"'
    )
    taken = _taken(tmp_path, html, encoding)
    assert _seen(taken) == [
        "索引号：000012345/2024-00001",
        "发文机关：桥梁管理局",
        "成文日期：2024年03月01日",
        "关于桥梁普查的通知",
        "各区县交通局：",
        "一、各区县在2024年6月底前完成普查。",
        "任务 | 单位",
        "编制清单 | 各区县",
        "（此件公开发布）",
    ]
    assert taken.title == "关于桥梁普查的通知"
    assert dict(taken.metadata) == {
        "索引号": "000012345/2024-00001",
        "发文机关": "桥梁管理局",
        "成文日期": "2024年03月01日",
    }
    assert taken.aside == ("分享到：微信", "责任编辑：王某")


ORDER = """\
<html><head><title>Inspecting Bridges | The Office</title></head><body>
<nav>Home News</nav><main><h1>Inspecting Bridges</h1>
<div class="entry-content"><p>By the authority vested in me:</p>
<p><u>Section 1</u>. <u>Purpose</u>. Bridges must be safe &amp; open.</p>
<h2>Actions</h2>
<ol><li>Inspect <del>some</del> all bridges.<ul><li>Old ones first.</li></ul></li><li>Report.</li></ol>
<ol type="a"><li>Every year.</li></ol><img src="seal.png"></div>
<aside>Related orders</aside></main></body></html>
"""


def test_a_page_of_an_order(tmp_path: Path) -> None:
    taken = _taken(tmp_path, ORDER)
    assert taken.text == (
        "# Inspecting Bridges\n\nBy the authority vested in me:\n\n"
        "Section 1. Purpose. Bridges must be safe & open.\n\n## Actions\n\n"
        "1. Inspect <del>some</del> all bridges.\n   - Old ones first.\n2. Report.\n- a. Every year.\n"
    )
    source = read_source(taken.text, "source.md")
    assert [source.text[span.start : span.end].strip() for span in source.struck] == ["some"]
    assert [str(note) for note in taken.notes] == ["1 images were left out"]


UNKNOWN = """\
<html><head><title>Bridges</title></head><body>
<div><a href="/">Start</a> <a href="/news">News</a></div>
<div><h1>Order on Bridges</h1>{paragraphs}</div>
<div><p><a href="/other">Another page about something else</a></p></div>
<div>Imprint and privacy</div></body></html>
"""
SENTENCE = (
    "The agency shall inspect bridge number {n} within {n} days, and report what it found to the Secretary."
)


def test_the_document_on_an_unknown_page_is_found(tmp_path: Path) -> None:
    sentences = [SENTENCE.format(n=n) for n in range(2, 12)]
    taken = _taken(tmp_path, UNKNOWN.format(paragraphs="".join(f"<p>{each}</p>" for each in sentences)))
    assert _seen(taken) == ["Order on Bridges", *sentences]
    assert "Imprint and privacy" in taken.aside
    assert str(taken.notes[0]).startswith("the site is not known")


def test_a_page_that_only_has_a_few_words_is_taken_whole(tmp_path: Path) -> None:
    taken = _taken(tmp_path, "<html><body><p>Inspect!</p></body></html>")
    assert _seen(taken) == ["Inspect!"]


def test_a_page_may_be_nested_deeply_but_not_be_too_large(tmp_path: Path) -> None:
    assert _seen(_taken(tmp_path, "<html>" + "<div>" * 490 + "Inspect!")) == ["Inspect!"]
    with pytest.raises(RefusedError) as refusal:
        read_file(tmp_path / "page.html", Limits(markup=100))
    assert refusal.value.problem.message.endswith("the limit is 100 bytes")


BEHIND = "tags behind bold or other formats of words that are begun and not ended"


@pytest.mark.parametrize(
    ("html", "limit"),
    [
        ("<html>" + "<div>" * 20_000 + "Inspect!", "500 elements that are begun and not ended"),
        ("<html>" + "<b><div></b>" * 20_000 + "Inspect!", "500 elements that are begun and not ended"),
        (
            "<html>" + "".join(f"<p><i id={n}>" for n in range(200)) + "<p>Inspect!" * 9_000,
            f"1,000,000 {BEHIND}",
        ),
        (
            "<html><p " + " ".join(f"a{n}" for n in range(20_000)) + ">Inspect!",
            "200 attributes of one element",
        ),
        ("<html>" + "<br>" * 101_000 + "Inspect!", "100,000 elements"),
    ],
    ids=["nested", "crossed", "begun anew", "attributes", "elements"],
)
def test_a_page_that_would_be_read_for_ever_is_refused(html: str, limit: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refusal:
        _taken(tmp_path, html)
    message = f"E118: this file has more than is read: the limit is {limit}"
    assert f"{refusal.value.problem.kind.code}: {refusal.value.problem.message}" == message


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "utf-7", "hex", "cp037"])
def test_an_encoding_that_no_page_has_is_not_followed(name: str, tmp_path: Path) -> None:
    words = r"Inspect \u0021 a-b +AGE-"
    assert _seen(_taken(tmp_path, f"<html><meta charset={name}><p>{words}</p>")) == [words]


def test_what_a_page_hides_is_shown_to_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def article(page: str) -> str:
        shown.append(page)
        return ""

    monkeypatch.setattr(furniture, "_article", article)
    hidden = "<p " + " ".join(f"a{n}" for n in range(300)) + ">"
    names = ("textarea", "iframe", "script", "style", "xmp")
    _taken(
        tmp_path, "<html>" + "".join(f"<{n}>{hidden}</{n}>" for n in names) + f"<!--{hidden}--><p>Inspect!"
    )
    assert shown == ["<html><head></head><body><p>Inspect!</p></body></html>"]


def test_articles_in_one_another_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Counter[str]()
    own = Node.to_text

    def counted(node: Node, **how: Any) -> str:
        read[node.name] += 1
        return own(node, **how)

    monkeypatch.setattr(Node, "to_text", counted)
    articles, shares = '<div class="entry-content">' * 100, '<div class="related">' * 100
    taken = _taken(tmp_path, f"<html>{articles}<p>Inspect!</p>{shares}News{'</div>' * 200}")
    assert (_seen(taken), taken.aside) == (["Inspect!"], ("News",))
    assert read["div"] <= 2


def test_nothing_of_a_page_is_run_or_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    html = '<!DOCTYPE html SYSTEM "http://bridges.example/x.dtd"><html><link href="http://bridges.example/a.css">'
    taken = _taken(tmp_path, f"{html}<script>alert(1)</script><p>&lt;b&gt; Inspect all bridges.</p></html>")
    assert _seen(taken) == ["<b> Inspect all bridges."]


_WORDS = (
    st.text(alphabet=st.sampled_from("ab1桥 .)(#*_~`\\<>&;|-+=[]{}%!:/^\"'$"), min_size=1, max_size=24)
    .map(clean)
    .filter(bool)
)


@given(st.lists(_WORDS, min_size=1, max_size=4), st.sampled_from([Kind.TEXT, Kind.HEADING, Kind.ENTRY]))
def test_words_are_the_same_when_they_are_read_again(words: list[str], kind: Kind) -> None:
    text, suffix = written(
        [Piece("起", Kind.HEADING, level=2), *(Piece(each, kind, level=1) for each in words)]
    )
    source = read_source(text, f"source{suffix}")
    assert [source.text[p.span.start : p.span.end] for p in source.paragraphs] == ["起", *words]


@given(st.lists(st.lists(_WORDS, min_size=2, max_size=3), min_size=1, max_size=3))
def test_cells_are_the_same_when_they_are_read_again(rows: list[list[str]]) -> None:
    text, suffix = written([Piece(kind=Kind.ROW, cells=tuple(row)) for row in rows])
    source = read_source(text, f"source{suffix}")
    found = [source.text[p.span.start : p.span.end].split("\u2003") for p in source.paragraphs]
    assert [[cell for cell in row if cell] for row in found] == rows
