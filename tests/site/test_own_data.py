"""What is true of our data only: the first directive is whole, and what the record says is in the text."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from directive_atlas.build import Records, read_records
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.outputs.pages.annotate import marks
from directive_atlas.passages import Found, Span, locate
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.resolve.model import Directive
from directive_atlas.schedule import schedule
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.progress import Comparator, Grade, Status, Verification

from tests.benchmarks.search.items import records as records_of
from tests.benchmarks.search.labels import HAND_WRITTEN, read
from tests.tools.moment import AS_OF
from tests.tools.own import FIRST, needs_our_data
from tests.tools.paths import ROOT

SEED = ROOT.parent / "shared" / "corpus" / "seed-5g-meeting-2020-02-22.txt"
pytestmark = needs_our_data


@pytest.fixture(scope="module")
def records() -> Records:
    found, problems = read_records(ROOT / "data")
    assert not problems
    return found


@pytest.fixture(scope="module")
def raw(records: Records) -> RawCorpus:
    return records.expanded.corpus


@pytest.fixture(scope="module")
def raw_first(raw: RawCorpus) -> schema.Directive:
    return next(directive for directive in raw.directives if directive.id == FIRST)


@pytest.fixture(scope="module")
def corpus(records: Records, raw: RawCorpus) -> Corpus:
    dates, wrong = schedule(raw, AS_OF)
    assert not wrong
    return resolve(records.expanded, records.passages, dates, AS_OF)


@pytest.fixture(scope="module")
def directive(corpus: Corpus) -> Directive:
    return corpus.directives[FIRST]


@pytest.mark.skipif(not SEED.exists(), reason="the evaluation corpus is not here")
def test_the_source_is_the_seed_up_to_its_page_furniture() -> None:
    whole = SEED.read_bytes()
    source = (ROOT / "data" / "directives" / FIRST / "source.txt").read_bytes()
    assert source == whole[: whole.index("关键词".encode())]


def test_no_page_furniture_reaches_the_site(own_site: Path) -> None:
    for path in own_site.rglob("*.html"):
        assert not re.search("关键词|相关阅读|北汽蓝谷|可转债", path.read_text("utf-8")), path


def test_both_lists_of_four_demands_are_there(directive: Directive) -> None:
    labels = [(task.section, task.label) for task in directive.tasks if task.label]
    assert labels == [(s, label) for s in ("five-g", "resumption") for label in "一二三四"]


def test_every_word_of_the_source_is_quoted_or_put_down_as_background(
    directive: Directive, raw_first: schema.Directive
) -> None:
    """Only punctuation may stay outside; what is background is not quoted as a demand, too."""
    source = directive.source
    assert source
    quoted = {i for mark in marks(directive) for i in _characters(mark.passage.span)}
    background: set[int] = set()
    for entry in raw_first.background:
        found = locate(source, entry)
        assert isinstance(found, Found)
        background |= set(_characters(found.spans[0]))
    assert not quoted & background
    for paragraph in source.paragraphs:
        span = paragraph.span
        left = "".join(source.text[i] for i in _characters(span) if i not in quoted | background)
        assert not left.strip(",，。、;；:："), paragraph.number


def _characters(span: Span) -> range:
    return range(span.start, span.end)


def test_every_measure_has_a_quote_a_translation_and_titles_in_both_languages(directive: Directive) -> None:
    for part in directive.walk():
        assert {code for code, _ in part.title.values} == {"zh", "en"}, part.key
        assert part.passages and all(passage.translation for passage in part.passages), part.key
        assert part.obligation, part.key


def test_every_part_that_is_not_stated_has_its_reason(corpus: Corpus) -> None:
    for task in corpus.tasks.values():
        for duty in task.duties:
            assert duty.words if duty.basis == "stated" else duty.reason or duty.origin, (task.key, duty)


def test_words_given_for_actors_and_times_stand_in_the_text(directive: Directive) -> None:
    assert directive.source
    for part in directive.walk():
        for words in [*(d.words for d in part.duties), *(t.words for t in part.timings)]:
            assert not words or words in directive.source.text, (part.key, words)


def test_each_directive_has_a_relation(corpus: Corpus) -> None:
    assert all(d.relations or corpus.links.relations_to.get(d.id) for d in corpus.directives.values())


def test_reposts_are_named_but_never_linked(corpus: Corpus) -> None:
    references = [r for directive in corpus.directives.values() for r in directive.references]
    assert any(reference.grade is Grade.C for reference in references)
    assert not [r for r in references if r.grade is Grade.C and r.url]


def _reports(raw: RawCorpus, directive: schema.Directive) -> tuple[schema.Progress, ...]:
    return raw.progress[directive.place.file]


def test_each_of_the_eight_demands_has_evidence_and_the_rest_says_that_there_is_none(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    reported = {report.task for report in _reports(raw, raw_first)}
    for task in raw_first.tasks:
        has_report = any(part.id in reported for part in records_in(task, schema.Measure))
        assert has_report if task.label else has_report or task.note, task.id


def test_each_report_says_who_told_it_and_what_only_a_repost_shows_is_unverified(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    for report in _reports(raw, raw_first):
        evidence = report.evidence
        assert evidence and (evidence.speaker or evidence.publisher) and evidence.date, report.place
        assert report.note and len(report.note.values) == 2, report.place
        if evidence.grade is Grade.C:
            assert not evidence.url and report.verification is Verification.UNVERIFIED, report.place
        else:
            assert evidence.url, report.place
        assert evidence.speaker or report.verification is Verification.UNVERIFIED or not report.status


def test_what_only_a_repost_shows_is_linked_nowhere(raw: RawCorpus) -> None:
    for directive in raw.directives:
        for part in (directive, *_reports(raw, directive)):
            for reference in records_in(part, schema.Reference):
                assert reference.grade is not Grade.C or not (reference.url or reference.archived)


def test_each_reading_is_one_of_a_target_and_each_figure_from_outside_names_its_speaker(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    targets = {target.id: target for target in records_in(raw_first, schema.Target)}
    readings = [report for report in _reports(raw, raw_first) if report.target]
    for report in readings:
        assert report.target in targets, report.place
    for target in targets.values():
        assert target.id
        told = target.reference
        assert target.value is None or (told and (told.speaker or told.note or target.note)), target.id


def test_the_figures_of_the_year_were_told_on_2021_01_26_and_nobody_said_that_its_goals_were_met(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    reports = [report for report in _reports(raw, raw_first) if report.task == "annual-goals"]
    assert not [report for report in reports if report.status]  # the meeting names no goal by its figure
    (covered,) = [r for r in reports if r.target == "prefecture-coverage" and r.as_of]
    assert (covered.date.text, covered.value) == ("2021-01-26", Decimal(100))
    told = {r.target: (r.comparator, r.value) for r in reports if r.date.text == "2021-01-26"}
    goals = {target.id: target.value for target in records_in(raw_first, schema.Target) if target.value}
    for name in ("new-stations-500k", "new-stations-550k", "new-stations-600k"):
        assert told[name] == (Comparator.MORE_THAN, Decimal(600000))
        assert goals[name] <= 600000


def test_nobody_is_said_to_be_done_with_what_the_meeting_sets_no_end_to(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    assert not [r.place for r in _reports(raw, raw_first) if r.status is Status.DONE]


def test_figures_for_all_industry_are_not_a_status_of_telecoms(
    raw: RawCorpus, raw_first: schema.Directive
) -> None:
    reports = [r for r in _reports(raw, raw_first) if r.actor == "enterprises"]
    assert reports
    assert {r.task for r in reports} == {"society-support"}
    assert not [r for r in reports if r.percent or r.target]


def test_everybody_who_can_owe_something_has_a_calendar(raw: RawCorpus) -> None:
    actors = {actor.id: actor for actor in raw.actors}
    for actor in raw.actors:
        above = actor
        while above.parent and not above.jurisdiction:
            above = actors[above.parent]
        assert above.jurisdiction or actor.kind is ActorKind.PERSON, actor.id


def test_each_labelled_query_asks_for_a_record(corpus: Corpus) -> None:
    places = {item.place for item in records_of(corpus)}
    assert {page for query in read(HAND_WRITTEN) for page in query.pages} <= places
