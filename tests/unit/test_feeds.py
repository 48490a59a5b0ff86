"""Feeds: read by an independent program, an entry for each piece of news, the same one always the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import feedparser
import pytest
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports.feeds import feed_files
from directive_atlas.outputs.exports.feeds.atom import Writer
from directive_atlas.outputs.exports.feeds.files import LATEST
from directive_atlas.outputs.exports.feeds.news import news
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.timeline import NewsKind

from tests.tools.sites import bilingual

SITE = bilingual()
Feeds = Mapping[str, bytes]


@pytest.fixture(scope="module")
def feeds(corpus: Corpus) -> Feeds:
    """The feeds of the fixture by their paths."""
    return {file.path: file.content for file in feed_files(records(corpus), corpus, SITE)}


def test_every_feed_is_read_newest_first_and_without_doubles(feeds: Feeds) -> None:
    for path, content in feeds.items():
        read = feedparser.parse(content)
        assert not read.bozo, (path, read.get("bozo_exception"))
        entries = read.entries
        assert len(entries) <= LATEST
        assert len({entry.id for entry in entries}) == len(entries), path
        days = [entry.updated for entry in entries]
        assert days == sorted(days, reverse=True)
        assert not days or read.feed.updated == days[0]
        assert all(entry.title and entry.summary is not None for entry in entries)


def test_feeds_have_names_of_their_own(feeds: Feeds) -> None:
    assert len({feedparser.parse(content).feed.id for content in feeds.values()}) == len(feeds)


def test_each_report_of_the_time_of_its_directive_is_news(corpus: Corpus) -> None:
    reports = [each for task in corpus.tasks.values() for each in task.reports if not each.context]
    found = [each.report for each in news(corpus, SITE.due_soon) if each.kind is NewsKind.REPORT]
    assert sorted(map(id, found)) == sorted(map(id, reports))


def test_a_deadline_is_news_on_the_day_on_which_it_is_near(corpus: Corpus) -> None:
    ahead = [each for each in news(corpus, SITE.due_soon) if each.kind is NewsKind.AHEAD]
    assert ahead
    for each in ahead:
        assert each.event
        assert each.day == each.event.date.last - dt.timedelta(days=SITE.due_soon)
        assert each.day <= corpus.as_of


def test_a_corrected_note_is_the_same_news(corpus: Corpus) -> None:
    task = next(task for task in corpus.tasks.values() if task.reports)
    corrected = tuple(replace(each, note=Text((("zh", "改正"),))) for each in task.reports)
    tasks = {**corpus.tasks, task.key: replace(task, reports=corrected)}
    before, after = news(corpus, SITE.due_soon), news(replace(corpus, tasks=tasks), SITE.due_soon)
    assert [each.id for each in before] == [each.id for each in after]


HOSTILE = 'a <b> & "c" ]]> \x00\x0b\u202ed</entry><entry>'


def test_no_text_is_markup(corpus: Corpus) -> None:
    writer = Writer(corpus, SITE, SITE.languages[0])
    found = next(each for each in news(corpus, SITE.due_soon) if each.report)
    assert found.report
    told = replace(found, report=replace(found.report, note=Text((("zh", HOSTILE),))))
    read = feedparser.parse(writer.feed("x", "y", [writer.entry(told)], found.day))
    assert not read.bozo
    [entry] = read.entries
    assert 'a <b> & "c" ]]>  d</entry><entry>' in entry.summary


def test_what_has_tasks_and_no_news_can_be_followed(feeds: Feeds) -> None:
    silent = [feedparser.parse(content) for content in feeds.values() if b"<entry>" not in content]
    assert silent
    assert all(not read.bozo and read.feed.updated for read in silent)


def test_each_recorded_change_is_an_entry_of_what_it_is_of(feeds: Feeds, corpus: Corpus) -> None:
    for path, of in (
        ("all", lambda _: True),
        (
            "directives/ferries-2024-channel-works",
            lambda each: each.id.startswith("ferries-2024-channel-works"),
        ),
        ("actors/lamp-office", lambda each: each.id == "lamp-office"),
    ):
        read = feedparser.parse(feeds[f"en/feeds/changes/{path}.atom"]).entries
        expected = [each for each in corpus.history.recorded if of(each.change)]
        assert [entry.id.rpartition(":")[2] for entry in read] == [f"change-{each.id}" for each in expected]


def test_who_follows_a_former_id_has_what_its_successor_has(feeds: Feeds) -> None:
    former, now = (feedparser.parse(feeds[f"feeds/topics/{name}.atom"]) for name in ("beacons", "lights"))
    assert now.entries
    assert [entry.id for entry in former.entries] == [entry.id for entry in now.entries]


def test_the_feed_of_what_is_gone_says_so(feeds: Feeds) -> None:
    [entry] = feedparser.parse(feeds["en/feeds/directives/ferries-2022-lamp-circular.atom"]).entries
    assert "removed" in entry.title
