"""Whatever a data field holds, the page shows exactly that as text, and Markdown leaves the page as it is."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from directive_atlas.interface.markup import escape, head, in_language, link, outside_link, visible
from directive_atlas.outputs.files import script_json
from directive_atlas.outputs.pages.render import PAGE, compact
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from tests.tools.paths import FIXTURE

NASTY = st.text(
    alphabet=st.sampled_from(
        "a1 中.-+#*_`[](){}<>!|&~^=:;\"'\\/$@%?\n\t\u0002\u0003\u007f\u0092\u2028\ufffe"
    ),
    max_size=40,
)
LINES = [
    "1. one",
    "- one",
    "# one",
    "> one",
    "    one",
    "---",
    "| a |\n| --- |\n| b |",
    "!!! note",
    "??? note",
    "{: #x }",
    "[^1]: x",
    "[x]: https://a.example/",
    "*[x]: y",
    "[TOC]",
    "```\none\n```",
    "~~~ python\none\n~~~",
    "a\n\n    b",
    "a\n\n</div>\n\n# b",
    "<!-- a",
    "<![CDATA[",
    "<?php",
    "</div>",
    "</p>",
    "<script>",
    "&lt;b&gt;",
    "\u0002wzxhzdk:0\u0003",
    "\u0002klzzwxh:0000\u0003",
    "Learn C#",
    "\\#",
]
"""What means something in Markdown or in HTML, at the beginning of a line or anywhere."""


@cache
def _markdown() -> Markdown:
    """Markdown with the extensions of a site; it is to be reset before each page."""
    with (FIXTURE / "mkdocs.yml").open("rb") as file:
        listed: list[str | dict[str, Any]] = yaml_load(file)["markdown_extensions"]
    configs = {name: config for each in listed if isinstance(each, dict) for name, config in each.items()}
    names = [each for one in listed for each in ([one] if isinstance(one, str) else one)]
    return Markdown(extensions=names, extension_configs=configs)


def _page(text: str) -> Tag:
    """The one element of a page with some HTML on it, after Markdown has left it as it was."""
    page = f'<div class="{PAGE}">\n{compact(text)}</div>'
    assert _markdown().reset().convert(page) == page
    [element] = BeautifulSoup(page, "html.parser").contents
    assert isinstance(element, Tag)
    return element


def _names(element: Tag) -> list[str]:
    """The names of the elements below another, in order."""
    return [each.name for each in element.find_all()]


ROOMS: dict[str, tuple[Callable[[Markup], str], list[str]]] = {
    "paragraph": (lambda text: f"<p>{text}</p>", ["p"]),
    "heading": (lambda text: f'<h1 id="top">{text}</h1>', ["h1"]),
    "cell": (lambda text: f"<table><tr>\n<td>{text}</td>\n</tr></table>", ["table", "tr", "td"]),
    "item": (lambda text: f"<ul>\n<li>{text}</li></ul>", ["ul", "li"]),
    "line of its own": (lambda text: f"<div>\n{text}\n</div>", ["div"]),
    "link": (lambda text: link(text, "../a.html#b"), ["a"]),
    "link to another site": (lambda text: outside_link(text, "https://a.example/"), ["a"]),
    "words in another language": (lambda text: in_language(text, "en"), ["span"]),
    "form to copy": (lambda text: f"<pre>{text}</pre>", ["pre"]),
}


def _with_lines(test: Callable[..., None]) -> Callable[..., None]:
    for line in LINES:
        test = example(text=line)(test)
    return test


@pytest.mark.parametrize("room", ROOMS)
@_with_lines
@given(text=NASTY)
def test_every_room_shows_the_text_and_nothing_else_comes_of_it(room: str, text: str) -> None:
    write, names = ROOMS[room]
    page = _page(write(escape(text)))
    assert _names(page) == names
    assert page.get_text().strip() == visible(text)


FENCES = st.sampled_from(["```", "~~~", "````", "``` python", "~~~ {.a #b}", "```\n"])


@given(first=FENCES, last=FENCES)
def test_two_texts_on_lines_of_their_own_open_no_fence(first: str, last: str) -> None:
    page = _page(f"{escape(first)}\n<b>x</b>\n{escape(last)}")
    assert _names(page) == ["b"]
    assert page.get_text().split() == [*first.split(), "x", *last.split()]


@_with_lines
@given(text=NASTY)
def test_an_attribute_holds_the_text_and_cannot_be_left(text: str) -> None:
    element = _page(f'<p title="{escape(text)}" class="why">x</p>').p
    assert element
    assert set(element.attrs) == {"title", "class"}
    assert str(element["title"]).strip() == visible(text)


@given(st.text(alphabet=st.sampled_from("ab/?#&=%<>()[]{}\"'` *_\\:.中"), max_size=30))
def test_an_outside_address_cannot_leave_its_link(tail: str) -> None:
    page = _page(f"<p>x {outside_link(escape('x'), 'https://a.example/' + tail)} y</p>")
    [found] = page.find_all("a")
    assert str(found["href"]).startswith("https://a.example/")
    assert set(found.attrs) == {"class", "href", "rel"}
    assert page.get_text().split() == ["x", "x", "y"]


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("folder", ["project", "attacked"])
def test_markdown_changes_not_a_byte_of_a_page(
    folder: str, step: int, request: pytest.FixtureRequest
) -> None:
    """Neither of those of the fixture nor of those whose texts all hold an attack; each fourth, or all."""
    docs: Path = request.getfixturevalue(folder) / "docs"
    generated = [
        text for path in sorted(docs.rglob("*.md")) if f'<div class="{PAGE}">' in (text := _read(path))
    ]
    assert len(generated) > 100
    converter = _markdown()
    for text in generated[::step]:
        body = get_data(text)[0].strip()
        assert body.startswith(f'<div class="{PAGE}">\n') and body.endswith("\n</div>")
        assert converter.reset().convert(body) == body


def _read(path: Path) -> str:
    return path.read_bytes().decode()


@given(NASTY)
def test_the_head_has_no_markup(text: str) -> None:
    assert not re.search(r'[<>&"\\]', head(html.unescape(text)))


@given(st.text(alphabet=st.sampled_from('a中<>/&"\\\n\u2028\u2029\u202a\u202e\u2066\u2069'), max_size=20))
def test_data_in_a_script_says_the_same_and_ends_nothing(text: str) -> None:
    written = script_json([text])
    assert not re.search("[<\u2028\u2029\u202a-\u202e\u2066-\u2069]", written)
    assert json.loads(written) == [re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)]
