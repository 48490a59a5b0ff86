"""Pages and samples: what is cut out of a sample, and what of a page fills the gaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from directive_atlas.frames.fitness import configured
from directive_atlas.frames.links import targets
from directive_atlas.frames.listing import pack, read_listing, whole
from directive_atlas.frames.page import Page, Places, places, read_page
from directive_atlas.frames.pieces import cut, filled, linked, spared
from directive_atlas.frames.sample import MARK, Sample, html_path, samples
from directive_atlas.frames.unframed import UnframedError
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from tests.tools.finished import ARTICLE, finished
from tests.tools.paths import FIXTURE

KNOWN = places(frozenset({"index.md", "tasks/index.md", "en/index.md"}), frozenset({"", "en/"}))


def _page(content: bytes, path: str = "tasks/one.md", known: Places = KNOWN) -> Page | None:
    return read_page(path, content.decode(), known)


def _read(content: bytes, path: str = "tasks/one.md") -> Page:
    page = _page(content, path)
    assert page
    return page


def _sample(page: Page) -> Sample:
    [sample] = samples([page.shape], {})
    return sample


@pytest.mark.parametrize(
    ("path", "folder", "free", "leaf"),
    [
        ("index.md", "", (), "index.md"),
        ("tasks/index.md", "tasks/", (), "index.md"),
        ("tasks/one.md", "tasks/", ("one",), ""),
        ("tasks/deep/er/one.md", "tasks/", ("deep", "er", "one"), ""),
        ("tasks/deep/index.md", "tasks/", ("deep",), "index.md"),
        ("tasks/index/README.md", "tasks/", ("index",), "README.md"),
        ("actors/one.md", "", ("actors", "one"), ""),
        ("en/actors/one.md", "en/", ("actors", "one"), ""),
    ],
)
def test_a_shape_has_the_folder_that_the_navigation_knows(
    path: str, folder: str, free: tuple[str, ...], leaf: str
) -> None:
    page = _read(finished("One"), path)
    assert (page.shape.folder, page.shape.free, page.shape.leaf) == (folder, len(free), leaf)
    assert page.values[: len(free)] == free
    assert _sample(page).path.count("/") == path.count("/")


def test_pages_that_differ_in_their_own_texts_have_one_shape() -> None:
    one, other = finished("One", forms="one"), finished("Other", ARTICLE + "<p>More</p>", forms="o/t")
    assert _read(one).shape == _read(other, "tasks/other.md").shape


@pytest.mark.parametrize(
    "other",
    [
        finished("One", picture="one.png"),
        finished("One", known="As of another day."),
        finished("", forms=""),
        finished("One", "<p>No heading.</p>"),
        finished("One", forms="one"),
    ],
    ids=["another key", "what all pages have", "an empty text", "no heading", "other forms"],
)
def test_pages_whose_frames_may_differ_have_other_shapes(other: bytes) -> None:
    assert _read(other).shape != _read(finished("One")).shape


def test_a_page_that_the_navigation_names_keeps_its_title() -> None:
    assert "Tasks" in _sample(_read(finished("Tasks"), "tasks/index.md")).source
    assert "Tasks" not in _sample(_read(finished("Tasks"), "tasks/one.md")).source


@pytest.mark.parametrize(
    "content",
    [
        b"# By hand\n",
        b"---\ntitle: One\n---\n\n<p>No list of what is on it.</p>\n",
        finished("One", "Text outside of a block"),
        finished("One", "<pre>a\tb</pre>"),
        finished("One", "<p>a</p>\n   \n<p>b</p>"),
        finished("One", '<div markdown="1">*a*</div>'),
        finished("One", forms="../up"),
        finished("One", forms="a b"),
        finished("One").replace(b'"One"', b'"\\U0001F5C2"'),
        finished("One").replace(b'"One"', b'"<gap>"'),
    ],
)
def test_what_a_builder_would_change_is_left_to_it(content: bytes) -> None:
    assert _page(content) is None


def test_a_name_that_addresses_have_to_escape_is_left_to_the_builder() -> None:
    assert _page(finished("One"), "tasks/指令.md") is None


TITLES = [
    "A <b>bold</b> & “quoted” title",
    "&lt;b&gt; &amp;amp; &#39; ' \" \\ \\1 \\g<0>",
    "{{ config }} {0} {} %s $1",
    "  two  spaces, 指令 🗂",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_printed_in_each_way_in_which_the_theme_prints_it(title: str) -> None:
    page = _read(finished(title))
    sample = _sample(page)
    of_sample = sample.values[2]  # after the name and the article
    ways: list[Callable[[str], str]] = [str, lambda text: str(Markup(text).striptags()), escape]
    printed = "|".join(str(way(of_sample)) for way in ways)
    pieces = cut(printed, sample, "mkdocs", "x")
    assert filled(pieces, page.values, "x.html") == "|".join(str(way(title)) for way in ways)


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_texts_fill_the_gaps_and_nothing_else(title: str, around: str) -> None:
    page = Page("tasks/one.md", _read(finished("One")).shape, ("one", ARTICLE, title, "b", "c"))
    sample = _sample(page)
    frame = f"{around}<title>{sample.values[2]}</title>{around}"
    if MARK not in around:
        found = filled(cut(frame, sample, "mkdocs", "x"), page.values, "x.html")
        assert found == f"{around}<title>{title}</title>{around}"


def test_empty_lines_and_indents_of_a_frame_are_left_out_but_not_those_of_a_page() -> None:
    page = _read(finished("One", "<pre>\n  a\n\n  b\n</pre>"))
    sample = _sample(page)
    text = f"<title>\n    {sample.values[2]}\n</title>\n\n   <main>\n  {sample.values[1]} </main>"
    pieces = spared(cut(text, sample, "mkdocs", "x"))
    assert filled(pieces, page.values, "x.html") == (
        "<title>\nOne\n</title>\n<main>\n<pre>\n  a\n\n  b\n</pre> </main>"
    )


def test_path_article_and_addresses_of_a_page_stand_where_those_of_the_sample_stood() -> None:
    page = _read(finished("One", forms="one"), "tasks/deep/one.md")
    sample = _sample(page)
    address = next(value for value in sample.values if value.endswith("z.json"))
    text = f"/{sample.values[0]}/{sample.values[1]}.html <main>{sample.values[2]}</main> ../../{address}"
    found = filled(cut(text, sample, "mkdocs", "x"), page.values, html_path(page.path))
    assert found == f"/deep/one.html <main>{ARTICLE}</main> ../../api/one.json"


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("api/one.json", "index.html", "api/one.json"),
        ("api/one.json", "tasks/one.html", "../api/one.json"),
        ("en/api/one.json", "en/tasks/deep/one.html", "../../api/one.json"),
        ("tasks/one.json", "tasks/two.html", "one.json"),
    ],
)
def test_a_link_leads_from_the_page_to_the_address(address: str, page: str, link: str) -> None:
    assert linked(address, page) == link


@pytest.mark.parametrize("change", [str.upper, lambda text: text[:-4], lambda text: text.replace("a", "b")])
def test_a_text_that_a_theme_changes_in_another_way_is_refused(
    change: Callable[[str], str],
) -> None:
    page = _read(finished("One"))
    sample = _sample(page)
    with pytest.raises(UnframedError):
        cut(f"{MARK} {change(sample.values[2])}", sample, "mkdocs", "x")


def _listed(*paths: str) -> str:
    entries = [f"<url><loc>https://a.example/{html_path(path)}</loc></url>" for path in paths]
    return "<urlset>\n" + "\n".join(entries) + "\n</urlset>"


def test_the_list_of_all_pages_is_made_of_the_entries_of_samples() -> None:
    pages = [_read(finished("One"), path) for path in ("tasks/one.md", "tasks/index.md")]
    made = samples([page.shape for page in pages], {})
    text = _listed("about.md", "tasks/index.md", made[0].path)
    listing, entries = read_listing(text, "mkdocs", made, ["about.md"], None)
    one = filled(entries[0], ("one",), "tasks/one.html")
    found = whole(
        listing, "mkdocs", {"tasks/one.md": one, "tasks/index.md": filled(entries[1], (), ""), **listing.own}
    )
    assert found == _listed("about.md", "tasks/index.md", "tasks/one.md")


@pytest.mark.parametrize(
    "paths", [["about.md"], ["b/index.md", "about.md", "{0}"], ["about.md", "{0}", "b/c.md"]]
)
def test_a_list_that_lacks_pages_or_has_another_order_is_refused(paths: list[str]) -> None:
    made = samples([_read(finished("One")).shape], {})
    text = _listed(*(path.format(made[0].path) for path in paths))
    with pytest.raises(UnframedError):
        read_listing(text, "mkdocs", made, ["about.md", "b/index.md"], None)


def test_a_packed_list_has_the_time_that_it_is_given() -> None:
    assert pack("<urlset/>", 1_000)[4:8] == (1_000).to_bytes(4, "little")


def test_links_are_found_however_they_are_written() -> None:
    text = (
        "[a](../tasks/a.md#x) <a href='../tasks/b.md'> [c][c] [d](/tasks/d%20d.md?q#y) `tasks/none.md`\n\n"
        '[c]: ../tasks/c.md "Title"\n'
    )
    known = {f"tasks/{name}.md" for name in ("a", "b", "c", "d d", "e")}
    assert targets({"guide/about.md": text}, known) == {
        "tasks/a.md": ["x"],
        "tasks/b.md": [],
        "tasks/c.md": [],
        "tasks/d d.md": ["y"],
    }


CONFIG = (FIXTURE / "mkdocs.yml").read_text("utf-8")


def test_the_configuration_of_the_fixture_leaves_pages_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://a.example/")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    found = configured(tmp_path)
    assert (found.docs, found.site, found.custom) == ("docs", "site", "")
    assert found.environment["SITE_URL"] == "https://a.example/"
    assert "en/tasks/" in found.known.folders


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("use_directory_urls: false", "use_directory_urls: true", "use_directory_urls: true"),
        ("use_directory_urls: false", "", "use_directory_urls: true"),
        ("site_url:", "INHERIT: base.yml\nsite_url:", "INHERIT"),
        ("site_url:", "exclude_docs: x\nsite_url:", "exclude_docs"),
        ("site_url:", "site_dir: /srv/www\nsite_url:", "site_dir: /srv/www"),
        ("  name: directive-atlas", "  name: material", "theme: material"),
        ("plugins:\n  - search:\n      enabled: false", "", "plugins: search"),
        ("  - admonition", "  - own.extension", "markdown_extensions: own.extension"),
    ],
)
def test_what_may_act_on_each_page_is_named(old: str, new: str, what: str, tmp_path: Path) -> None:
    assert old in CONFIG
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace(old, new), "utf-8")
    with pytest.raises(UnframedError) as refused:
        configured(tmp_path)
    assert str(refused.value.why) == f"mkdocs.yml has {what}"
