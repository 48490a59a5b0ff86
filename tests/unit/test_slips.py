"""A quote that slipped to the neighbour is seen, and where nothing slipped nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from directive_atlas.build import read_records
from directive_atlas.check.coverage import coverage_problems
from directive_atlas.check.quotes import both_ways, quote_problems
from directive_atlas.check.slips import slips
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.schema import Measure
from directive_atlas.load.walk import records_in
from directive_atlas.passages import (
    DirectivePassages,
    Passages,
    SourceText,
    Span,
    dates_in,
    durations_in,
    locate,
)
from directive_atlas.problems import Problem

from tests.tools.corpora.encodings import CORPUS, assemble, one_by_one, sets

FIXTURE = Path(__file__).parents[1] / "fixture" / "data"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the evaluation corpus is not here")

M = TypeVar("M", bound=Measure)
Quotes = Mapping[str, tuple[schema.Quote, ...]]


def _read(folder: Path) -> tuple[RawCorpus, Passages]:
    records, _ = read_records(folder)
    return records.expanded.corpus, records.passages


def _errors(raw: RawCorpus, passages: Passages, directive: schema.Directive, quotes: Quotes) -> int:
    """How many errors a directive has when some of its tasks have other quotes."""
    tasks = tuple(t.model_copy(update={"quotes": quotes.get(t.id, t.quotes)}) for t in directive.tasks)
    shifted = replace(raw, directives=(directive.model_copy(update={"tasks": tasks}),))
    return sum(problem.is_error for problem in slips(shifted, passages))


def _quoting(raw: RawCorpus) -> Iterator[tuple[schema.Directive, list[schema.Task]]]:
    """The directives with at least two tasks that quote something."""
    for directive in raw.directives:
        tasks = [task for task in directive.tasks if task.quotes]
        if len(tasks) > 1:
            yield directive, tasks


def _neighbours(tasks: list[schema.Task]) -> Iterator[tuple[schema.Task, schema.Task]]:
    return zip(tasks, [*tasks[1:], tasks[-2]], strict=True)


def test_each_task_of_the_fixture_that_takes_its_neighbours_quotes_is_seen() -> None:
    raw, passages = _read(FIXTURE)
    shifts = [
        (task.id, _errors(raw, passages, directive, {task.id: other.quotes}))
        for directive, tasks in _quoting(raw)
        for task, other in _neighbours(tasks)
    ]
    assert len(shifts) > 40
    assert [task for task, errors in shifts if not errors] == []


def _unseen(folder: Path) -> list[str]:
    """The directives in which all tasks may take each the next one's quotes without an error."""
    raw, passages = _read(folder)
    found = list(_quoting(raw))
    assert found
    moved = [(d, {a.id: b.quotes for a, b in zip(t, [*t[1:], t[0]], strict=True)}) for d, t in found]
    return [directive.id for directive, quotes in moved if not _errors(raw, passages, directive, quotes)]


def test_all_quotes_of_a_directive_of_the_fixture_moved_on_by_one_are_seen() -> None:
    assert _unseen(FIXTURE) == []


@needs_corpus
@pytest.mark.parametrize("encoded", sets(), ids=lambda path: path.name)
def test_all_quotes_of_an_encoded_directive_moved_on_by_one_are_seen(encoded: Path, tmp_path: Path) -> None:
    assert _unseen(assemble(encoded, CORPUS, tmp_path / "data")) == []


def _moved_by_one(quote: schema.Quote, source: SourceText, span: Span) -> schema.Quote:
    """A quote by position or label, one paragraph further on (or back, at the end of the text)."""
    last, paragraph = len(source.paragraphs), source.paragraph_at(span.start).number
    through = quote.through and min(last, quote.through + 1)
    moved = paragraph + (1 if paragraph != last else -1)
    return quote.model_copy(update={"label": None, "paragraph": moved, "through": through})


def _with_quote(measure: M, old: schema.Quote, new: schema.Quote) -> M:
    quotes = tuple(new if quote is old else quote for quote in measure.quotes)
    inner = tuple(_with_quote(part, old, new) for part in measure.measures)
    return measure.model_copy(update={"quotes": quotes, "measures": inner})


