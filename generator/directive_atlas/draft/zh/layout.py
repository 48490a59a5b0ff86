"""Which lines of a paper are its head, its signature and the furniture of a web page, and which its body.

One pass from the top: the published block (索引号, 发文机关 …), letterhead, title, number, recipients; then
each line that is no sentence of the paper: signature, date, remark on release, attachments, copies, links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from directive_atlas.draft.zh.bodies import split_bodies
from directive_atlas.draft.zh.dating import is_day
from directive_atlas.draft.zh.kinds import PAPER_END, without_remark
from directive_atlas.draft.zh.naming import is_body
from directive_atlas.draft.zh.relations import NUMBER
from directive_atlas.draft.zh.text import Reading, trimmed
from directive_atlas.passages import Kind, Paragraph, Span

_KEYS = {
    "index_number": "索引号 信息索引",
    "category": "主题分类 信息分类 分类",
    "issuers": "发文机关 发布机构 发文单位 制发机关 公开主体",
    "signed": "成文日期 成文时间 生成日期 发文日期 印发日期",
    "title": "标题 名称 信息名称 文件名称",
    "number": "发文字号 文号 公文字号 文件编号",
    "published": "发布日期 公开日期 发布时间 公开时间",
    "effective": "实施日期 施行日期 生效日期",
    "expires": "失效日期 废止日期",
    "release": "公开方式 公开形式",
    "": "主题词 有效性 公开范围 体裁分类 文种 服务对象 信息来源 浏览次数 签发人 文件状态 效力状态 来源",
}
FIELDS: Mapping[str, str] = {heading: key for key, words in _KEYS.items() for heading in words.split()}
"""The headings of the published block, each with the key that its value has in the record, or none."""


class Line(Enum):
    """What a line is that is no sentence of the paper."""

    BLOCK = auto()
    TITLE = auto()
    NUMBER = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()
    DATE = auto()
    RELEASE = auto()
    ATTACHMENTS = auto()
    COPIES = auto()
    PRINTED = auto()
    FURNITURE = auto()
    CAPTION = auto()
    ANNEX = auto()
    DATELINE = auto()
    LISTED = auto()
    CONTACT = auto()


@dataclass(frozen=True)
class Layout:
    """The lines of a paper: ``kinds`` maps the number of a paragraph to what it is, without the body.

    ``fields`` has the values of the published block.
    """

    reading: Reading
    kinds: Mapping[int, Line]
    fields: Mapping[str, Span]

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that may ask something."""
        return tuple(p for p in self.reading.source.paragraphs if p.number not in self.kinds)

    def lines(self, kind: Line) -> tuple[Paragraph, ...]:
        """The lines of one kind."""
        return tuple(p for p in self.reading.source.paragraphs if self.kinds.get(p.number) == kind)


def layout(reading: Reading) -> Layout:
    """Every line that is no part of the body."""
    paragraphs = reading.source.paragraphs
    block, fields = _block(reading, paragraphs)
    kinds = dict.fromkeys(block, Line.BLOCK)
    rest = [p for p in paragraphs if p.number not in kinds]
    kinds |= _opening(reading, rest, fields)
    kinds |= _lines(reading, [p for p in rest if p.number not in kinds])
    kinds |= _listed(reading, kinds)
    return Layout(reading, kinds, fields)


_FIELD = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{1,12}?)\s*[:：]\s*", re.DOTALL)
_BLOCK = 60
"""Up to which paragraph the published block may reach."""


def _block(reading: Reading, paragraphs: Sequence[Paragraph]) -> tuple[list[int], dict[str, Span]]:
    """The published block: headings with their values behind them or in the next line."""
    taken: list[int] = []
    fields: dict[str, Span] = {}
    index, limit = 0, min(len(paragraphs), _BLOCK)
    while index < limit:
        paragraph = paragraphs[index]
        heading = _heading(reading, paragraph)
        if heading is None:
            index += 1
            continue
        key, value = heading
        taken.append(paragraph.number)
        index += 1
        if value.start >= value.end and key and index < limit and not _heading(reading, paragraphs[index]):
            value = paragraphs[index].span
            taken.append(paragraphs[index].number)
            index += 1
        if key and value.start < value.end:
            fields.setdefault(key, value)
    return taken, fields


def _heading(reading: Reading, paragraph: Paragraph) -> tuple[str, Span] | None:
    match = _FIELD.match(reading.text, paragraph.span.start, paragraph.span.end)
    key = FIELDS.get(re.sub(r"\s", "", match[1])) if match else None
    return (
        (key, trimmed(reading.text, Span(match.end(), paragraph.span.end)))
        if match and key is not None
        else None
    )


