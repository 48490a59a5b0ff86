"""Pages for paper: which there are, what of a text stands where on a sheet, and what a form asks of whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports.printed import print_files
from directive_atlas.passages.formats import read_source
from directive_atlas.resolve import Corpus
from directive_atlas.views.official import Line, Rank, lines_of
from directive_atlas.views.printed import form_of

from tests.tools.sites import ASSETS, bilingual

CENSUS = "ferries-lights-2023-lamp-census"


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> Mapping[str, BeautifulSoup]:
    """The pages for paper of the fixture by their paths."""
    files = print_files(records(corpus), corpus, bilingual())
    return {file.path: BeautifulSoup(file.content, "html.parser") for file in files}


def _words(line: Line) -> str:
    return "".join(run.text for run in (*line.heading, *line.rest))


def _lines(text: str, corpus: Corpus) -> tuple[Line, ...]:
    """The lines of a text, that of a notice with a title, a number and two issuers."""
    return lines_of(replace(corpus.directives[CENSUS], source=read_source(text, "source.txt")), corpus)


def _laid_out(text: str, corpus: Corpus) -> list[tuple[str, str]]:
    """The rank and the words of each line of a text."""
    return [(line.rank.value, _words(line)) for line in _lines(text, corpus)]


def _said(page: BeautifulSoup, selector: str) -> list[str]:
    """The words of the elements that a selector of CSS finds."""
    return [each.text for each in page.select(selector)]


def test_there_are_a_sheet_for_each_text_and_a_form_for_each_body_with_work(
    pages: Mapping[str, BeautifulSoup], corpus: Corpus
) -> None:
    sheets = {f"directives/{each.id}" for each in corpus.directives.values() if each.source}
    asked = {key for key, owed in corpus.links.owed.items() if any(item.duty.role.asks for item in owed)}
    wanted = {*sheets, *(f"actors/{each}" for each in asked)}
    assert set(pages) == {f"{folder}print/{name}.html" for folder in ("", "en/") for name in wanted}
    assert sheets and asked and len(sheets) < len(corpus.directives) and len(asked) < len(corpus.actors)


def test_nothing_is_loaded_but_the_style_sheet(pages: Mapping[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        assert not page.find_all(["script", "img", "iframe", "style", "object"])
        [link] = page.find_all("link")
        assert link["href"] == "../" * path.count("/") + "assets/sheet.css"


def test_marks_have_the_faces_on_paper_that_they_have_on_the_site() -> None:
    """No sheet can have them from the other: the builders copy both as they are."""
    paper, site = (
        re.findall(r"@font-face \{.*?\}", (ASSETS / name).read_text("utf-8"), re.DOTALL)
        for name in ("sheet.css", "identity.css")
    )
    assert paper == site
    assert len(paper) == 2


def test_a_page_leads_back_to_its_record(pages: Mapping[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        [link] = page.find_all("a")
        _, kind, name = path.removeprefix("en/").removesuffix(".html").split("/")
        wanted = f"../../{kind}/{name}/index.html" if kind == "directives" else f"../../{kind}/{name}.html"
        assert link["href"] == wanted


def test_what_the_head_shows_is_not_said_again(corpus: Corpus) -> None:
    text = "渡航部\n灯标部关于开展航灯普查\n和隐患整治的通知\n澜渡联[2023]7号\n各渡航局：\n现通知如下。\n"
    assert _laid_out(text, corpus) == [("addressees", "各渡航局："), ("plain", "现通知如下。")]


@pytest.mark.parametrize("first", ["关于开展航灯普查的通报", "渡航部另有规定的除外。", "澜渡联〔2023〕8号"])
def test_a_line_that_says_more_or_other_than_the_head_stays(first: str, corpus: Corpus) -> None:
    assert _laid_out(f"{first}\n现通知如下。\n", corpus)[0] == ("plain", first)


def test_headings_and_the_end_have_their_ranks(corpus: Corpus) -> None:
    long = f"二、{'要' * 50}。"
    text = f"一、范围\n（一）台账。各局建立台账。\n1.登记。\n{long}\n渡航部\n灯标部\n二〇二三年二月二十日\n"
    ranks = [rank for rank, _ in _laid_out(text, corpus)]
    assert ranks == ["first", "second", "plain", "first", "signed", "signed", "signed"]
    first, second, _, fourth, *_ = _lines(text, corpus)
    headings = ["".join(run.text for run in line.heading) for line in (first, second, fourth)]
    assert headings == ["一、范围", "（一）台账。", ""]


def test_no_word_of_a_text_is_lost(corpus: Corpus) -> None:
    """A sheet has every character of the text but for the lines that are its title, number or issuers."""
    for directive in corpus.directives.values():
        if directive.source:
            laid = [_words(line) for line in lines_of(directive, corpus)]
            spans = [each.span for each in directive.source.paragraphs]
            whole = [directive.source.text[span.start : span.end] for span in spans]
            assert laid == whole[len(whole) - len(laid) :] and len(whole) - len(laid) <= 2


def test_what_is_struck_through_stays_so(pages: Mapping[str, BeautifulSoup], corpus: Corpus) -> None:
    page = pages["print/directives/council-2024-storm-order.html"]
    assert [each.text for each in page.find_all("s")] == ["March 31"]
    lines = lines_of(corpus.directives["council-2024-storm-order"], corpus)
    rows = [_words(line) for line in lines if line.rank is Rank.ROW]
    assert len(rows) == 2 and "Hall of the Keepers" in rows[1]


def test_a_sheet_says_what_it_is_and_how_the_document_stands(
    pages: Mapping[str, BeautifulSoup], corpus: Corpus
) -> None:
    page = pages[f"print/directives/{CENSUS}.html"]
    assert _said(page, ".standing, .mark span, .number") == [
        "已修改",
        "渡航部",
        "灯标部",
        "澜渡联〔2023〕7号",
    ]
    [foot] = _said(page, "footer")
    assert "不是公文正本" in foot and "2024年6月30日" in foot
    assert not _said(pages["print/directives/council-2024-sixteen-lights-plan.html"], ".standing")


def test_a_document_is_in_its_own_language_on_every_site(pages: Mapping[str, BeautifulSoup]) -> None:
    chinese, english = (pages[f"{folder}print/directives/{CENSUS}.html"] for folder in ("", "en/"))
    assert _said(chinese, "article") == _said(english, "article") != []
    assert len(english.select("html[lang=en] :is(header, article)[lang=zh]")) == 2


def test_a_form_has_a_row_for_each_thing_to_do_with_room_to_write(
    pages: Mapping[str, BeautifulSoup], corpus: Corpus
) -> None:
    for actor in corpus.actors:
        if not (page := pages.get(f"print/actors/{actor}.html")):
            continue
        asked = {item.task for item in corpus.links.owed[actor] if item.duty.role.asks}
        rows = page.select("tbody tr:not(.group)")
        assert _said(page, "tbody tr:not(.group) td:first-child") == [
            str(number) for number in range(1, len(asked) + 1)
        ]
        assert all([cell.text for cell in row.find_all("td")[-2:]] == ["", ""] for row in rows)
        groups = list(form_of(corpus, actor))
        assert [each.directive for each in groups] == list(dict.fromkeys(each.directive for each in groups))
        assert {row.task.key for each in groups for way in each.ways for row in way.rows} == asked


def test_a_form_has_what_is_asked_by_name_first_and_each_membership_once(
    pages: Mapping[str, BeautifulSoup], corpus: Corpus
) -> None:
    groups = list(form_of(corpus, "east-bureau"))
    for group in groups:
        ways = [way.through for way in group.ways]
        assert len(ways) == len(set(ways)) and None not in ways[1:]
        for way in group.ways:
            assert {row.through for row in way.rows} == {way.through}
    page = pages["en/print/actors/east-bureau.html"]
    heads = [said.strip() for said in _said(page, "tr.way")]
    assert (
        heads.count("By name") == sum(len(each.ways) > 1 and not each.ways[0].through for each in groups) > 0
    )
    assert heads.count("As a member of the ferry bureaus") == sum(
        way.through == "bureaus" for each in groups for way in each.ways
    )
    assert "as a member of the ferry bureaus" not in " ".join(_said(page, "td"))