def _within(directive: schema.Directive) -> Iterator[tuple[schema.Task, Measure]]:
    """Each task, and each of its measures, with the task."""
    for task in directive.tasks:
        yield from ((task, measure) for measure in records_in(task, Measure))


def _slips_of_one_quote(raw: RawCorpus, passages: Passages) -> Iterator[tuple[str, bool]]:
    """Each quote by position, moved by one paragraph alone, and whether `check` then says more."""
    for directive in raw.directives:
        own = passages.of(directive)
        if not own:
            continue
        alone = Passages({directive.place.file: own})
        before = set(_of_quotes(replace(raw, directives=(directive,)), alone))
        for task, measure in _within(directive):
            for quote in (q for q in measure.quotes if not q.exact):
                span = own.of(quote)[1]
                new = _moved_by_one(quote, own.source, span)
                slipped = _with_slip(raw, directive, task, _with_quote(task, quote, new))
                found = _relocated(alone, directive, quote, new)
                seen = any(each not in before for each in _of_quotes(slipped, found))
                yield f"{measure.id}: {own.text_of(quote)}", seen


def _of_quotes(raw: RawCorpus, passages: Passages) -> Iterator[Problem]:
    """What `check --coverage 100` says of quotes."""
    yield from quote_problems(raw, passages)
    yield from coverage_problems(raw, passages, 100)
    yield from both_ways(passages)
    yield from slips(raw, passages)


def _with_slip(raw: RawCorpus, directive: schema.Directive, old: schema.Task, new: schema.Task) -> RawCorpus:
    tasks = tuple(new if task is old else task for task in directive.tasks)
    return replace(raw, directives=(directive.model_copy(update={"tasks": tasks}),))


def _relocated(
    passages: Passages, directive: schema.Directive, old: schema.Quote, new: schema.Quote
) -> Passages:
    """The passages of a directive when one quote moved; to locate all again for each would take minutes."""
    file = directive.place.file
    own = passages.by_record[file]
    quotations = tuple(
        replace(each, quote=new, found=locate(own.source, new)) if each.quote is old else each
        for each in own.quotations
    )
    return Passages({file: DirectivePassages(own.source, quotations)})


@needs_corpus
@pytest.mark.parametrize("encoded", one_by_one())
def test_a_quote_moved_by_one_paragraph_is_seen(encoded: Path, tmp_path: Path) -> None:
    raw, passages = _read(assemble(encoded, CORPUS, tmp_path / "data"))
    assert [name for name, seen in _slips_of_one_quote(raw, passages) if not seen] == []


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("2020年12月底", [(2020, (12, 12), None, True)]),
        ("2024年7月至2025年6月", [(2024, (7, 7), None, False), (2025, (6, 6), None, False)]),
        ("12月31日前", [(None, (12, 12), 31, False)]),
        ("2025年上半年", [(2025, (1, 6), None, False)]),
        ("By 5:00 pm on September 29, 2023", [(2023, (9, 9), 29, False)]),
        ("by 29 September 2023", [(2023, (9, 9), 29, False)]),
        ("by the end of 2025", [(2025, None, None, True)]),
        ("in the third quarter of 2024", [(2024, (7, 9), None, False)]),
        ("3个月内", []),
        ("每月15日", []),
        ("2020年13月", []),
    ],
)
def test_dates_are_read_from_words(words: str, dates: list[tuple[object, ...]]) -> None:
    found = [(date.year, date.months, date.day, date.at_end) for date in dates_in(words)]
    assert found == dates


@pytest.mark.parametrize(
    ("words", "durations"),
    [
        ("within 90 days", [(90, "days")]),
        ("in twenty-four hours", [(24, "hours")]),
        ("thirty (30) days", [(30, "days")]),
        ("within a week", [(1, "weeks")]),
        ("5 business days", [(5, "working_days")]),
        ("十五个工作日内", [(15, "working_days")]),
        ("36日内", [(36, "days")]),
        ("力争三年内", [(3, "years")]),
        ("半年内", [(6, "months")]),
        ("12月31日前", []),
        ("第三年", []),
        ("两三年内", []),
        ("2020年", []),
    ],
)
def test_lengths_of_time_are_read_from_words(words: str, durations: list[tuple[int, str]]) -> None:
    assert [(each.number, each.unit) for each in durations_in(words)] == durations
