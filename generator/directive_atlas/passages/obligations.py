"""Words of obligation in a text: 要, 不得, shall, may not; and what each class of obligation may be called.

Each list has a counterpart with longer words that contain the same characters and are not binding. At each
position of a text the longest word of both lists counts, so 要 counts in 要完成, but not in 重要. The lists
help to find passages that somebody should look at again, not to decide what a text means: a verb such as
要求各地 or 应对各项工作进行检查 is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from directive_atlas.passages.text import Span
from directive_atlas.vocabulary.tasks import Obligation


def _list(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_DEMANDS = _list("要 须 应 不得不 必须 务必 务须 务求 应当 应该 理应 一律 责成 确保 力争 力求")
_DISCOURAGED = _list("不要 不应")
_FORBIDDEN = _list("不得 不准 不许 严禁 禁止 切勿")

CHINESE = (*_DEMANDS, *_DISCOURAGED, *_FORBIDDEN)
"""Chinese binding words."""

CHINESE_OTHERS = _list(
    "重要 主要 需要 要求 要素 要点 要件 要闻 要害 要领 要旨 要义 要务 要职 要紧 要道 要塞 要地",
    "要么 要是 要约 纲要 摘要 提要 概要 必要 首要 次要 简要 扼要 纪要 紧要 精要 机要 险要",
    "只要 将要 快要 想要 索要 须知 无须 毋须 须臾 胡须",
    "供应 适应 响应 相应 效应 反应 对应 回应 感应 答应 呼应 照应 策应 接应 因应 顺应 内应 报应",
    "应急 应用 应对 应答 应邀 应收 应付 应届 应运 应变 应力 应战 应聘 应税 应验 应有",
    "不得了 不得已 不得而知 舍不得 怪不得 恨不得 顾不得 由不得 不要求 不要紧",
    "可能 可靠 可行 可控 可持续 可再生 可视 可见 可用 可信 可研 可复制 可推广 可操作",
    "许可 认可 不可 宁可 尚可 共同努力 不懈努力 努力程度",
    "任务 服务 业务 事务 财务 政务 商务 公务 义务 准确 明确 正确 精确",
)
"""Chinese words that contain one of those, or the beginning of one, but are not binding."""

_MUST = (
    "shall",
    "must",
    "will",
    "need to",
    "needs to",
    "has to",
    "have to",
    "is to",
    "are to",
    "required to",
    "directed to",
    "obliged to",
)
_SHOULD = ("should", "ought to")
_MUST_NOT = ("must not", "shall not", "will not", "may not")
_RULES_OUT = ("may only", "prohibited", "forbidden")

ENGLISH = (*_MUST, *_SHOULD, "may not", *_RULES_OUT)
"""English binding words, in any letter case; between two words any white space may be."""

_MAY = _list("可 可以 允许 准予")
_ENCOURAGED = _list("鼓励 支持 提倡")

_ASSIGNED = ("is responsible for", "are responsible for", "requires", "directs")
_ADVISED = ("recommends", "recommend", "recommended", "expects")

BY_CLASS = {
    Obligation.MUST: (*_DEMANDS, "努力", *_MUST, *_ASSIGNED),
    Obligation.SHOULD: (*_DEMANDS, "努力", *_SHOULD, *_ADVISED),
    Obligation.MAY: (*_MAY, "may", "may only", "can"),
    Obligation.ENCOURAGED: (*_ENCOURAGED, "encourage", "encourages", "encouraged", "urged"),
    Obligation.SHOULD_NOT: (*_DISCOURAGED, "不宜", "should not"),
    Obligation.MUST_NOT: (*_DISCOURAGED, *_FORBIDDEN, *_MUST_NOT, *_RULES_OUT),
}
"""What each class of obligation is called.

Chinese has one list for must and should: which of the two 要 or 应 means in a text, the editors decide.
"""

ENGLISH_OTHERS = ("must-have", "at will", "free will", "good will", "ill will", "the will of", "last will")
"""English words that contain one of those, but are not binding."""


def _pattern(binding: Iterable[str], others: Iterable[str]) -> str:
    """Longest word first, because the first match is taken; binding words are the named group.

    Where no word can begin, a look at one character tells so, and no word is tried.
    """
    others = set(others)
    words = sorted({*binding, *others}, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in words}))
    tried = "|".join(
        _spaced(word) if word in others else f"(?P<_{n}>{_spaced(word)})" for n, word in enumerate(words)
    )
    return f"(?=[{first}])(?:{tried})"


def _spaced(word: str) -> str:
    """A word that may be broken over two lines: Chinese between any characters, English at spaces."""
    if word == "may":
        return r"(?<![A-Za-z])(?-i:may)(?![A-Za-z])"  # the month has a capital
    if word.isascii():
        return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])".replace(r"\ ", r"\s+")
    return r"\s*".join(word)


_WORDS = re.compile(_pattern([*CHINESE, *ENGLISH], [*CHINESE_OTHERS, *ENGLISH_OTHERS]), re.IGNORECASE)


def obligations(text: str, window: Span) -> Iterator[Span]:
    """Each binding word in a part of a text, in order."""
    yield from _found(_WORDS, text, window)


def words_of_class(text: str, window: Span, obligation: Obligation) -> Iterator[Span]:
    """Each word in a part of a text that may mean an obligation of a class, in order."""
    yield from _found(_of_class(obligation), text, window)


@cache
def _of_class(obligation: Obligation) -> re.Pattern[str]:
    """The words of one class; those of the others count as other words: “must not” is no “must”."""
    own = BY_CLASS[obligation]
    others = {word for words in BY_CLASS.values() for word in words} - {*own}
    return re.compile(_pattern(own, [*others, *CHINESE_OTHERS, *ENGLISH_OTHERS]), re.IGNORECASE)


def _found(words: re.Pattern[str], text: str, window: Span) -> Iterator[Span]:
    for match in words.finditer(text, window.start, window.end):
        if match.lastgroup:
            yield Span(*match.span())
