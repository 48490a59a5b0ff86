"""The body of a paper as a tree: 一、 with （一） with 1., and units within a paragraph (一要…；二要…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.draft.zh.layout import Layout, Line
from directive_atlas.draft.zh.rows import Row, rows
from directive_atlas.draft.zh.subjects import subjects
from directive_atlas.draft.zh.text import Reading, trimmed
from directive_atlas.passages import Kind, Paragraph, Span
from directive_atlas.vocabulary.numerals import from_chinese


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the text: its own words without those of the units in it, and what it heads.

    ``title`` is its heading: the whole of a ``bare`` one, else the first short sentence behind a label.
    ``row`` are the cells of one that is a row of a table; the others ``in_table`` are headings and the
    like. ``more`` are lines that belong to it: 责任单位：…. A unit without a label is a paragraph by itself.
    """

    span: Span
    label: str | None = None
    title: Span | None = None
    bare: bool = False
    children: tuple[Unit, ...] = ()
    more: tuple[Span, ...] = ()
    row: Row | None = None
    in_table: bool = False

    @property
    def own(self) -> tuple[Span, ...]:
        """All of its own words."""
        return (self.span, *self.more)


@dataclass
class _Node:
    """A unit while the tree is built; ``depth`` is the number of labels that it lies within."""

    paragraph: Paragraph | None
    depth: int
    bare: bool
    children: list[_Node] = field(default_factory=list)
    more: list[Span] = field(default_factory=list)
    row: Row | None = None


def units(layout: Layout) -> tuple[Unit, ...]:
    """The units of the body, in order."""
    reading, body = layout.reading, layout.body
    root = _Node(None, 0, bare=True)
    stack = [root]
    table = rows(reading, body)
    last_labelled = max((p.number for p in body if p.own), default=0)
    for index, paragraph in enumerate(body):
        following = body[index + 1] if index + 1 < len(body) else None
        if _cut(layout, body, index):
            del stack[1:]
        if paragraph.number in table:
            _nearest_title(stack).children.append(
                _Node(paragraph, len(paragraph.path) + 1, bare=False, row=table[paragraph.number])
            )
        elif paragraph.own:
            depth = len(paragraph.path)
            while stack[-1].depth >= depth:  # a title without a label has depth 0, and holds all
                stack.pop()
            node = _Node(paragraph, depth, _is_bare(reading, paragraph, following))
            stack[-1].children.append(node)
            stack.append(node)
        elif _is_plain_title(reading, paragraph, following):
            heading = _Node(paragraph, 0, bare=True)
            root.children.append(heading)
            stack[:] = [root, heading]
        elif _is_field(reading, paragraph) and stack[-1] is not root:
            _last(stack[-1]).more.append(paragraph.span)
        else:
            closing = paragraph.number > last_labelled and not stack[-1].bare
            above = root if closing else _nearest_title(stack)
            above.children.append(_Node(paragraph, len(paragraph.path) + 1, bare=False))
    return tuple(unit for node in root.children for unit in _unit(reading, node))


