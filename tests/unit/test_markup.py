"""Pages that leave so much open that a parser would work on them for ever are refused before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.load import load
from directive_atlas.load.markup import MOST_OPEN, too_much_open

from tests.golden.base import write_base

ENDLESS = {
    "elements in one another": "<div>" * (MOST_OPEN + 1),
    "elements that end across each other": "<b><div></b>" * (MOST_OPEN + 1),
    "formats that each paragraph has anew": "".join(f"<b id={n}>" for n in range(200)) + "<p>Count." * 2000,
}

HIDDEN = {
    "in a comment": "<b id={}><!--</b>-->",
    "in an attribute": "<b id='{}</b>'>",
    "in an attribute of the next tag": "<b id={}><br title=Count</b>>",
    "in a script": "<b id={}><script></b></script>",
    "in a choice": "<b id={}><select></b></select>",
    "in a table": "<b id={}><table></b></table>",
    "in a drawing": "<b id={}><svg><title><p></title></svg></b>",
    "in a name that goes on behind a space of Unicode": "<b id={}>Count</b\u3000>",
    "in a name that goes on behind a space of other standards": "<b id={}>Count</b\v>",
    "in the second of two quotes": """<b id='"' title=">{}">Count<br title=Count</b>>""",
    "behind more attributes than are looked at": "<b {}>Count</b>".format("id=" * 500),
}
"""Ends of a format that only somebody sees who does not read the page as its parser does."""


@pytest.mark.parametrize("page", ENDLESS.values(), ids=ENDLESS)
def test_it_is_refused(page: str) -> None:
    found = too_much_open(page, "source.html")
    assert found and (found.kind.code, str(found.place)) == ("E118", "source.html:1:1")


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_an_end_that_a_parser_does_not_see_is_none(hidden: str) -> None:
    page = "".join(map(hidden.format, range(2_000))) + "<p>Count.</p>" * 2_000
    found = too_much_open(page, "source.html")
    assert found and found.kind.code == "E118"


@pytest.mark.parametrize(
    "page",
    [
        "".join(f"<b id={n}>Count</b><i class='of {n}'></i>" for n in range(10_000)),
        "<p><b>Count<br></b><font color=red>all <i>trees</font></i></p>" * 10_000,
        "<i><b>" * 100 + "<p>Count." * 6000,
        "<div>" * MOST_OPEN,
        "<div><b>Count</b></div>" * 10_000,
        "<p>Count.<li>Report.<br><img><a name=x>" * 10_000,
        "</div>" * 10_000 + "<div>",
        "1 < 2 <3 <",
    ],
)
def test_what_a_parser_ends_in_time_is_none(page: str) -> None:
    assert too_much_open(page, "source.html") is None


@pytest.mark.parametrize("name", ["source.html", "source.HTM", "source.md"])
def test_a_source_of_a_directive_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    data = write_base(tmp_path)
    record = data / "directives" / "river" / "directive.yml"
    record.write_text(record.read_text("utf-8").replace("source.txt", name), "utf-8")
    (record.parent / "source.txt").rename(record.parent / name)
    (record.parent / name).write_text(ENDLESS["formats that each paragraph has anew"], "utf-8")
    problems = [f"{each.place}: {each.kind.code}" for each in load(data, "data")[1]]
    assert problems == [f"data/directives/river/{name}:1:1: E118"]