_NUMBER = re.compile(rf"[（(]?(?:文号[:：]\s*)?{NUMBER}(?:\s+签发人[:：].*)?[）)]?")
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff\s]{4,40}文件")
_SENTENCE = re.compile("[。；;，,！？：:]")
_TITLE_LINES = 5


def _opening(
    reading: Reading, rest: Sequence[Paragraph], fields: Mapping[str, Span]
) -> Iterator[tuple[int, Line]]:
    """Letterhead, title, number and recipients at the top of the text."""
    title = without_remark(reading.words(fields["title"])) if "title" in fields else ""
    index = 0
    while index < len(rest) and _LETTERHEAD.fullmatch(reading.words(rest[index].span)):
        yield rest[index].number, Line.TITLE
        index += 1
    index, lines = _title(reading, rest, index, title)
    yield from ((number, Line.TITLE) for number in lines)
    while index < len(rest) and (kind := _under_title(reading, rest[index])):
        yield rest[index].number, kind
        index += 1
        if kind == Line.RECIPIENTS:
            return


def _title(reading: Reading, rest: Sequence[Paragraph], index: int, known: str) -> tuple[int, list[int]]:
    """The lines of the title: up to the known one, to a word such as 通知, or the first line."""
    so_far, lines = "", []
    for paragraph in rest[index : index + _TITLE_LINES]:
        words = reading.words(paragraph.span)
        if _NUMBER.fullmatch(words) and not so_far:
            lines.append(paragraph.number)
            continue
        if (
            paragraph.own
            or re.search("[。；！]$|[:：]$", words)
            or len(words) > 120
            or _NUMBER.fullmatch(words)
        ):
            break
        so_far += without_remark(words)
        lines.append(paragraph.number)
        if so_far == known or (not known and PAPER_END.search(so_far)):
            return index + len(lines), lines
    if known and known.startswith(so_far):
        return index + len(lines), lines
    return index + len(lines[:1]), lines[:1]


def _under_title(reading: Reading, paragraph: Paragraph) -> Line | None:
    words = reading.words(paragraph.span).strip()
    if _NUMBER.fullmatch(words):
        return Line.NUMBER
    if is_day(words) or re.fullmatch(r"[（(][^（()）]{4,80}[）)]", words):
        return Line.DATE
    if kind := _of_pattern(words):
        return kind
    if re.match(r"(?:来源|发布时间|时间|日期|作者|编辑|字体|浏览)\s*[:：]", words):
        return Line.FURNITURE
    return Line.RECIPIENTS if _is_recipients(reading, paragraph) else None


def _is_recipients(reading: Reading, paragraph: Paragraph) -> bool:
    words = reading.words(paragraph.span)
    if paragraph.own or not re.search(r"[:：]\s*$", words) or len(words) > 400 or "。" in words:
        return False
    bodies = split_bodies(reading, recipients_of(paragraph)).bodies
    known = [body for body in bodies if is_body(body)]
    return bool(bodies) and len(known) * 2 >= len(bodies) and not re.search("如下|以下|下列", words)


def recipients_of(paragraph: Paragraph) -> Span:
    """The recipients of a line without the colon behind them."""
    return Span(paragraph.span.start, paragraph.span.end - 1)


_RELEASE = re.compile(
    r"[（(]?(?:此件|本件|此文|本文)[^（()）]{0,20}(?:公开|删减|发布)[^（()）]{0,20}[）)]?|公开(?:方式|属性)[:：].*"
)
_PATTERNS = (
    (_RELEASE, Line.RELEASE),
    (re.compile(r"附\s*件\s*[:：].*", re.DOTALL), Line.ATTACHMENTS),
    (re.compile(r"附\s*件\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*"), Line.ANNEX),
    (re.compile(r"[（(]附件[^（()）]*[）)]"), Line.ANNEX),
    (
        re.compile(
            r"(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*(?:来源|作者|浏览|字体|【|\||点击)[^。]{0,80}"
        ),
        Line.DATELINE,
    ),
    (
        re.compile(
            r"(?:联\s*系\s*(?:人|电话|方式|地址)|邮\s*箱|电子邮箱|传\s*真|电\s*话|地\s*址|邮\s*编)(?:及[^:：]{1,8})?\s*[:：].*",
            re.DOTALL,
        ),
        Line.CONTACT,
    ),
    (re.compile(r"抄\s*(?:送|报)\s*[:：].*", re.DOTALL), Line.COPIES),
    (re.compile(r".{2,60}?\d{4}年\d{1,2}月\d{1,2}日\s*印发"), Line.PRINTED),
    (
        re.compile(r"(?:图|表)\s*\d+[\s\u3000.．、:：].{0,80}|[（(]?单位[:：][^。，]{1,10}[）)]?"),
        Line.CAPTION,
    ),
    (
        re.compile(
            r"(?:关键词|责任编辑|编辑|来源|作者|打印|分享到?|字体|字号|扫一扫|上一篇|下一篇|版权|主办单位|承办单位|网站标识码|联系我们|网站地图|京ICP备"
            r"|浏览次数|阅读|返回顶部|关闭窗口|稿件来源|审核|校对|监制|记者|点击数|更新时间|【|\[)[^。]{0,80}"
            r"|(?:首页|当前位置|您的位置)[^。]{0,100}|-|—+|\*+|[·•]"
        ),
        Line.FURNITURE,
    ),
)
_LINKS = re.compile(
    r"(?:相关(?:阅读|链接|新闻|文章|报道|推荐|文件|解读|稿件)|延伸阅读|推荐阅读|热点(?:新闻|推荐)|友情链接|更多推荐)\s*[:：]?"
)


