"""Whatever a data field holds, the page shows exactly that as text."""

from __future__ import annotations

import html
import json
import re

import markdown
import pytest
from bs4 import BeautifulSoup
from directive_atlas.interface.markup import escape, head, outside_link
from directive_atlas.outputs.files import script_json
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from tests.tools.paths import FIXTURE

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]
NASTY = st.text(
    alphabet=st.sampled_from(
        "a1 中.-+#*_`[](){}<>!|&~^=:;\"'\\/$@%?\n\t\u0002\u0003\u007f\u0092\u2028\ufffe"
    ),
    max_size=40,
)


def _shown(source: str) -> BeautifulSoup:
    return BeautifulSoup(markdown.markdown(source, extensions=EXTENSIONS), "html.parser")


def _words(text: str) -> str:
    """Text without white space and control characters, which a page does not show."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def test_the_extensions_are_those_of_the_site() -> None:
    with (FIXTURE / "mkdocs.yml").open("rb") as file:
        extensions = yaml_load(file)["markdown_extensions"]
    names = {name if isinstance(name, str) else next(iter(name)) for name in extensions}
    assert set(EXTENSIONS) <= names <= {*EXTENSIONS, "pymdownx.superfences"}


@given(NASTY)
def test_a_paragraph_shows_the_text(text: str) -> None:
    page = _shown(str(escape(text)))
    assert _words(page.get_text()) == _words(text)
    assert not page.find(["script", "img", "a", "em", "strong", "code", "ul", "ol", "h1", "h2", "hr", "pre"])


@given(NASTY)
def test_a_table_cell_shows_the_text(text: str) -> None:
    page = _shown(f"| a | b |\n| --- | --- |\n| {escape(text)} | x |\n")
    cells = [_words(cell.get_text()) for cell in page.find_all("td")]
    assert cells == [_words(text), "x"]


@given(NASTY.filter(_words), st.integers(1, 6))
def test_a_heading_shows_the_text_and_keeps_its_id(text: str, level: int) -> None:
    page = _shown(f"{'#' * level} {escape(text)} {{ #top }}\n")
    heading = page.find(f"h{level}", id="top")
    assert heading and _words(heading.get_text()) == _words(text)


@pytest.mark.parametrize("text", ["Learn C#", "#", "C# und F#", "# C #", "C##", "C#{ }", "C\\#", "C# #x"])
def test_a_heading_keeps_the_number_signs_at_its_end(text: str) -> None:
    """Python-Markdown drops those that stand there as they are, with attributes behind them and without."""
    for heading in (f"# {escape(text)} {{ #top }}", f"# {escape(text)}"):
        assert _shown(heading).select("h1")[0].get_text() == text


@given(NASTY)
def test_a_link_shows_the_text_and_keeps_its_target(text: str) -> None:
    page = _shown(f"[{escape(text)}x](../a.md#b)")
    link = page.find("a", href="../a.md#b")
    assert link and _words(link.get_text()) == _words(text + "x")


@given(st.text(alphabet=st.sampled_from("ab/?#&=%<>()[]{}\"'` *_\\:.中"), max_size=30))
def test_an_outside_address_cannot_leave_its_link(tail: str) -> None:
    page = _shown(f"x {outside_link(escape('x'), 'https://a.example/' + tail)} y")
    links = page.find_all("a")
    assert len(links) == 1 and str(links[0]["href"]).startswith("https://a.example/")
    assert page.get_text().split() == ["x", "x", "y"]


@given(NASTY)
def test_the_head_has_no_markup(text: str) -> None:
    assert not re.search(r'[<>&"\\]', head(html.unescape(text)))


LEADING = ["1. one", "- one", "# one", "> one", "    one", "---", "!!! note", "{: #x }", "[^1]: x"]


@pytest.mark.parametrize("text", LEADING)
def test_the_start_of_a_line_means_nothing(text: str) -> None:
    assert _shown(str(escape(text))).find_all(["p"])[0].get_text() == text.strip()


@given(st.text(alphabet=st.sampled_from('a中<>/&"\\\n\u2028\u2029\u202a\u202e\u2066\u2069'), max_size=20))
def test_data_in_a_script_says_the_same_and_ends_nothing(text: str) -> None:
    written = script_json([text])
    assert not re.search("[<\u2028\u2029\u202a-\u202e\u2066-\u2069]", written)
    assert json.loads(written) == [re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)]
