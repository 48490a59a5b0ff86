"""The project's own data: the first directive is whole, and what the record says is in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.load import load
from generator.load.words import Grade
from generator.pages.annotate import marks
from generator.resolve import Corpus, resolve
from generator.resolve.model import Directive
from generator.schedule import schedule
from tests.conftest import AS_OF, ROOT

SEED = ROOT.parent / "shared" / "corpus" / "seed-5g-meeting-2020-02-22.txt"
FIRST = "miit-2020-02-22-5g"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    raw, problems = load(ROOT / "data")
    assert not problems
    dates, wrong = schedule(raw, AS_OF)
    assert not wrong
    return resolve(raw, dates, AS_OF)


@pytest.fixture(scope="module")
def directive(corpus: Corpus) -> Directive:
    return corpus.directives[FIRST]


def test_there_is_nothing_wrong_with_the_data() -> None:
    assert build(ROOT / "data", AS_OF).problems == ()


@pytest.mark.skipif(not SEED.exists(), reason="the evaluation corpus is not here")
def test_the_source_is_the_seed_up_to_its_page_furniture() -> None:
    whole = SEED.read_bytes()
    source = (ROOT / "data" / "directives" / FIRST / "source.txt").read_bytes()
    assert source == whole[: whole.index("关键词".encode())]


def test_no_page_furniture_reaches_the_site(corpus: Corpus) -> None:
    output = build(ROOT / "data", AS_OF).output
    assert output
    for word in ("关键词", "相关阅读", "北汽蓝谷", "可转债"):
        assert not [path for path, page in output.files.items() if word in page.decode()]


def test_both_lists_of_four_demands_are_there(directive: Directive) -> None:
    labels = [(task.section, task.label) for task in directive.tasks if task.label]
    assert labels == [(s, label) for s in ("five-g", "resumption") for label in "一二三四"]


def test_every_word_of_the_demands_is_quoted_by_a_task_a_measure_or_a_heading(directive: Directive) -> None:
    """Paragraphs 4 to 6 hold all that is demanded; only punctuation may stay outside of quotes."""
    source = directive.source
    assert source
    quoted: set[int] = set()
    for mark in marks(directive):
        quoted |= set(range(mark.passage.span.start, mark.passage.span.end))
    for paragraph in source.paragraphs[3:6]:
        span = paragraph.span
        left = "".join(source.text[i] for i in range(span.start, span.end) if i not in quoted)
        assert not left.strip(",，。、;；:：")


def test_every_measure_has_a_quote_a_translation_and_titles_in_both_languages(directive: Directive) -> None:
    for part in directive.walk():
        assert {code for code, _ in part.title.values} == {"zh", "en"}, part.key
        assert part.passages and all(passage.translation for passage in part.passages), part.key
        assert part.obligation, part.key


def test_every_part_that_is_not_stated_has_its_reason(corpus: Corpus) -> None:
    for task in corpus.tasks.values():
        for duty in task.duties:
            assert duty.words if duty.basis == "stated" else duty.reason, (task.key, duty)


def test_words_given_for_actors_and_times_stand_in_the_text(directive: Directive) -> None:
    assert directive.source
    for part in directive.walk():
        for words in [*(d.words for d in part.duties), *(t.words for t in part.timings)]:
            assert not words or words in directive.source.text, (part.key, words)


def test_the_directives_around_it_reach_from_2019_to_2024(corpus: Corpus) -> None:
    dates = [directive.date for directive in corpus.directives.values() if directive.date]
    assert len(corpus.directives) == 27
    assert {dates[0].text[:4], dates[-1].text[:7]} == {"2024", "2019-06"}
    assert all(d.relations or corpus.links.relations_to.get(d.id) for d in corpus.directives.values())


def test_reposts_are_named_but_never_linked(corpus: Corpus) -> None:
    references = [r for directive in corpus.directives.values() for r in directive.references]
    assert any(reference.grade is Grade.C for reference in references)
    assert not [r for r in references if r.grade is Grade.C and r.url]


def test_each_data_file_names_its_schema() -> None:
    for path in (ROOT / "data").rglob("*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        schema = Path(first.partition("$schema=")[2])
        assert (path.parent / schema).resolve().is_file(), path
