"""Which paragraphs of a page are the document."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence, Set

from directive_atlas.intake.pieces import Piece
from directive_atlas.passages import Kind
from directive_atlas.problems import Wording, say

_END = re.compile(
    r"\s*(?:关键词|责任编辑|责编|相关(?:链接|稿件|报道|阅读|文章|新闻)|延伸阅读|扫一扫|分享(?:到|：|:)|[【\[]?(?:打印|我要纠错)"
    r"|版权所有|Related (?:links?|content|topics?|documents?|resources)|Share this|Back to top"
    r"|Was this (?:page|webpage) helpful)",
    re.I,
)
"""Begins what a page has behind its document."""

_ALONE = re.compile(
    r"\s*(?:字号[:：]?\s*(?:默认|大|中|小|\s|\|)+|(?:来源|稿源)[:：].{0,60}|\d{4}-\d\d-\d\d \d\d:\d\d.{0,60}"
    r"|当前位置[:：].*|您(?:现在)?(?:所在)?的?位置[:：].*"
    r"|首页\s*[>＞].*|Home\s*[>›»/].*|Skip to .*|[【\[](?:打印|关闭)[】\]].*)"
)
"""A line that a page has above or below its document."""


def document_of(
    pieces: Sequence[Piece], unknown: str | None
) -> tuple[list[Piece], list[str], tuple[Wording, ...]]:
    """The pieces of the document, the words around it, and what is doubtful.

    ``unknown`` is the page where its kind is not known, so that the document has to be found.
    """
    notes: tuple[Wording, ...] = ()
    start, end = 0, len(pieces)
    if unknown is not None:
        start, end, notes = _found(pieces, unknown)
    end = _end(pieces, start, end)
    kept = [each for each in pieces[start:end] if not _ALONE.fullmatch(each.plain)]
    dropped = [each.plain for each in pieces[start:end] if _ALONE.fullmatch(each.plain)]
    around = [each.plain for each in (*pieces[:start], *pieces[end:])]
    return kept, [*around, *dropped], notes


def _end(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where the furniture behind a document begins: never in the first half of it."""
    for number in range(start + (end - start) // 2, end):
        if _END.match(pieces[number].plain):
            return number
    return end


def _found(pieces: Sequence[Piece], page: str) -> tuple[int, int, tuple[Wording, ...]]:
    """From the first to the last paragraph of what is taken to be the article of an unknown page."""
    article = {_squeezed(line) for line in _article(page).splitlines()}
    inside = [n for n, each in enumerate(pieces) if _is_in(each, article)]
    if not inside:
        whole = say("the document was not told apart from its page, so all of the page was taken")
        return 0, len(pieces), (whole,)
    start = inside[0]
    above = [n for n in range(max(start - 10, 0), start) if pieces[n].kind is Kind.HEADING]
    guess = say("the site is not known, so look at where the document begins and ends")
    return (above[0] if above else start), inside[-1] + 1, (guess,)


def _is_in(piece: Piece, article: Set[str]) -> bool:
    words = _squeezed(re.sub(r"^\d+\. ", "", piece.plain))
    return len(words) > 7 and words in article


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|*#_`\\-]+", "", text)


def _article(page: str) -> str:
    """The words of the article; nothing is fetched, as only the given page is read."""
    import trafilatura  # takes long to import, and only pages of an unknown kind need it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found = trafilatura.extract(page, include_comments=False, include_tables=True, output_format="txt")
    return found or ""
