"""The benchmark of drafts: a perfect record scores 1 everywhere, and each slip costs what it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from directive_atlas.passages import Span

from tests.benchmarks.draft.__main__ import main
from tests.benchmarks.draft.align import aligned
from tests.benchmarks.draft.bodies import alike
from tests.benchmarks.draft.drafting import read_one
from tests.benchmarks.draft.gold import Row
from tests.benchmarks.draft.record import Drafted, Part
from tests.benchmarks.draft.score import MEASURES, Scores, compare
from tests.benchmarks.draft.times import time_line
from tests.tools.corpora.records import directive

TEXT = """Order on Bridges

Sec. 2. Surveys. (a) Within 90 days of the date of this order, the Secretary of Transportation, in
consultation with Congress, shall survey at least 30 percent of all bridges.

(b) Within 30 days of the completion of the survey, the Secretary of Transportation shall publish it.

(c) Bridge owners shall look for cracks every year. They shall report what they find to the Congress.

Sec. 3. Revocation. Order 12 (Counting Bridges) is revoked.
"""

RECORD = """id: bridges
kind: order
title: Order on Bridges
issuers: [us-president]
dates: {signed: 2020-05-06}
source: {file: source.txt, language: en, wrapped: true}
relations: [{kind: repeals, title: Counting Bridges, number: Order 12, quote: {at: '3', sentence: 3}}]
sections:
  - title: Surveys
    tasks:
      - label: 2(a)
        id: survey
        quote: {at: 2(a)}
        actors: [dot, {actor: congress, role: consulted}]
        due: 90 days after signed
        targets: [{metric: bridges surveyed, value: 30, unit: percent}]
      - label: 2(b)
        quote: {at: 2(b)}
        actors: [dot]
        due: {within: {days: 30, of: {done: survey}}}
      - label: 2(c)
        quote: {at: 2(c), sentence: 1}
        actors: [owners]
        due: every year
        measures:
          - quote: {at: 2(c), sentence: 2}
            also: [{actor: congress, role: recipient}]
"""

ACTORS = """actors:
  - {id: owners, name: Owners of bridges, kind: group}
