"""The notation in which cases of tests quote pages: it tells apart all that a reader would."""

from __future__ import annotations

import pytest

from tests.tools.reading import reading

SHOWN = {
    '<h2 id="a">Words</h2><a class="headerlink" href="#a">¶</a>': "## Words { #a }",
    "<p>One\n<strong>strong</strong> word</p>": "One **strong** word",
    '<p>See <a href="b.html#c">a link</a></p>': "See [a link](b.html#c)",
    '<p class="why">Words</p>': "Words\n{: .why }",
    "<ul><li>One<ul><li>below</li></ul></li><li>Two</li></ul>": "- One\n    - below\n- Two",
    "<table><thead><tr><th>a</th></tr></thead><tr><td>1</td></tr></table>": "| a |\n| --- |\n| 1 |",
    "<blockquote><p>Words</p></blockquote>": "> Words",
    '<div class="work"><p>Words</p></div>': '<div class="work">\nWords\n</div>',
    '<a class="state open" href="help/statuses.html#open">open</a>': '<span class="state open">open</span>',
    "<p>- **no** [link](x) | &lt;b&gt;</p>": r"\- \*\*no\*\* \[link\](x) \| &lt;b&gt;",
    "<p># 1</p><p>1. one</p>": "\\# 1\n\\1. one",
}


@pytest.mark.parametrize("html", SHOWN)
def test_a_piece_of_html_is_read(html: str) -> None:
    assert reading(f'---\ntitle: "x"\n---\n\n{html}') == f'title: "x"\n{SHOWN[html]}'
