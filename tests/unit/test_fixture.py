"""The fixture site, an invented country: its data have every word and every key that the format has."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

import pytest
import yaml
from directive_atlas.build import Records, resolved
from directive_atlas.load import RawCorpus, load, schema
from directive_atlas.load.record import Record
from directive_atlas.load.walk import records_in
from directive_atlas.outputs.exports.feeds.news import news
from directive_atlas.passages import find_passages
from directive_atlas.problems import as_text
from directive_atlas.resolve import Corpus
from directive_atlas.views.changes import ChangeKind, of_directive, of_task
from directive_atlas.views.papers import paper
from directive_atlas.views.quality import doubtful
from directive_atlas.views.timeline.items import dated
from directive_atlas.views.work import group_of, work_of
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.directives import RelationKind

from tests.tools.moment import AS_OF, FIXTURE_DAY, midnight
from tests.tools.pages import pages_of
from tests.tools.paths import FIXTURE

CENSUS = "data/directives/ferries-lights-2023-lamp-census/directive.yml"
KEEPERS = "data/directives/lights-2022-keepers-opinions"


OPEN = "data/directives/tide-2023-closed-gauges/directive.yml"


def test_one_passage_has_changed_since_its_review_four_questions_are_open_and_nothing_else_is_wrong() -> None:
    problems = resolved(FIXTURE / "data", midnight(AS_OF)).problems
    found = [(p.kind.code, p.place.file) for p in problems]
    assert found == [("W421", CENSUS), *[("W444", OPEN)] * 4], as_text(problems)


def test_two_sentences_of_one_source_are_not_read() -> None:
    problems = resolved(FIXTURE / "data", midnight(AS_OF), coverage=100).problems
    unread = [
        (p.kind.code, p.place.file, p.place.line) for p in problems if p.kind.code not in {"W421", "W444"}
    ]
    source = f"{KEEPERS}/source.txt"
    assert [(code, file) for code, file, _ in unread if code == "E411"] == [
        ("E411", f"{KEEPERS}/directive.yml")
    ]
    assert [each for each in unread if each[0] != "E411"] == [("W412", source, 2), ("W412", source, 5)]


def test_one_of_them_binds_and_the_coverage_page_names_it(corpus: Corpus) -> None:
    coverages = (directive.coverage for directive in corpus.directives.values())
    assert sum(len(coverage.binding) for coverage in coverages if coverage) == 1


# Every word of every enumeration, those that people write and those that are worked out.

STAGES = ("vocabulary", "passages", "review", "schedule", "resolve", "views.changes", "views.timeline")
"""Where the lists are whose words come from data or follow from them."""


def _enumerations(base: type[StrEnum] = StrEnum) -> Iterator[type[StrEnum]]:
    """All lists of words of those stages; a base without words of its own is none."""
    for each in base.__subclasses__():
        if each.__module__.removeprefix("directive_atlas.").startswith(STAGES):
            yield from [each] if list(each) else _enumerations(each)


@pytest.fixture(scope="module")
def occurring(raw: RawCorpus, corpus: Corpus) -> set[tuple[type[StrEnum], str]]:
    """Every word with its enumeration: in settings, rules, passages, the resolved graph and its pages."""
    actors = [row.due for actor in corpus.actors for row in work_of(corpus, actor)]
    groups = [group_of(task) for task in corpus.tasks.values()]
    shapes = [word for item in dated(corpus).all for word in (item.shape, item.shape.group)]
    followed = [each.kind for each in news(corpus, 30)]
    passages = _words_in(find_passages(raw))
    rules = (rule.rule for directive in raw.directives for rule in directive.rules)
    written = chain(raw.settings.registries, rules, passages)
    papers = chain.from_iterable(_words_in(paper(each, corpus)) for each in corpus.directives.values())
    doubts = (doubt for each in doubtful(corpus, raw.settings.look_again_months) for doubt in each.counts)
    derived = chain(actors, groups, shapes, followed, papers, doubts, _changes(corpus))
    everywhere = chain(written, _words_in(corpus), derived)
    return {(type(word), word.value) for word in everywhere}


def _changes(corpus: Corpus) -> Iterator[ChangeKind]:
    for directive in corpus.directives.values():
        yield from (change.kind for change in of_directive(directive))
        yield from (change.kind for task in directive.walk() for change in of_task(task, directive))


def _words_in(value: object) -> Iterator[StrEnum]:
    if isinstance(value, StrEnum):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_words_in, chain(value, value.values())))
    elif isinstance(value, tuple | set | frozenset):
        yield from chain.from_iterable(map(_words_in, value))


@pytest.mark.parametrize("words", list(_enumerations()), ids=lambda words: words.__name__)
def test_every_word_occurs(words: type[StrEnum], occurring: set[tuple[type[StrEnum], str]]) -> None:
    missing = [word.value for word in words if (words, word.value) not in occurring]
    assert not missing, "add records that have these words"


# Every key of every record.

NEVER_WRITTEN = {
    ("Within", "by"): "a time that begins with an anchor has no date of its own",
    ("Background", "shared_by"): "only tasks and measures share a passage",
    ("TargetRow", "baselines"): "in a table each baseline has a row of its own",
    ("TargetRow", "restated_by"): "a cell of a table has no list",
    ("Settings", "search_endpoint"): "each page would ask that host; the tests of it write it themselves",
}
KINDS = [kind for name in schema.__all__ if not name.endswith("File") and (kind := getattr(schema, name))]
"""All kinds of record, without those that are a whole file with nothing but a list in it."""


@pytest.fixture(scope="module")
def written() -> Mapping[type[Record], set[str]]:
    """The fields that some record of each class has in a file."""
    raw, _ = load(FIXTURE / "data")
    beside = (*raw.progress.values(), *raw.reviews.values(), *raw.targets.values(), *raw.pages.values())
    own = (raw.actors, raw.topics, raw.terms, raw.directives, raw.changes)
    records = chain([raw.settings], *own, *beside)
    found: dict[type[Record], set[str]] = defaultdict(set)
    for record in chain.from_iterable(records_in(each, Record) for each in records):
        found[type(record)] |= record.model_fields_set
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_key_is_written(kind: type[Record], written: Mapping[type[Record], set[str]]) -> None:
    missing = set(kind.model_fields) - written.get(kind, set())
    assert not [key for key in missing if (kind.__name__, key) not in NEVER_WRITTEN], "write these keys"


# The lean form: what is short for something else, or may be left out.

LEAN = FIXTURE / "data" / "directives" / "ferries-2024-buoy-notice"


def _short_forms() -> set[str]:
    return {short for kind in KINDS for short in kind.short_forms}


def test_every_short_form_is_written() -> None:
    text = (LEAN / "directive.yml").read_text("utf-8")
    assert not [key for key in _short_forms() if not re.search(rf"^[ -]+{key}: ", text, re.M)]


def test_a_directive_has_its_tables_and_a_catalogue_beside_it() -> None:
    names = {path.name for path in LEAN.iterdir()}
    assert names >= {"sources.csv", "targets.csv", "progress.csv", "directive.en.po"}


def test_a_directive_names_its_actors_and_leaves_out_the_ids(corpus: Corpus) -> None:
    written = yaml.safe_load((LEAN / "directive.yml").read_text("utf-8"))
    inner = list(chain.from_iterable(section.get("tasks", []) for section in written["sections"]))
    assert inner and not [part for part in (*written["sections"], *inner) if "id" in part]
    assert not set(written["issuers"]) & set(corpus.actors)
    assert corpus.directives[LEAN.name].issuers == ("ferries", "lights")
    assert [task.id for task in corpus.directives[LEAN.name].tasks][-3:] == ["t-s-2-1", "t-s-2-2", "t-s-2-3"]


def test_a_body_of_the_registries_is_named_without_a_record(corpus: Corpus) -> None:
    assert "noaa" not in (FIXTURE / "data" / "actors.yml").read_text("utf-8").lower()
    assert {"noaa", corpus.actors["noaa"].parent} <= corpus.actors.keys()


def test_a_catalogue_has_a_translation_that_is_not_shown_yet(records: Records) -> None:
    counts = records.expanded.translations["data/directives/ferries-2024-buoy-notice/directive.yml"]["en"]
    assert (counts.missing, counts.fuzzy) == (1, 1)


# What is neither a word nor a key.


@pytest.mark.parametrize("kind", RelationKind)
def test_every_relation_is_told_on_both_pages(kind: RelationKind, corpus: Corpus, project: Path) -> None:
    told = [relation for d in corpus.directives.values() for relation in d.relations if relation.kind is kind]
    assert told
    for relation in told:
        for directive, words in ((relation.newer, kind.label), (relation.older, kind.meaning.inverse)):
            page = project / "docs" / "en" / "directives" / directive / "index.md"
            assert f"<li>{words}: " in page.read_text("utf-8")


def test_records_are_in_chinese_in_english_and_in_both(corpus: Corpus) -> None:
    names = {
        "directives": [directive.title for directive in corpus.directives.values()],
        "tasks": [task.title for task in corpus.tasks.values()],
        "actors": [actor.name for actor in corpus.actors.values()],
        "topics": [topic.name for topic in corpus.topics.values()],
    }
    for what, texts in names.items():
        languages = {tuple(code for code, _ in text.values) for text in texts}
        assert languages == {("zh",), ("en",), ("zh", "en")}, what


def test_sources_are_in_both_languages_and_one_is_wrapped(raw: RawCorpus) -> None:
    sources = [directive.source for directive in raw.directives if directive.source]
    assert {source.language for source in sources} == {None, "en"}  # the first of the site, and another
    assert any(source.wrapped for source in sources)


def test_measures_are_four_levels_deep_and_sections_lie_in_sections(corpus: Corpus) -> None:
    assert max(task.depth for task in corpus.tasks.values()) == 3
    assert any(section.sections for d in corpus.directives.values() for section in d.sections)


def test_the_site_speaks_of_the_day_of_its_settings_whenever_it_is_built(
    raw: RawCorpus, project: Path
) -> None:
    assert raw.settings.as_of == on_day(FIXTURE_DAY)
    _, late = pages_of(FIXTURE / "data", midnight(dt.date(2040, 1, 1)))
    assert late["index.md"] == (project / "docs" / "index.md").read_text("utf-8")