def _lines(reading: Reading, rest: Sequence[Paragraph]) -> Iterator[tuple[int, Line]]:
    """Lines below the head that are no sentences of the paper."""
    found: dict[int, Line] = {}
    for index, paragraph in enumerate(rest):
        words = reading.words(paragraph.span).strip()
        if _LINKS.fullmatch(words):
            found |= dict.fromkeys((each.number for each in rest[index:]), Line.FURNITURE)
            break
        if paragraph.kind is Kind.ROW:
            continue
        before = found.get(rest[index - 1].number) if index else None
        if is_day(words):
            found |= _signed(reading, rest, index, found)
        elif kind := _of_pattern(words) or _after(reading, paragraph, words, before):
            found[paragraph.number] = kind
    yield from found.items()


def _of_pattern(words: str) -> Line | None:
    return next((kind for pattern, kind in _PATTERNS if pattern.fullmatch(words)), None)


_ENTRY = re.compile(r"\d{1,2}\s*[.．、].{2,60}")


def _after(reading: Reading, paragraph: Paragraph, words: str, before: Line | None) -> Line | None:
    """What a line is by the line before it: more attachments, the title of what is attached, recipients."""
    if before == Line.ATTACHMENTS and _ENTRY.fullmatch(words) and not re.search("[。；]", words):
        return Line.ATTACHMENTS
    if before in {Line.ANNEX, Line.RELEASE, Line.DATE, Line.PRINTED, Line.NUMBER}:
        if not paragraph.own and len(words) <= 60 and not _SENTENCE.search(words):
            return Line.ANNEX
        if _is_recipients(reading, paragraph):
            return Line.RECIPIENTS
    return None


_SIGNERS = 12


def _signed(
    reading: Reading, rest: Sequence[Paragraph], index: int, found: Mapping[int, Line]
) -> dict[int, Line]:
    """A line with the date, and the lines before it that name those who signed."""
    signed = {rest[index].number: Line.DATE}
    for paragraph in reversed(rest[max(0, index - _SIGNERS) : index]):
        words = reading.words(paragraph.span).strip()
        if paragraph.number in found or len(words) > 60 or re.search("[。；：:，]", words) or paragraph.own:
            break
        bodies = split_bodies(reading, paragraph.span).bodies
        if not bodies or not all(is_body(body) for body in bodies):
            break
        signed[paragraph.number] = Line.SIGNATURE
    return signed


_LISTS = re.compile(
    "经验做法|考核指标|指标体系|指标表|典型案例|名单|名册|目录|式样|样图|样式|一览表|编制说明|解读|登记表|汇总表|自查表|申报表|申请表|统计表|格式|模板|流程图"
)
_DEMANDING = re.compile("任务|责任|分工|整改|方案|办法")


def _listed(reading: Reading, kinds: Mapping[int, Line]) -> Iterator[tuple[int, Line]]:
    """What stands below the title of an attached list, sample or form."""
    listed = False
    before: Line | None = None
    title = ""
    for paragraph in reading.source.paragraphs:
        kind = kinds.get(paragraph.number)
        if kind is Line.ANNEX:
            title = (title if before is Line.ANNEX else "") + reading.words(paragraph.span)
            listed = bool(_LISTS.search(title)) and not _DEMANDING.search(title)
        elif listed and kind is None:
            yield paragraph.number, Line.LISTED
        before = kind
