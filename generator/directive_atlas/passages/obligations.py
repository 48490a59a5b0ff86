"""Binding words of a text: 要, 不得, shall, may not.

Each list has a counterpart with longer words that contain the same characters and are not binding. At each
position of a text the longest word of both lists counts, so 要 counts in 要完成, but not in 重要. The lists
help to find passages that somebody should look at again, not to decide what a text means: a verb such as
要求各地 or 应对各项工作进行检查 is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from directive_atlas.passages.text import Span


def _list(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


CHINESE = _list(
    "要 须 应 不要 不应 不得 不准 不许 不得不 必须 务必 务须 务求 应当 应该 理应 一律 责成",
    "确保 力争 力求 严禁 禁止 切勿",
)
"""Chinese binding words."""

CHINESE_OTHERS = _list(
    "重要 主要 需要 要求 要素 要点 要件 要闻 要害 要领 要旨 要义 要务 要职 要紧 要道 要塞 要地",
    "要么 要是 要约 纲要 摘要 提要 概要 必要 首要 次要 简要 扼要 纪要 紧要 精要 机要 险要",
    "只要 将要 快要 想要 索要 须知 无须 毋须 须臾 胡须",
    "供应 适应 响应 相应 效应 反应 对应 回应 感应 答应 呼应 照应 策应 接应 因应 顺应 内应 报应",
    "应急 应用 应对 应答 应邀 应收 应付 应届 应运 应变 应力 应战 应聘 应税 应验 应有",
    "不得了 不得已 不得而知 舍不得 怪不得 恨不得 顾不得 由不得 不要求 不要紧",
    "任务 服务 业务 事务 财务 政务 商务 公务 义务 准确 明确 正确 精确",
)
"""Chinese words that contain one of those, or the beginning of one, but are not binding."""

ENGLISH = (
    "shall",
    "must",
    "should",
    "will",
    "may not",
    "may only",
    "ought to",
    "need to",
    "needs to",
    "has to",
    "have to",
    "is to",
    "are to",
    "required to",
    "directed to",
    "obliged to",
    "prohibited",
    "forbidden",
)
"""English binding words, in any letter case; between two words any white space may be."""

ENGLISH_OTHERS = ("must-have", "at will", "free will", "good will", "ill will", "the will of", "last will")
"""English words that contain one of those, but are not binding."""


def _pattern(binding: Iterable[str], others: Iterable[str]) -> str:
    """Longest word first, because the first match is taken; binding words are the named group."""
    others = set(others)
    words = sorted({*binding, *others}, key=lambda word: (-len(word), word))
    return "|".join(
        _spaced(word) if word in others else f"(?P<_{n}>{_spaced(word)})" for n, word in enumerate(words)
    )


def _spaced(word: str) -> str:
    """A word that may be broken over two lines: Chinese between any characters, English at spaces."""
    if word.isascii():
        return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])".replace(r"\ ", r"\s+")
    return r"\s*".join(word)


_WORDS = re.compile(_pattern([*CHINESE, *ENGLISH], [*CHINESE_OTHERS, *ENGLISH_OTHERS]), re.IGNORECASE)


def obligations(text: str, window: Span) -> Iterator[Span]:
    """Each binding word in a part of a text, in order."""
    for match in _WORDS.finditer(text, window.start, window.end):
        if match.lastgroup:
            yield Span(*match.span())
