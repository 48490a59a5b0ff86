"""What the text itself calls obligation and stage of a task, and where it says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from directive_atlas.resolve.model import ObligationWord, Task

from tests.tools.corpora.river import records_of, resolved_on
from tests.tools.moment import AS_OF

SOURCE = """\
关于桥梁普查的通知
各分局要完成普查。登记造册。结果应当报送总办公室。
逐步公布结果，探索联网。
修桥铺路。
各分局应逐座查看，报送图纸。
"""
RECORD = """\
dates: {signed: 2020-03-01}
source: {file: source.txt, language: %s}
sections:
  - id: work
    title: 任务
    quote: 各分局要完成普查。
    obligation: must
    tasks:
      - id: count
        title: 普查
        quotes: [登记造册。]
        obligation: must
        obligation_word: 要
        measures:
          - {id: tell, title: 报送, quote: 结果应当报送总办公室。, obligation: must, obligation_word: 应当}
          - {id: read, title: 审读, quote: 结果应当报送总办公室。, obligation: must}
          - {id: silent, title: 造册, quote: 登记造册。, obligation: must}
          - {id: other, title: 另报, quote: 登记造册。, obligation: may}
      - id: check
        title: 核查
        quotes: [登记造册。]
        measures:
          - id: mark
            title: 标记
            quote: 登记造册。
            obligation: must
            actors: [{actor: north, obligation: must}]
  - id: more
    title: 其他
    tasks:
      - {id: publish, title: 公布, quote: 逐步公布结果，探索联网。, stage: gradual}
      - {id: link, title: 联网, quote: 逐步公布结果，探索联网。, stage: explore}
      - {id: mend, title: 修桥, quote: 修桥铺路。, obligation: must}
      - {id: draw, title: 报图, quote: 报送图纸。, obligation: must}
      - {id: paint, title: 刷漆, obligation: must}
"""


def _tasks(folder: Path, language: str) -> dict[str, Task]:
    corpus = resolved_on(records_of(folder, RECORD % language, source=SOURCE), AS_OF)
    return {task.id: task for task in corpus.tasks.values()}


def _told(word: ObligationWord | None) -> str | None:
    """The word, with the record above that has it; “form” where the sentence binds by its form."""
    if word is None:
        return None
    origin = f" of {word.origin.kind.value} {word.origin.id}" if word.origin else ""
    where = " own" if word.own else " before it" if word.same_sentence else origin
    return f"{word.word or 'form'}{where}"


@pytest.mark.parametrize("language", ["zh", "zh-Hans"])
def test_the_word_for_an_obligation_is_told_with_where_it_stands(tmp_path: Path, language: str) -> None:
    """In the passage itself, before it in its sentence, or in that of a record above; else by form."""
    tasks = _tasks(tmp_path, language)
    assert {name: _told(task.obligation_word) for name, task in tasks.items()} == {
        "count": "要 of section work",
        "tell": "应当 own",
        "read": "应当 own",
        "silent": "要 of task count",
        "other": None,
        "check": "要 of section work",
        "mark": "要 of section work",
        "publish": None,
        "link": None,
        "mend": "form",
        "draw": "应 before it",
        "paint": None,
    }


def test_what_binds_one_body_has_its_word_from_the_same_records(tmp_path: Path) -> None:
    """However far above the word stands."""
    [duty] = _tasks(tmp_path, "zh")["mark"].duties
    assert _told(duty.obligation_word) == "要 of section work"


def test_of_a_text_in_a_language_that_nobody_reads_only_written_words_are_told(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, "fr")
    told = {name: _told(task.obligation_word) for name, task in tasks.items() if task.obligation_word}
    assert told == {"count": "要 of section work", "tell": "应当 own"}


def test_the_word_for_a_stage_is_that_of_its_own_passages(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, "zh")
    words = {name: task.stage_word for name, task in tasks.items() if task.stage}
    assert words == {"publish": "逐步", "link": "探索"}


def test_a_word_of_the_sentence_is_not_that_of_the_passage_itself() -> None:
    assert ObligationWord("要").own
    assert not ObligationWord("要", same_sentence=True).own
    assert not ObligationWord(None).own