def _is_plain_title(reading: Reading, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a line is a title without a number: a heading, or a short phrase over a paragraph."""
    said = reading.words(paragraph.span).strip()
    if paragraph.path or paragraph.kind is Kind.ROW or following is None:
        return False
    if paragraph.kind is Kind.HEADING:
        return True
    below = reading.words(following.span)
    return (
        len(said) <= _PLAIN_TITLE
        and not _ANY_STOP.search(said)
        and len(below) > 2 * len(said)
        and "。" in below
    )


_PLAIN_TITLE = 24
_ANY_STOP = re.compile(r"[。！？；;，,：:（）《》\d—-]")


def _nearest_title(stack: Sequence[_Node]) -> _Node:
    """The innermost title that what follows lies below."""
    return next(node for node in reversed(stack) if node.bare)


def _last(node: _Node) -> _Node:
    """The unit that a line below belongs to."""
    return node.children[-1] if node.bare and node.children else node


def _cut(layout: Layout, body: Sequence[Paragraph], index: int) -> bool:
    """Whether the head of an attached paper stands before a paragraph: nothing goes on over it."""
    if not index:
        return False
    between = range(body[index - 1].number + 1, body[index].number)
    return any(layout.kinds.get(number) in {Line.ANNEX, Line.SIGNATURE, Line.DATE} for number in between)


_ENDS = re.compile(r"[。！？；;]")
_FIELDS = re.compile(
    rf"(?:{words.FIELDS_LEAD}|{words.FIELDS_RESPONSIBLE}|{words.FIELDS_SUPPORT}|{words.FIELDS_SUPERVISE}|{words.FIELDS_GUIDE}|{words.FIELDS_TIME}|备注)"
    r"\s*[:：]|[（(【](?:牵头|责任|配合|完成)(?:单位|部门|时限)[:：]"
)
_LONGEST_TITLE = 60
_BINDS = re.compile(
    "应当|必须|不得|可以|(?<![主需重必首次纲摘])要(?![求素点领闻件害])|应(?![急用对届邀])|须|负责"
)
"""Words that stand in no title, because they demand something already."""


def _is_field(reading: Reading, paragraph: Paragraph) -> bool:
    if paragraph.kind is Kind.ROW:
        return False
    if _FIELDS.match(reading.text, paragraph.span.start, paragraph.span.end):
        return True
    note = next(brackets(reading.text, paragraph.span, "（【"), None)
    return note == paragraph.span and bool(re.search("负责|牵头|配合|落实", reading.words(note)))


def _behind_label(reading: Reading, paragraph: Paragraph) -> Span:
    """The words of a paragraph without its labels."""
    start = paragraph.span.start
    for label in paragraph.path[len(paragraph.path) - paragraph.own :]:
        at = reading.text.find(label, start, start + len(label) + 8)
        if at >= 0:
            start = at + len(label)
        mark = re.compile(r"[\s.．、)）:：，,\u3000]*").match(reading.text, start, paragraph.span.end)
        start = mark.end() if mark else start
    return Span(start, paragraph.span.end)


def _is_bare(reading: Reading, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a labelled paragraph is only a title: one short phrase, with what it heads below it."""
    said = _NOTE_AT_END.sub("", reading.words(_behind_label(reading, paragraph)).strip())
    if following is None or len(said) > _LONGEST_TITLE or _ENDS.search(said[:-1]):
        return False
    if following.own and len(following.path) <= len(paragraph.path):
        return False
    if re.search(r"[：:]$", said) and re.search(r"[，,]|要|应", said):
        return False
    if _BINDS.search(said) or any(True for _ in subjects(reading, paragraph.span)):
        return False
    return not (_is_field(reading, following) or re.search(r"[；;]$", said))


_NOTE_AT_END = re.compile(r"[（(【][^（(【）)】]*(?:负责|牵头|配合|单位)[^（(【）)】]*[)）】]。?$")


def _is_note(said: str) -> bool:
    return bool(_NOTE_AT_END.search(said))


def _unit(reading: Reading, node: _Node) -> Iterator[Unit]:
    """A node as a unit, with the units that begin within its paragraph."""
    paragraph = node.paragraph
    if paragraph is None:
        return
    if node.row or paragraph.kind is Kind.ROW:
        yield Unit(paragraph.span, node.row.label if node.row else None, row=node.row, in_table=True)
        return
    behind = _behind_label(reading, paragraph)
    below = tuple(unit for child in node.children for unit in _unit(reading, child))
    label = paragraph.path[-1] if paragraph.own else None
    more = tuple(node.more)
    if node.bare:
        yield Unit(paragraph.span, label, _unstopped(reading, behind), True, below, more)
        return
    inner = run_in(reading, paragraph.span)
    title = _run_in_title(reading, behind) if label else None
    if not inner:
        yield Unit(paragraph.span, label, title, False, below, more)
    elif inner[0].span.start == paragraph.span.start:
        yield from (*inner[:-1], replace(inner[-1], children=below, more=more))
    else:
        own = trimmed(reading.text, Span(paragraph.span.start, inner[0].span.start))
        rest = Span(inner[-1].span.end, paragraph.span.end)
        tail = (trimmed(reading.text, rest),) if reading.words(rest).strip() else ()
        yield Unit(
            own,
            label,
            title if title and title.end <= own.end else None,
            False,
            (*inner, *below),
            (*tail, *more),
        )


def _unstopped(reading: Reading, span: Span) -> Span:
    """A title without the stop behind it."""
    said = reading.words(span).rstrip()
    return Span(span.start, span.start + len(said.rstrip("。：:；;")))


_LONGEST_RUN_IN_TITLE = 40


def _run_in_title(reading: Reading, span: Span) -> Span | None:
    """The first sentence behind a label, where it is short and the demand follows."""
    stop = re.compile("[。：:]").search(
        reading.text, span.start, min(span.end, span.start + _LONGEST_RUN_IN_TITLE)
    )
    if (
        not stop
        or not reading.text[stop.end() : span.end].strip()
        or "；" in reading.text[span.start : stop.start()]
    ):
        return None
    if _BINDS.search(reading.text, span.start, stop.start()):
        return None
    return Span(span.start, stop.start())


_MARKS = (
    re.compile(r"(?:(?<=[。；：:;，,！\s])|^)(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>[是要])(?![一二三])"),
    re.compile(r"(?:(?<=[。；！\s])|^)(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>、)"),
    re.compile(r"(?:(?<=[。；：:;！\s])|^)第(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>[，,])"),
    re.compile(r"(?:(?<=[。；：:;！])|^)\s*(?P<kind>[（(])(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"(?:(?<=[。；：:;！])|^)\s*(?P<n>\d{1,2})(?P<kind>[.．、])(?!\d)"),
    re.compile(r"(?P<kind>)(?P<n>[①-⑳])"),
    re.compile(r"(?:(?<=[。；：:;！\s])|^)(?P<kind>)(?P<n>首先|其次|再次|最后)(?=[，,要])"),
)
"""Marks that begin units within a paragraph; they count only in a row that begins with the first."""

_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}


def run_in(reading: Reading, span: Span) -> tuple[Unit, ...]:
    """The units that begin within a paragraph: 一要…；二要…."""
    rows = [_row([*pattern.finditer(reading.text, span.start, span.end)]) for pattern in _MARKS]
    row = max(rows, key=len)
    if len(row) < 2:
        return ()
    ends = [mark.start() for mark in row[1:]] + [_end_of_row(reading, Span(row[-1].start(), span.end))]
    return tuple(_inner(reading, mark, end) for mark, end in zip(row, ends, strict=True))


def _row(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count 1, 2, 3 …, of one kind."""
    row: list[re.Match[str]] = []
    for mark in marks:
        if _number(mark["n"]) == len(row) + 1:
            row.append(mark)
    return row


def _number(mark: str) -> int:
    if mark in _ORDER:
        return _ORDER[mark]
    if mark.isdecimal():
        return int(mark)
    return from_chinese(mark) or ord(mark[0]) - ord("①") + 1


def _inner(reading: Reading, mark: re.Match[str], end: int) -> Unit:
    span = trimmed(reading.text, Span(mark.start(), end))
    label = re.sub(r"[是要.．、，,\s]", "", reading.text[span.start : mark.end()]) or None
    return Unit(span, label, _run_in_title(reading, Span(mark.end(), end)))


def _end_of_row(reading: Reading, span: Span) -> int:
    """The end of the last unit: a note in brackets behind it belongs to the whole paragraph."""
    last = [*brackets(reading.text, span, "（【")][-1:]
    if last and not reading.text[last[0].end : span.end].strip("。；; ") and _is_note(reading.words(last[0])):
        return last[0].start
    return span.end
