"""What holds for every draft: it loads, each quote is found once, and the same text gives the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.draft.additions import Additions
from directive_atlas.draft.again import Found, renewed
from directive_atlas.draft.carrying import Editions
from directive_atlas.draft.making import Drafted, Wanted, drafted, mended_text, new_actors
from directive_atlas.draft.quoted import quoted
from directive_atlas.draft.quoting import as_quote, quotes_of
from directive_atlas.draft.trying import Trial
from directive_atlas.lean.spans import plain, read_nodes
from directive_atlas.lean.writing import record_text
from directive_atlas.load import RawCorpus, load
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.passages import Found as Places
from directive_atlas.passages import Span, locate, read_source
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE
from tests.tools.corpora.drafting import read
from tests.tools.examples import examples

_WORDS = (
    "各分局要逐座排查桥梁。",
    "总办公室要每季度通报一次进展。",
    "北风监测站要抓紧上报: # 数据。",
    "各分局要在2020年9月底前完成，完成率达到90%。",
    "南风监测站要说“是”, [不]要说{否}。",
    "背景而已。",
    "要。",
    "- 各分局要 - 报送 & 汇总 * 数据 ! 。",
    "yes 各分局要报 \\ 和 ' 以及 \" 。",
)
_HEADINGS = ("一、总体", "（一）重点: 桥梁", "二、总体", "#三 其他")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> RawCorpus:
    """The small corpus of the golden cases."""
    folder = tmp_path_factory.mktemp("data")
    for name, text in BASE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load(Path(folder), "data")[0]


_PARAGRAPHS = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map("".join), st.sampled_from(_HEADINGS)
)
_TEXTS = st.lists(_PARAGRAPHS, min_size=1, max_size=12).map(
    lambda middle: "\n".join(["关于桥梁的通知", *middle, "总办公室2020年5月6日"]) + "\n"
)


def _made(raw: RawCorpus, text: str) -> tuple[Drafted, str]:
    made = drafted(read_source(text, "source.txt"), raw, read, Wanted(id="safety"))
    return made, mended_text(made, made.text, text, "data")


@examples(15)
@given(text=_TEXTS)
def test_every_draft_loads_and_only_questions_are_left(raw: RawCorpus, text: str) -> None:
    made, record = _made(raw, text)
    problems = Trial(raw, _actors(made), text, "data/directives/safety/directive.yml").problems(record)
    assert {p.kind.code for p in problems if p.is_error} == set()
    assert {p.kind.code for p in problems} <= {"W444", "W413", "W440"}


@examples(8)
@given(old=_TEXTS, new=_TEXTS)
def test_a_record_loads_with_every_new_edition_of_its_text(raw: RawCorpus, old: str, new: str) -> None:
    record = _made(raw, old)[1]
    made = _made(raw, new)[0]
    editions = Editions(read_source(old, "source.txt"), made.source)
    block: Any = plain(read_nodes(record))
    more = Additions(editions, made, quoted(record, editions), block, made.tell)
    found = Found(more.records, list(more.background), list(more.questions))
    text = mended_text(made, renewed(record, editions, found, made.tell), new, "data")
    problems = Trial(raw, new_actors(made.cast), new, "data/directives/safety/directive.yml").problems(text)
    assert {p.kind.code for p in problems if p.is_error} == set()


def _actors(made: Drafted) -> list[Any]:
    return [{"id": own, "name": words, "kind": "other"} for own, words in made.cast.unknown.items()]


@examples(6)
@given(text=_TEXTS)
def test_the_same_text_gives_the_same_record(raw: RawCorpus, text: str) -> None:
    assert _made(raw, text)[1] == _made(raw, text)[1]


_RAW_TEXTS = st.text(alphabet="甲乙丙要。，；：“”()（） \n\tab.1#-'\"", min_size=1, max_size=120)


@examples(60)
@given(text=_RAW_TEXTS, cuts=st.lists(st.tuples(st.integers(0, 119), st.integers(1, 30)), max_size=6))
def test_every_quote_is_found_at_its_place_and_nowhere_else(text: str, cuts: list[tuple[int, int]]) -> None:
    source = read_source(text, "source.txt")
    sentences = [span for paragraph in source.paragraphs for span in paragraph.sentences]
    spans = [
        Span(start, min(start + length, len(source.text))) for start, length in cuts if start < len(text)
    ]
    inside = [
        s for s in spans if any(p.span.start <= s.start and s.end <= p.span.end for p in source.paragraphs)
    ]
    folded = source.folded
    for span, value in quotes_of(source, [*sentences, *inside]).items():
        quote = as_quote(value)
        assert quote
        found = locate(source, quote)
        assert isinstance(found, Places) and len(found.spans) == 1
        ends = [(folded.index_of(each.start), folded.index_of(each.end)) for each in (span, found.spans[0])]
        assert ends[0] == ends[1]


_TEXT = st.text(
    alphabet=st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="：#-?!&*%@`'\""),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text)
_KEYS = st.sampled_from(
    ["id", "title", "quote", "note", "due", "actors", "words", "to_decide", "label", "value"]
)
_VALUES = st.recursive(
    _TEXT,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4), st.dictionaries(_KEYS, inner, min_size=1)
    ),
    max_leaves=20,
)


@examples(40)
@given(record=st.dictionaries(_KEYS, _VALUES, min_size=1))
def test_what_is_written_is_read_as_it_was(record: dict[str, Any]) -> None:
    text = record_text(record)
    value, problems = parse_yaml(text, "directive.yml")
    assert (value, problems) == (record, [])
    assert plain(read_nodes(text)) == record
    assert record_text(record) == text


def test_the_work_grows_with_the_text_and_not_with_its_square(raw: RawCorpus) -> None:
    few, many = (_calls(raw, number) for number in (60, 240))
    assert many < 5 * few


def _calls(raw: RawCorpus, number: int) -> int:
    """How many functions are called for a draft of so many paragraphs, each fourth of them the same."""
    lines = (
        "各分局要落实。" if n % 4 == 0 else f"各分局要在2020年9月底前排查第{n}座桥。" for n in range(number)
    )
    text = "\n".join(["关于桥梁的通知", *lines, "总办公室2020年5月6日"])
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    _made(raw, text)  # what is read once is not counted
    sys.setprofile(count)
    try:
        _made(raw, text)
    finally:
        sys.setprofile(None)
    return calls
