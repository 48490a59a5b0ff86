"""What a value measures, by the words around it: 居民满意度达到90%, 培育10家企业, 改造小区1200个."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FILLER = re.compile(
    r"^(?:并|且|其中|力争|确保|使|要|即|到\d{4}年[底末]?前?|\d{4}年[底末]?前?|实现|推动|努力|[，,；;。：:\s“”#])+"
    r"|(?:要|应|应当|须|均|分别|总体|基本|也|都|将|力争|原则上|一般|不得|全部|已|再|各|年均|由|累计|每年|[\s“”#])+$"
)
_CLAUSE = re.compile("[，,；;。：:\n]")
_LONGEST = 40
CHANGES = re.compile("(?:提高|提升|增加|增长|上升|下降|降低|减少|压减|缩减|削减|压缩|缩短)$")
"""Verbs that say that a value is that of a change; they belong to what is measured."""


def metric_before(piece: str, end: int, verb: str) -> str:
    """The words before a verb in its clause: those of the clause before, where there are none."""
    start = clause_start(piece, end)
    before = bare(piece[start:end])
    if len(before) < 2:
        before = bare(_CLAUSE.split(piece[max(0, start - _LONGEST) : max(0, start - 1)])[-1])
    before = re.sub(r"由\s*[\d.]+\s*\D{0,3}$", "", before)
    change = CHANGES.search(verb)
    return _cut(before + (change[0] if change and before else ""))


def metric_after(piece: str, at: int) -> str:
    """The words after a value, up to the end of the clause: 示范基地 of 建成50个示范基地."""
    following = re.compile(r"的?([^，,；;。：:、（(\n\d]{1,20})").match(piece, at)
    return _cut(bare(following[1])) if following else ""


def clause_start(piece: str, end: int) -> int:
    """Where the clause begins that a place lies in."""
    window = max(0, end - 60)
    return max((mark.end() for mark in _CLAUSE.finditer(piece, window, end)), default=window)


def metrics(metric: str, values: int) -> Sequence[str]:
    """One metric for each value, where the words name several: 花生种植、收获机械化率分别达到65%和55%."""
    join = "、" if "、" in metric else "和"
    *first, last = metric.split(join)
    if values == 1 or len(first) + 1 != values:
        return [metric] * values
    shared = last[2:] if len(last) > 4 else ""
    common = first[0][:-2] if len(first[0]) >= 4 else ""
    names = [each if each.endswith(shared) else f"{each}{shared}" for each in first]
    return [*names, last if last.startswith(common) else f"{common}{last}"]


def bare(words: str) -> str:
    """Words without what only leads to them: 力争, 到2025年, 分别."""
    last = ""
    while words != last:
        last, words = words, _FILLER.sub("", words)
    return words


def _cut(words: str) -> str:
    return words[-_LONGEST:].strip("的和与及、")
