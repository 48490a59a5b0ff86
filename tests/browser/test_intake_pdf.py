"""PDFs that Chromium prints, with running heads and tables, give back the words of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.intake import Taken, read_file
from directive_atlas.passages import read_source
from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HEAD = "<div style='font-size:9px;width:100%;text-align:center'>Gazette of Examples, Vol. 12</div>"
FOOT = "<div style='font-size:9px;width:100%;text-align:center'>{number}</div>"
CHINESE_NUMBER = "— <span class=pageNumber></span> —"
ENGLISH_NUMBER = "Page <span class=pageNumber></span> of <span class=totalPages></span>"


def _printed(browser: Browser, folder: Path, html: str, number: str = "") -> Taken:
    """What is read of a page that was printed, with running heads where there is a ``number``."""
    page = browser.new_page()
    page.set_content(html)
    foot = FOOT.format(number=number)
    path = folder / "printed.pdf"
    page.pdf(
        path=str(path),
        display_header_footer=bool(number),
        header_template=HEAD,
        footer_template=foot,
        margin={"top": "72px", "bottom": "72px", "left": "80px", "right": "80px"},
    )
    page.close()
    return read_file(path)


def _seen(taken: Taken) -> list[str]:
    source = read_source(taken.text, f"source{taken.suffix}")
    return [source.text[p.span.start : p.span.end].replace("\u2003", " | ") for p in source.paragraphs]


CHINESE = [
    f"（{number}）{what}。各区县交通局要会同有关部门，在{month}月底前完成本地{what}工作，统一编制清单，逐项核对位置、"
    f"编号和责任单位，并将结果报送桥梁管理局；对存在问题的，要一并提出{what}后的养护计划和完成时限。"
    for number, (what, month) in zip(
        "一二三四五六七八九十", zip(["桥梁普查", "设施巡查"] * 5, range(1, 11), strict=True), strict=False
    )
]


def test_a_chinese_document_of_two_pages(browser: Browser, tmp_path: Path) -> None:
    style = "body{font:16pt serif;line-height:1.75;text-align:justify} p{text-indent:2em;margin:0}"
    body = "".join(f"<p>{words}</p>" for words in CHINESE)
    taken = _printed(browser, tmp_path, f"<html lang=zh><style>{style}</style>{body}", CHINESE_NUMBER)
    assert _seen(taken) == CHINESE
    assert "Gazette of Examples, Vol. 12" in taken.aside and "— 2 —" in taken.aside


ENGLISH = [
    f"({letter}) Within {days} days of the date of this order, the Secretary of Bridges shall inspect each "
    f"well-known bridge of region {days}, in consultation with the Governors on a risk-based plan, and shall "
    "report what was found, what has to be repaired, and by when, to the Office of Rivers and to the public."
    for letter, days in zip("abcdefghijklmnop", range(30, 350, 20), strict=True)
]


def test_an_english_document_of_two_pages(browser: Browser, tmp_path: Path) -> None:
    style = "body{font:12pt serif;line-height:1.4} p{margin:0 0 .8em}"
    body = "".join(f"<p>{words}</p>" for words in ENGLISH)
    taken = _printed(browser, tmp_path, f"<html lang=en><style>{style}</style>{body}", ENGLISH_NUMBER)
    assert _seen(taken) == ENGLISH
    assert "Page 2 of 2" in taken.aside


ROWS = [
    ("任务", "责任单位", "完成时限"),
    ("完成全部桥梁的普查并且编制统一的清单，逐桥核对位置和编号", "各区县交通局", "六月底前"),
    ("制定养护计划", "桥梁管理局会同财政局、应急管理局、各区县人民政府", "九月底前"),
    ("报告", "桥梁管理局", "每年"),
]


def test_a_table_with_lines(browser: Browser, tmp_path: Path) -> None:
    style = (
        "body{font:14pt serif} table{border-collapse:collapse;width:100%} td{border:1px solid;padding:6px}"
    )
    rows = "".join(f"<tr>{''.join(f'<td width=33%>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    html = f"<html lang=zh><style>{style}</style><p>任务如下。</p><table>{rows}</table><p>请照办。</p>"
    assert _seen(_printed(browser, tmp_path, html)) == [
        "任务如下。",
        *(" | ".join(row) for row in ROWS),
        "请照办。",
    ]
