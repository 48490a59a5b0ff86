"""From a page to the document on it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from justhtml import JustHTML, NodeType

from directive_atlas.intake.characters import fitted
from directive_atlas.intake.html.articles import known_article, put_aside, without_links
from directive_atlas.intake.html.bounds import refuse_too_much, without_hidden
from directive_atlas.intake.html.furniture import document_of
from directive_atlas.intake.html.head import head_table
from directive_atlas.intake.pieces import STRUCK, UNSTRUCK, Piece, clean, written
from directive_atlas.intake.plain import decoded
from directive_atlas.intake.taken import Limits, RefusedError, Taken, damaged, too_much
from directive_atlas.load.markup import too_much_open
from directive_atlas.passages import Kind, Span
from directive_atlas.passages.blocks import CELL, Shown
from directive_atlas.passages.formats.html import read_html
from directive_atlas.problems import Wording, say

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252"}
"""What pages say, and what browsers then read (https://encoding.spec.whatwg.org/#names-and-labels)."""

_OF_PAGES = re.compile(
    r"utf-?8|utf-16(?:le|be)?|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift_jis|iso-2022-jp|ks_c_5601-1987"
    r"|us-ascii|iso-8859-\d{1,2}|(?:windows-|cp)125\d|koi8-[ru]|ibm866|windows-874"
)
"""The encodings of web pages. Python knows others, which read some texts for ever, or always fail."""


def read_page(content: bytes, file: str, limits: Limits) -> Taken:
    """The document on a page: its headings, lists and tables; the rest of the page is set aside."""
    if len(content) > limits.markup:
        raise too_much(file, limits.markup, say("bytes"))
    html, notes = _text(content, file)
    if found := too_much_open(html, file):
        raise RefusedError(found)
    try:
        page = JustHTML(html, sanitize=False)
        refuse_too_much(page, file, limits)
        return _taken(page, html, file, limits, notes)
    except RecursionError as error:
        raise damaged(file, "HTML") from error


def _taken(page: JustHTML, html: str, file: str, limits: Limits, notes: tuple[Wording, ...]) -> Taken:
    metadata = head_table(page)
    title = _title(page)
    article = known_article(page)
    images = len(article.query("img")) if article else len(page.query("img"))
    if article:
        aside = [*put_aside(article)]
        without_links(article)
        pieces, rest, more = document_of(pieces_of(read_html(article.to_html(pretty=False))), None)
    else:
        aside = []
        pieces, rest, more = document_of(pieces_of(read_html(html)), without_hidden(page))
    if len(pieces) > limits.paragraphs:
        raise too_much(file, limits.paragraphs, say("paragraphs"))
    text, suffix = written([*_head(metadata, title, pieces), *pieces])
    aside += rest
    notes = (*notes, *more, *_counted(images, len(aside)))
    return Taken(text, suffix, title, notes, tuple(aside), metadata)


def _counted(images: int, aside: int) -> Iterator[Wording]:
    if aside:
        yield say(
            "{count} paragraphs of the page are no part of the document and were set aside", count=aside
        )
    if images:
        yield say("{count} images were left out", count=images)


def _head(metadata: dict[str, str], title: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """What stands above the document on its page, and belongs to it: the table of its data, its title."""
    shown = "".join(piece.plain for piece in pieces[:40])
    yield from (
        Piece(f"{label}：{value}")
        for label, value in metadata.items()
        if f"{label}：" not in _squeezed(shown)
    )
    if title and _squeezed(title) not in _squeezed("".join((shown, *metadata.values()))):
        yield Piece(clean(title), Kind.HEADING, level=1)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _title(page: JustHTML) -> str:
    """The heading of the page, or the title in its description."""
    found: NodeType | None = None
    for selector in ('meta[name="ArticleTitle"]', 'meta[property="og:title"]'):
        node = page.query_one(selector)
        value = ((node.attrs or {}).get("content") or "") if node else ""
        if value.strip():
            return clean(_without_site(value))
    headings = page.query("h1")
    found = headings[0] if len(headings) == 1 else page.query_one("title")
    return clean(_without_site(found.to_text())) if found else ""


def _without_site(title: str) -> str:
    """A title without the name of the site that pages add behind it."""
    return re.split(r"\s+[|–—]\s+|_(?=[^_]*$)(?=中|.{0,12}(?:网|政府))", title.strip())[0]


def _text(content: bytes, file: str) -> tuple[str, tuple[Wording, ...]]:
    """The page as text: in the encoding that it names, else as a text file."""
    named = _CHARSET.search(content[:4096])
    encoding = named[1].decode("ascii").lower() if named else ""
    encoding = _WIDER.get(encoding, encoding)
    if _OF_PAGES.fullmatch(encoding) and not content.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        try:
            return content.decode(encoding), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(content, file)


def pieces_of(shown: Shown) -> list[Piece]:
    """The blocks of a text with markup as pieces."""
    found, table, before = [], 0, -2
    struck = list(shown.struck)
    for number, block in enumerate(shown.blocks):
        words = _marked(shown.text, block.span, struck)
        if block.kind is Kind.ROW:
            table += before != number - 1
            before = number
            cells = tuple(clean_marked(cell) for cell in words.split(CELL))
            found.append(Piece(kind=Kind.ROW, cells=cells, table=table))
            continue
        kind = Kind.TEXT if block.kind is Kind.FOOTNOTE else block.kind
        found.append(Piece(clean_marked(words), kind, block.level, block.depth))
    return found


def clean_marked(words: str) -> str:
    """Words in one line; the marks of struck words stay."""
    return " ".join(re.split(r"[ \t\n\r\f\v]+", words.strip(" \t\n\r\f\v")))


def _marked(text: str, span: Span, struck: list[Span]) -> str:
    """The words of a block, with marks around those that are struck through."""
    parts, at = [], span.start
    while struck and struck[0].start < span.end:
        one = struck.pop(0)
        parts += [_fit(text[at : one.start]), STRUCK, _fit(text[one.start : one.end]), UNSTRUCK]
        at = one.end
    return "".join((*parts, _fit(text[at : span.end])))


def _fit(text: str) -> str:
    return fitted(text)[0]


__all__ = ["RefusedError", "pieces_of", "read_page"]
