"""What a record says of itself is in the corpus word for word, and what it inherits says from where."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from directive_atlas.build import read_records
from directive_atlas.load import schema
from directive_atlas.resolve import Corpus, model, values
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.dates import parse_date
from directive_atlas.vocabulary.progress import Comparator, Grade, Verification
from directive_atlas.vocabulary.tasks import OriginKind, PendingChange, Role

from tests.golden.base import BASE, write_base
from tests.tools.corpora.records import Plain, read
from tests.tools.corpora.river import records_of, resolved_on
from tests.tools.moment import AS_OF

SOURCE = """\
关于桥梁普查的通知
各分局应当逐座查看。绘制图纸。
列在首位的牵头。
"""
RECORD = """\
dates: {signed: 2020-03-01, effective: 2020-04-01}
source:
  file: source.txt
  language: zh
  title: 公报
  url: "https://example.org/source"
  retrieved: 2020-05-01
  note: 摘自公报。
rules: [{rule: first_leads, quote: 列在首位的牵头。}]
sections:
  - id: work
    title: 任务
    actors: [{actor: branches, words: 各分局}]
    tasks:
      - {id: look, title: 查看, quote: 各分局应当逐座查看。}
      - {id: draw, title: 绘图, quote: 绘制图纸。}
      - {id: file, title: 归档, due: {every: {rule: FREQ=YEARLY}}}
      - {id: mend, title: 修桥, actors: [south, north]}
"""


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus with one directive, in which a section and a rule say something of tasks."""
    return resolved_on(records_of(tmp_path_factory.mktemp("river"), RECORD, source=SOURCE), AS_OF)


def test_a_directive_is_of_the_first_of_its_dates(river: Corpus) -> None:
    assert [day.text for _, day in river.directives["river"].dates] == ["2020-03-01", "2020-04-01"]
    assert river.directives["river"].date == parse_date("2020-03-01")


def test_only_what_recurs_is_an_event_again(river: Corpus) -> None:
    found = [(event.date.text, event.again) for event in river.events if event.directive == "river"]
    assert found == [("2020-03-01", False), ("2020-04-01", False), ("2021-12-31", True)]


def test_what_a_record_says_of_its_source(river: Corpus) -> None:
    title, note = (Text((("zh", words),)) for words in ("公报", "摘自公报。"))
    assert river.directives["river"].source_note == model.SourceNote(
        "zh", title, "https://example.org/source", parse_date("2020-05-01"), note
    )


@pytest.mark.parametrize(("task", "beside"), [("look", True), ("draw", False), ("file", False)])
def test_who_is_named_for_a_section_may_be_named_in_the_sentence_of_a_task(
    river: Corpus, task: str, beside: bool
) -> None:
    [duty] = river.tasks[f"river/{task}"].duties
    title = Text((("zh", "任务"),))
    assert duty.origin == model.Origin(OriginKind.SECTION, "work", title, "各分局", beside)


def test_a_rule_is_called_by_the_words_that_state_it(river: Corpus) -> None:
    duties = river.tasks["river/mend"].duties
    rule = model.Origin(OriginKind.RULE, "rule-1", Text((("zh", "列在首位的牵头"),)), None, beside=False)
    assert [(duty.actor, duty.role, duty.origin) for duty in duties] == [
        ("south", Role.LEAD, rule),
        ("north", Role.SUPPORT, rule),
    ]


def test_a_topic_knows_those_right_below_it(tmp_path: Path) -> None:
    data = write_base(tmp_path)
    more = "".join(
        f"  - {{id: {name}, name: {name}, parent: {parent}}}\n"
        for name, parent in (("arches", "bridges"), ("stones", "arches"), ("piers", "bridges"))
    )
    (data / "topics.yml").write_text(BASE["topics.yml"] + more, "utf-8")
    records, _ = read_records(data)
    topics = resolved_on(records, AS_OF).topics
    assert {name: topic.children for name, topic in topics.items()} == {
        "bridges": ("arches", "piers"),
        "arches": ("stones",),
        "piers": (),
        "stones": (),
    }


