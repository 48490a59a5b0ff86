"""A source in the forms in which papers cite it, whatever its title and its authors hold."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from directive_atlas.interface.citations import Citation, Form, bibtex, cited, gbt_7714, ris
from directive_atlas.vocabulary.dates import parse_date
from hypothesis import given
from hypothesis import strategies as st

NOTICE = Citation(
    key="council-2018-121/count",
    authors=("国务院办公厅",),
    title="关于桥梁普查的通知",
    language="zh",
    accessed="2024-06-30",
    number="国办发〔2018〕121号",
    date=parse_date("2018-12-20"),
    place="第2段",
    note="霁澜指令: https://directives.example/count.html",
    url="https://papers.example/121.html",
)


def test_gbt_7714_names_number_date_place_and_the_day_on_which_an_address_was_read() -> None:
    assert gbt_7714(NOTICE) == (
        "国务院办公厅. 关于桥梁普查的通知: 国办发〔2018〕121号[EB/OL]. "
        "2018: 第2段(2018-12-20)[2024-06-30]. https://papers.example/121.html."
    )


def test_gbt_7714_of_a_paper_without_address_has_no_day_of_reading() -> None:
    assert gbt_7714(replace(NOTICE, url=None, place=None, number=None)) == (
        "国务院办公厅. 关于桥梁普查的通知[Z]. 2018-12-20."
    )


@pytest.mark.parametrize(
    ("date", "published"), [("2018-12", "(2018-12)"), ("2018", "(2018)"), ("2018-Q4", "(2018)")]
)
def test_a_date_is_as_precise_as_it_is_known(date: str, published: str) -> None:
    assert f". {published}[2024-06-30]" in gbt_7714(replace(NOTICE, date=parse_date(date), place=None))


def test_what_is_not_known_leaves_no_trace() -> None:
    bare = Citation(key="a", authors=(), title="Plan", language="en", accessed="2024-06-30")
    assert gbt_7714(bare) == "Plan[Z]."
    assert bibtex(bare) == "@misc{a,\n  title = {{Plan}},\n}"
    assert ris(bare) == "TY  - GOVDOC\nTI  - Plan\nER  - "


@pytest.mark.parametrize(("language", "others"), [("zh", "甲, 乙, 丙, 等. "), ("en", "甲, 乙, 丙, et al. ")])
def test_gbt_7714_names_three_authors_and_the_others_only_as_such(language: str, others: str) -> None:
    many = replace(NOTICE, authors=("甲", "乙", "丙", "丁"), language=language)
    assert gbt_7714(many).startswith(others)
    assert "丁" in bibtex(many)
    assert "AU  - 丁" in ris(many)


def test_the_site_itself_is_cited_as_a_database() -> None:
    body = Citation(
        key="lights",
        authors=("Office of the Council",),
        title="Lights Office",
        language="en",
        accessed="2024-06-30",
        container="Directives of Jilan",
        url="https://directives.example/lights.html",
        database=True,
    )
    assert gbt_7714(body) == (
        "Office of the Council. Lights Office: Directives of Jilan[DB/OL]. [2024-06-30]. "
        "https://directives.example/lights.html."
    )
    assert "  howpublished = {Directives of Jilan},\n" in bibtex(body)
    assert "T2  - Directives of Jilan" in ris(body)


def test_bibtex_keeps_names_and_title_in_braces_of_their_own() -> None:
    assert bibtex(replace(NOTICE, authors=("国务院办公厅", "Ways and Means"))) == (
        "@misc{council-2018-121:count,\n"
        "  author = {{国务院办公厅} and {Ways and Means}},\n"
        "  title = {{关于桥梁普查的通知}},\n"
        "  number = {国办发〔2018〕121号},\n"
        "  year = {2018},\n"
        "  date = {2018-12-20},\n"
        "  note = {第2段. 霁澜指令: https://directives.example/count.html},\n"
        "  url = {https://papers.example/121.html},\n"
        "  urldate = {2024-06-30},\n"
        "}"
    )


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Bread & butter: 100 %", r"Bread \& butter: 100 \%"),
        ("$5 for item #1_a", r"\$5 for item \#1\_a"),
        ("a } b { c", r"a \textbraceright{} b \textbraceleft{} c"),
        (r"C:\new ~ x^2", r"C:\textbackslash{}new \textasciitilde{} x\textasciicircum{}2"),
        ('“加快” and "soon"', '“加快” and "soon"'),
        ("two\nlines\t here", "two lines here"),
    ],
)
def test_bibtex_prints_every_sign_as_it_is(title: str, printed: str) -> None:
    assert f"  title = {{{{{printed}}}}},\n" in bibtex(replace(NOTICE, title=title))


@given(st.text(), st.text())
def test_no_text_leaves_its_field(title: str, author: str) -> None:
    hostile = replace(NOTICE, title=title, authors=(author,), place=title, note=author)
    entry = bibtex(hostile)
    assert entry.count("{") == entry.count("}")
    assert not re.search(r"(?<!\\)[%&$#_]", "".join(_fields(entry, "author", "title", "note")))
    assert len(gbt_7714(hostile).splitlines()) == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris(hostile).split("\n"))


def _fields(entry: str, *names: str) -> list[str]:
    return [line for line in entry.split("\n") if line.strip().partition(" ")[0] in names]


def test_an_address_closes_no_brace() -> None:
    assert "  url = {https://a.example/%7Bb%7D%5C},\n" in bibtex(
        replace(NOTICE, url="https://a.example/{b}\\")
    )


@pytest.mark.parametrize("form", Form)
def test_every_form_names_author_title_and_address(form: Form) -> None:
    text = cited(NOTICE, form)
    assert all(
        words in text for words in ("国务院办公厅", "关于桥梁普查的通知", "https://papers.example/121.html")
    )
