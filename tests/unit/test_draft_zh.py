"""The rules that read official papers in Chinese: one invented sentence or paper a form.

The cases are in ``tests/unit/draft_zh/``. ``text`` stands below a title and the dates of a paper, unless the
case is of a ``paper``; of what the rules suggest, the case has what is to be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from directive_atlas.draft.model import Draft, DraftDuty, DraftTarget, Part
from directive_atlas.draft.zh import read
from directive_atlas.passages import SourceText, Span, read_source
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora.draft_cases import all_parts, cases, names_of, words_at
from tests.tools.examples import examples

_HEAD = "成文日期：2021年5月6日\n发布日期：2021年5月8日\n青川省人民政府关于做好桥梁工作的通知\n"


NAMES = names_of("cn")


@pytest.mark.parametrize("case", [*cases("draft_zh")])
def test_a_form_is_read(case: dict[str, Any]) -> None:
    source = read_source(case.get("paper") or _HEAD + case["text"], case.get("file", "source.txt"))
    found = read(source, NAMES)
    seen = {key: _SEEN[key](found, source) for key in case if key in _SEEN}
    assert seen == {key: case[key] for key in seen}


def _items(found: Draft, source: SourceText) -> list[str]:
    return list(_outline(found.parts, source, ""))


def _titles(found: Draft, source: SourceText) -> list[str]:
    return [part.title for part in all_parts(found.parts)]


def _outline(parts: tuple[Part, ...], source: SourceText, indent: str) -> Iterator[str]:
    """Each part on a line: what it is, the beginning of its words, how binding it is."""
    for part in parts:
        begins = words_at(source, part.quotes[0])[:14]
        marks = [word.value for word in (part.obligation, part.stage) if word]
        yield f"{indent}{part.kind.value} {begins}" + (f" ({', '.join(marks)})" if marks else "")
        yield from _outline(part.parts, source, indent + "  ")


def _duties(found: Draft, source: SourceText) -> list[str]:
    return [_duty(duty, part) for part in all_parts(found.parts) for duty in part.duties]


def _duty(duty: DraftDuty, part: Part) -> str:
    words = f"{duty.body.words} = {duty.body.id}" if duty.body.id else duty.body.words
    return f"{duty.role.value}: {words}" + (" 等" if duty.and_others else "") + (" +" if part.adds else "")


def _times(found: Draft, source: SourceText) -> list[str]:
    return [f"{time.words}: {time.written}" for part in all_parts(found.parts) for time in part.times]


def _targets(found: Draft, source: SourceText) -> list[str]:
    return [_target(target) for part in all_parts(found.parts) for target in part.targets]


def _target(target: DraftTarget) -> str:
    block = dict(target.block)
    value = f"{block['value']}–{block['to']}" if "to" in block else f"{block['value']}"
    by = f" by {block['by']}" if "by" in block else ""
    base = f" from {block['baselines'][0]['value']}" if "baselines" in block else ""  # type: ignore[index]
    return f"{block['metric']}: {block['comparator']} {value} {block['unit']}{base}{by}"


def _relations(found: Draft, source: SourceText) -> list[str]:
    return [f"{each.kind.value}: {each.title} {each.number}".strip() for each in found.relations]


def _asides(found: Draft, source: SourceText) -> list[str]:
    return [f"{each.reason} {words_at(source, each.span)[:14]}" for each in found.asides]


def _rules(found: Draft, source: SourceText) -> list[str]:
    return [f"{each.kind.value}: {words_at(source, each.span)}" for each in found.rules]


def _head(found: Draft, source: SourceText) -> dict[str, Any]:
    top = found.head
    return {
        "title": top.title,
        "kind": top.kind.value if top.kind else None,
        "number": top.number,
        "issuers": [body.words for body in top.issuers],
        "recipients": [body.words for body in top.recipients],
        "dates": dict(top.dates),
        "block": dict(top.block),
    }


_SEEN = {
    "items": _items,
    "duties": _duties,
    "times": _times,
    "targets": _targets,
    "relations": _relations,
    "asides": _asides,
    "rules": _rules,
    "head": _head,
    "titles": _titles,
}

_WORDS = (
    "一、 （一） 1. ① 第三条 一是 一要 。 ； ： ， 、 （ ） 《 》 “ ” 〔 〕 \n 各地区 有关部门 财政部 国务院 "
    "要 应当 不得 由 负责 牵头 配合 会同 报送 向 责任单位： 完成时限： 2020年 12月 31日 底前 到 每年 每月 "
    "自 之日起 30 个工作日 内 达到 95% 万 个 以上 的 完善 制度 推进 会议强调 附件 抄送： 标题： 发文机关： "
    "通知 a (a) \t \u2003 \u3000 二十 十五 期间 及时"
)
TEXTS = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=60).map("".join)


@given(TEXTS)
@examples(100)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    source = read_source(text, "source.txt")
    found = read(source, NAMES)
    for span in _spans(found):
        assert 0 <= span.start <= span.end <= len(source.text)


@given(TEXTS)
@examples(30)
def test_the_same_text_gives_the_same_draft(text: str) -> None:
    assert read(read_source(text, "source.txt"), NAMES) == read(read_source(text, "source.txt"), NAMES)


@pytest.mark.parametrize(
    "piece",
    [
        "、",
        "（",
        "《",
        "年",
        "各部门和",
        "（负责）",
        "2020年",
        "财政、",
        "要",
        "由",
        "一要",
        "每年",
        "建成9",
        "99",
    ],
)
def test_long_repetitions_end(piece: str) -> None:
    """Patterns that go back over what they have read would not end within the time of a test run."""
    read(read_source(piece * (20_000 // len(piece)), "source.txt"), NAMES)


def _spans(found: Draft) -> Iterator[Span]:
    for part in all_parts(found.parts):
        yield from (*part.quotes, part.why.span)
        yield from (duty.body.span for duty in part.duties)
        whys = [duty.why for duty in part.duties], [time.why for time in part.times]
        yield from (why.span for each in (*whys, [target.why for target in part.targets]) for why in each)
    yield from (aside.span for aside in found.asides)
    yield from (relation.span for relation in found.relations)
    yield from (rule.span for rule in found.rules)
    yield from (question.span for question in found.questions)