NOTE = Text((("zh", "第二版"),))
PAGE = {"title": {"zh": "简报", "en": "Bulletin"}, "url": "https://example.org/2", "grade": "A"}


def test_a_page_that_is_cited_is_shown_as_it_is_given() -> None:
    given = {**PAGE, "publisher": "报社", "speaker": "总办公室", "date": "2020-05", "note": "第二版"}
    shown = values.reference(read(schema.Reference, {**given, "archived": "https://example.org/3"}))
    assert shown == model.Reference(
        title=Text((("zh", "简报"), ("en", "Bulletin"))),
        publisher=Text((("zh", "报社"),)),
        speaker=Text((("zh", "总办公室"),)),
        date=parse_date("2020-05"),
        grade=Grade.A,
        url="https://example.org/2",
        archived="https://example.org/3",
        note=NOTE,
    )


SHOWN = values.reference(read(schema.Reference, PAGE))
DAY, YEAR = (parse_date(text) for text in ("2020-05-06", "2019"))


@pytest.mark.parametrize("page", [None, SHOWN], ids=["no page", "page"])
def test_what_cites_a_page_has_it_and_what_cites_none_has_none(page: model.Reference | None) -> None:
    cited: Plain = {"reference": PAGE} if page else {}
    start = {"value": "7", "comparator": "at_most", "date": "2019", "note": "第二版", **cited}
    assert values.baseline(read(schema.Baseline, start)) == model.Baseline(
        Decimal(7), Comparator.AT_MOST, YEAR, page, NOTE
    )
    earlier = {"by": "2019", "changed": "2020-05-06", "directive": "river", "note": "第二版", **cited}
    assert values.earlier_deadline(read(schema.EarlierDeadline, earlier)) == model.EarlierDeadline(
        YEAR, DAY, "river", page, NOTE
    )
    proposed = {"by": "2019", "status": "proposed", "date": "2020-05-06", "directive": "river", **cited}
    assert values.proposed_deadline(read(schema.ProposedDeadline, proposed)) == model.ProposedDeadline(
        YEAR, None, PendingChange.PROPOSED, DAY, "river", page, None
    )
    following = {"actor": "north", "date": "2020-05-06", "part": "第二版", **cited}
    assert values.succession(read(schema.Succession, following), "office") == model.Succession(
        "office", "north", DAY, NOTE, page
    )


def test_names_posts_and_attachments_are_shown_as_they_are_given() -> None:
    name = {"name": "总办", "from": "2019", "to": "2020-05-06", "note": "第二版"}
    assert values.alias(read(schema.Alias, name)) == model.Alias("总办", YEAR, DAY, NOTE)
    post = {"title": "第二版", "organisation": "office", "from": "2019", "to": "2020-05-06", "seen": ["2019"]}
    assert values.post(read(schema.Post, post)) == model.Post(NOTE, "office", YEAR, DAY, (YEAR,))
    table = {"title": "第二版", "url": "https://example.org/2", "note": "第二版"}
    shown = values.attachment(read(schema.Attachment, table))
    assert shown == model.Attachment(NOTE, "https://example.org/2", NOTE)


def test_what_was_found_out_is_about_tasks_of_its_directive() -> None:
    given = {"question": "第二版", "answer": "第二版", "tasks": ["count"], "references": [PAGE]}
    assert values.finding(read(schema.Finding, given), "river") == model.Finding(
        NOTE, NOTE, ("river/count",), Verification.CLAIMED, (SHOWN,)
    )


def test_a_task_has_a_title_once_the_records_are_whole() -> None:
    named, nameless = (
        read(schema.Measure, {"id": "count", **own}) for own in ({"title": "普查"}, {"quote": "普查。"})
    )
    assert values.title(named) == Text((("zh", "普查"),))
    with pytest.raises(ValueError, match=r"directive\.yml"):
        values.title(nameless)