"""

SETTINGS = "languages: [en]\nregistries: [us]\n"

ITEMS = (
    ("(a) Within 90", "all bridges."),
    ("(b) Within 30", "publish it."),
    ("(c) Bridge", "to the Congress."),
)

GOLD = (
    ("duty", 1, "the Secretary of Transportation", "dot", "responsible|lead", ""),
    ("duty", 1, "Congress", "congress", "consulted", ""),
    ("duty", 2, "the Secretary of Transportation", "dot", "responsible", ""),
    ("duty", 3, "Bridge owners", "", "responsible", ""),
    ("duty", 3, "the Congress", "congress", "recipient", ""),
    ("deadline", 1, "Within 90 days", "", "", "90 days after signed"),
    ("deadline", 2, "Within 30 days", "", "", "30 days after item 1"),
    ("deadline", 3, "every year", "", "", "every year"),
    ("target", 1, "30 percent", "", "", "30 percent"),
    ("relation", 0, "Counting Bridges", "", "", "repeals"),
)


Score = Callable[..., Scores]


def rows() -> Iterator[Row]:
    """The annotations of the text, their positions found by their words."""
    for number, (first, last) in enumerate(ITEMS, 1):
        span = Span(TEXT.index(first), TEXT.index(last) + len(last))
        yield Row("item", number, span, TEXT[span.start : span.end], "", (), ())
    for kind, item, words, body, roles, value in GOLD:
        start = TEXT.index(words)
        yield Row(kind, item, Span(start, start + len(words)), words, body, tuple(roles.split("|")), (value,))


@pytest.fixture
def score(tmp_path: Path) -> Score:
    """A function that scores the record after words of it were replaced."""
    folder = tmp_path / "data" / "directives" / "bridges"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "settings.yml").write_text(SETTINGS, "utf-8")
    (tmp_path / "data" / "actors.yml").write_text(ACTORS, "utf-8")
    (folder / "source.txt").write_text(TEXT, "utf-8")

    def scored(old: str = "", new: str = "") -> Scores:
        assert old in RECORD
        (folder / "directive.yml").write_text(RECORD.replace(old, new) if old else RECORD, "utf-8")
        return compare(list(rows()), TEXT, read_one(folder / "directive.yml"), Span(0, 10**9))

    return scored


def test_a_perfect_record_scores_one_everywhere(score: Score) -> None:
    for measure, compared in score().items():
        assert (compared.precision, compared.recall, compared.slips) == (1, 1, ()), measure
    assert [score()[measure].annotated for measure in MEASURES] == [3, 5, 5, 3, 1, 1]


LAST_TASK = RECORD[RECORD.index("      - label: 2(c)") :]


@pytest.mark.parametrize(
    ("old", "new", "measure", "precision", "recall"),
    [
        ("role: consulted", "role: support", "actor with role", 4 / 5, 4 / 5),
        ("role: consulted", "role: support", "actor", 1, 1),
        (", {actor: congress, role: consulted}", "", "actor", 1, 4 / 5),
        ("90 days", "60 days", "deadlines", 2 / 3, 2 / 3),
        ("done: survey", "date: signed", "deadlines", 2 / 3, 2 / 3),
        ("value: 30", "value: 33", "targets", 0, 0),
        ("kind: repeals", "kind: amends", "relations", 0, 0),
        (LAST_TASK, "", "items", 1, 2 / 3),
        (LAST_TASK, "", "actor", 1, 3 / 5),
        ("at: 2(c), sentence: 1", "at: '3', sentence: 2", "items", 3 / 4, 1),
        ("at: 2(c), sentence: 1", "at: '3', sentence: 2", "deadlines", 3 / 4, 1),
    ],
)
def test_each_slip_costs_what_it_should(
    score: Score, old: str, new: str, measure: str, precision: float, recall: float
) -> None:
    compared = score(old, new)[measure]
    assert (compared.precision, compared.recall) == pytest.approx((precision, recall))


def test_what_lies_outside_the_annotated_part_does_not_count() -> None:
    text = "(a) Look at the bridges.\n\n(b) Paint them.\n"
    parts = tuple(
        Part(f"t-{start}", (Span(start, end),), text[start:end], (), (), ())
        for start, end in ((0, 24), (26, 41))
    )
    first = Row("item", 1, Span(0, 24), text[:24], "", (), ())
    assert compare([first], text, Drafted(text, parts, ()), Span(0, 25))["items"].slips == ()
    assert len(compare([first], text, Drafted(text, parts, ()), Span(0, 99))["items"].slips) == 1


def test_positions_survive_another_layout() -> None:
    moved = aligned("**1.**  Look [here](https://example.org)\nand there.", "1. Look here and there.")
    assert moved(Span(8, 12)) == Span(3, 7)
    assert moved(Span(41, 51)) == Span(13, 23)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("each agency", "Federal agencies", True),
        ("the Bridge Council", "Council", True),
        ("Department of Bridges", "Department of Roads", False),
        ("各分局", "北方各分局", True),
        ("总办公室", "各分局", False),
    ],
)
def test_names_are_alike_if_one_has_all_words_of_the_other(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_without_the_texts_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--corpus", str(tmp_path)])
    assert all(line.startswith("skipped: ") for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("2020-09", "2020-09"),
        ({"within": {"years": 1, "of": "signed"}}, "1 year after signed"),
        ({"within": {"days": 90, "of": "published"}}, "90 days after signed"),
        ({"within": {"working_days": 5, "of": {"event": "flood"}}}, "5 working days after event"),
        ({"within": {"months": 2, "of": {"done": "survey"}}}, "2 months after item survey"),
        ({"period": {"from": 2020, "to": 2022}}, "2020 to 2022"),
        ({"period": {"from": 2020}}, "from 2020"),
        ({"later_of": [{"days": 9, "of": "signed"}, {"days": 2, "of": {"event": "flood"}}]},
         "later of 2 days after event / 9 days after signed"),
        ({"before": {"of": {"event": "flood"}}}, "before event"),
        ({"upon": {"due": "survey"}}, "upon item survey"),
        ("every quarter", "every quarter"),
        ({"every": "FREQ=WEEKLY;INTERVAL=2"}, "every 2 weeks"),
        ({"every": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"}, "every year 02"),
        ("asap", "asap"),
    ],
)  # fmt: skip
def test_a_time_is_one_line(written: object, line: str) -> None:
    (timing,) = directive(tasks=[{"title": "数桥", "due": written}]).tasks[0].timing
    assert time_line(timing, lambda task: f"item {task}") == line
