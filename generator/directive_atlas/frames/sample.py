"""Sample pages: one for each shape, with texts that cannot be mistaken for others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.frames.page import GAP, Shape, names_of

MARK = "qzsample"
"""What every text of a sample contains, and nothing else may."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that stands for all of a shape: where it is, its source, and its own texts.

    ``values`` has the texts in the order of ``Page.values``.
    """

    path: str
    source: str
    shape: Shape
    values: tuple[str, ...]


def samples(shapes: Sequence[Shape], anchors: Mapping[str, Iterable[str]]) -> list[Sample]:
    """A sample of each shape; ``anchors`` are those that links to the pages of some paths name."""
    return [_sample(number, shape, anchors) for number, shape in enumerate(shapes)]


def _sample(number: int, shape: Shape, anchors: Mapping[str, Iterable[str]]) -> Sample:
    own = f"{MARK}{number}"
    free = [f"{own}p{place}z" for place in range(shape.free)]
    path = path_of(shape, free)
    article = _article(own, shape.headed, anchors.get(path, ()))
    names = names_of(shape.head)
    texts = [_address(own, n) if name == "href" else _text(own, n) for n, name in enumerate(names)]
    head = shape.head
    for text in texts:
        head = head.replace(GAP, json.dumps(text, ensure_ascii=False), 1)
    return Sample(path, f"---\n{head}---\n\n{article}\n", shape, (*free, article, *texts))


def path_of(shape: Shape, free: Sequence[str]) -> str:
    """The path of a page of a shape below ``docs/``."""
    return shape.folder + ("/".join([*free, shape.leaf]) if shape.leaf else f"{'/'.join(free)}.md")


def html_path(path: str) -> str:
    """The file that a builder makes of a page."""
    return f"{path.removesuffix('.md')}.html"


def _text(own: str, number: int) -> str:
    """A text that shows what a theme does with it: signs of markup, spaces in a row, quotes."""
    return f"{own}t{number}<b>&amp;  '\\/{{{{ a }}}} \"z"


def _address(own: str, number: int) -> str:
    return f"{own}a{number}/z.json"


def _article(own: str, headed: bool, anchors: Iterable[str]) -> str:
    """Blocks of HTML that a builder has to leave as they are."""
    heading = f'<h1 id="{own}-top">{own} &amp; <em>heading</em></h1>\n' if headed else ""
    targets = "".join(f'\n<div id="{anchor}"></div>' for anchor in anchors)
    return (
        f'{heading}<div class="{own}">{targets}\n'
        f'<p>{own} &lt; <a href="../{own}.html#x" title="t">a "link"</a> *no* `code` {{: .x }} [[y]]</p>\n'
        "<!-- a comment -->\n</div>\n"
        f"<table>\n<tbody>\n<tr><td>{own}</td></tr>\n</tbody>\n</table>\n"
        f"<details><summary>{own}</summary>\n<ul>\n<li>{own}</li>\n</ul>\n</details>\n<p>{own} the end</p>"
    )
