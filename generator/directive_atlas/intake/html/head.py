"""The table that sites put before a document: its number, its issuer, its dates."""

from __future__ import annotations

import re

from justhtml import JustHTML, Node, NodeType, Text

from directive_atlas.intake.pieces import clean

_LABELS = (
    "索引号",
    "主题分类",
    "发文机关",
    "成文日期",
    "标题",
    "发文字号",
    "发布日期",
    "主题词",
    "公文种类",
    "有效性",
    "效力状态",
    "施行日期",
    "生成日期",
    "发布机构",
)

_FEW = 12
"""An element with a label or a value of this table has no more nodes in it."""

_CELLS = frozenset({"td", "th", "dt"})
_BLOCKS = frozenset({"table", "tr", "td", "th", "li", "p", "div"})


def head_table(page: JustHTML) -> dict[str, str]:
    """The data of a document by label, as written; empty values are left out."""
    found: dict[str, str] = {}
    for node in page.query("td, th, dt, li, span, strong, b, p, div"):
        label, value = _pair(node)
        if label and value and label not in found:
            found[label] = value
    return found if len(found) > 1 else {}


def _pair(node: Node) -> tuple[str, str]:
    """A label and its value: both in one element, or the value in the next one."""
    words = clean(_short(node))
    head, colon, rest = re.sub("[:：]", "：", words, count=1).partition("：")
    label = re.sub(r"\s+", "", head)
    if label not in _LABELS:
        return "", ""
    return label, rest.strip() or (_following(node) if colon or node.name in _CELLS else "")


def _short(node: NodeType) -> str:
    """The words of an element that has no blocks and but a few elements in it; else nothing."""
    todo = [node]
    parts: list[str] = []
    for _ in range(_FEW):
        if not todo:
            return "".join(reversed(parts))
        one = todo.pop()
        if one is not node and one.name in _BLOCKS:
            return ""
        parts += [one.data or ""] if isinstance(one, Text) else []
        todo += one.children or ()
    return ""


def _following(node: NodeType) -> str:
    """The words of the next cell, or of the next element in the same line."""
    if node.parent is None or node.name in {"p", "li", "div"}:
        return ""
    siblings = list(node.parent.children or ())
    after = filter(None, (clean(_short(each)) for each in siblings[siblings.index(node) + 1 :]))
    return next(after, "")
