"""What records leave out is written out: inheritance, rules, named reasons and titles."""

from __future__ import annotations

from typing import Any

import pytest
from directive_atlas.expand import Origin, Origins
from directive_atlas.expand.inherit import inherit
from directive_atlas.expand.reasons import with_reasons
from directive_atlas.expand.rules import with_rules
from directive_atlas.expand.texts import with_texts
from directive_atlas.expand.titles import head, with_titles
from directive_atlas.identify.ids import with_ids
from directive_atlas.load import schema
from directive_atlas.load.record import Languages
from directive_atlas.load.walk import records_in
from directive_atlas.passages import Passages
from directive_atlas.vocabulary.tasks import Basis, OriginKind, Role
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora.records import directive

Block = dict[str, Any]


def _whole(**keys: Any) -> tuple[dict[str, schema.Measure], Origins]:
    """The measures of a directive by id, with what they inherit."""
    whole, origins = inherit(*with_rules(with_ids(directive(**keys))), lambda body: frozenset({body}))
    return {measure.id: measure for measure in records_in(whole, schema.Measure)}, origins


def _task(task_id: str, *measures: Block, **keys: Any) -> Block:
    return {"id": task_id, "title": "普查", "measures": list(measures), **keys}


# Inheritance.


def test_what_is_said_above_holds_below_with_where_it_was_said() -> None:
    section = {
        "id": "s",
        "title": "任务",
        "due": "2020",
        "tasks": [_task("t", _task("part"), obligation="must")],
    }
    found, origins = _whole(topics=["bridges"], sections=[section])
    part = found["part"]
    assert (part.topics, part.obligation) == (("bridges",), "must")
    assert part.timing == found["t"].timing != ()
    kinds = {name: origin.kind for name, origin in origins["river/part"].fields.items()}
    assert kinds == {
        "topics": OriginKind.DIRECTIVE,
        "timing": OriginKind.SECTION,
        "obligation": OriginKind.TASK,
    }


def test_what_a_part_says_goes_before_also_if_it_says_none() -> None:
    task = _task("t", _task("some", topics=["roads"]), _task("none", topics=[]), topics=["bridges"])
    found, origins = _whole(tasks=[task])
    assert [found[name].topics for name in ("some", "none")] == [("roads",), ()]
    assert not origins


def test_defaults_are_filled_in_without_a_mark() -> None:
    found, origins = _whole(
        defaults={"obligation": "must", "due": "2020"}, topics=["bridges"], tasks=[_task("t")]
    )
    assert found["t"].obligation == "must"
    assert set(origins["river/t"].fields) == {"topics"}


def test_actors_are_carried_over_with_their_roles_but_without_their_words() -> None:
    lead = {"actor": "north", "role": "lead", "words": "北方分局"}
    found, origins = _whole(tasks=[_task("t", _task("part"), actors=[lead])])
    [duty] = found["part"].actors
    assert (duty.actor, duty.role, duty.basis, duty.words) == ("north", Role.LEAD, Basis.INHERITED, None)
    assert origins["river/part"].duties == {0: Origin(OriginKind.TASK, "t", "北方分局")}


def test_our_reading_above_is_our_reading_below() -> None:
    found, _ = _whole(tasks=[_task("t", _task("part"), actors=[{"actor": "north", "reason": "主送单位。"}])])
    assert found["part"].actors[0].basis is Basis.INFERRED


def test_also_joins_those_that_are_inherited_and_some_stay_behind() -> None:
    above = ["north", {"actor": "south", "inherit": False}]
    parts = [
        _task("part", _task("inner"), also=["office"]),
        _task("other", actors=["office"]),
        _task("none", actors=[]),
    ]
    found, _ = _whole(tasks=[_task("t", *parts, actors=above)])
    actors = {name: [duty.actor for duty in each.actors] for name, each in found.items()}
    both = ["north", "office"]
    assert actors == {"t": ["north", "south"], "part": both, "inner": both, "other": ["office"], "none": []}


def test_a_list_of_actors_goes_on_only_where_the_record_says_so() -> None:
    parts = [_task("inner"), _task("own", actors=["office"])]
    listed = _task("listed", *parts, actors=["north"], actors_complete=False)
    found, _ = _whole(defaults={"actors": ["south"]}, tasks=[_task("t", _task("part")), listed])
    assert [name for name, each in found.items() if not each.actors_complete] == ["listed", "inner"]


def test_whoever_is_carried_over_twice_was_named_where_it_was_first_said() -> None:
    _, origins = _whole(tasks=[_task("t", _task("part", _task("inner")), actors=["north"])])
    assert origins["river/inner"].duties[0].id == origins["river/part"].duties[0].id == "t"


# Rules.

RULE = {"rule": "first_leads", "quote": "列在首位的牵头。"}


def _roles(**keys: Any) -> dict[str, list[str]]:
    found, _ = _whole(**keys)
    return {name: [duty.role.value for duty in each.actors] for name, each in found.items()}


def test_the_first_of_several_leads() -> None:
    tasks = [_task("two", actors=["north", "south"]), _task("one", actors=["north"]), _task("nobody")]
    assert _roles(rules=[RULE], tasks=tasks) == {
        "two": ["lead", "support"],
        "one": ["responsible"],
        "nobody": [],
    }


def test_a_rule_leaves_the_roles_that_the_record_gives() -> None:
    actors = [{"actor": "north", "role": "recipient"}, "south"]
    assert _roles(rules=[RULE], tasks=[_task("t", actors=actors)]) == {"t": ["recipient", "responsible"]}


def test_a_rule_of_a_section_holds_in_it_and_in_those_below() -> None:
    inner = {"id": "inner", "title": "报送", "tasks": [_task("b", actors=["north", "south"])]}
    outer = {
        "id": "outer",
        "title": "任务",
        "tasks": [_task("a", actors=["north", "south"])],
        "sections": [inner],
    }
    other = {"id": "other", "title": "要求", "tasks": [_task("c", actors=["north", "south"])]}
    roles = _roles(rules=[{**RULE, "section": "outer"}], sections=[outer, other])
    assert roles == {"a": ["lead", "support"], "b": ["lead", "support"], "c": ["responsible"] * 2}


def test_below_a_rule_actors_are_inherited_as_they_are_elsewhere() -> None:
    found, origins = _whole(rules=[RULE], tasks=[_task("t", _task("part"), actors=["north", "south"])])
    assert [duty.role for duty in found["part"].actors] == [Role.LEAD, Role.SUPPORT]
    assert {origin.kind for origin in origins["river/part"].duties.values()} == {OriginKind.RULE}


# Reasons and titles.


def test_a_named_reason_stands_where_its_name_stood() -> None:
    duties = [{"actor": "north", "reason": "same-sentence"}, {"actor": "south", "reason": "另一个理由。"}]
    raw = directive(reasons={"same-sentence": "同一句的主语。"}, tasks=[_task("t", actors=duties)])
    found, problems = with_reasons(raw, ())
    reasons = [duty.reason.first for duty in found.tasks[0].actors if duty.reason]
    assert (reasons, problems) == (["同一句的主语。", "另一个理由。"], [])


def test_a_named_reason_stands_only_where_a_reason_may() -> None:
    """A title may happen to be the name of one, or look like a name."""
    tasks = [{"id": "a", "title": "same-sentence"}, {"id": "b", "title": "follow-up"}]
    raw = directive(reasons={"same-sentence": "同一句的主语。"}, tasks=tasks)
    found, problems = with_reasons(raw, ())
    assert [task.title.first for task in found.tasks if task.title] == ["same-sentence", "follow-up"]
    assert problems == []


def test_each_text_of_a_record_is_found_by_its_path() -> None:
    """By ids, by the actor that an entry is about, else by its number from 1."""
    task: Block = {"id": "t", "title": "普查", "deliverables": ["名册", "图"], "quotes": ["甲。", "乙。"]}
    task["actors"] = [{"actor": "north", "reason": "主送单位。"}]
    paths: list[str] = []

    def text(path: str, found: Languages) -> Languages:
        paths.append(path)
        return found

    def quote(path: str, found: schema.Quote) -> schema.Quote:
        paths.append(path)
        return found

    with_texts(directive(tasks=[task]), text, quote)
    below = ["actors/north/reason", "deliverables/1", "deliverables/2", "quotes/1", "quotes/2", "title"]
    assert sorted(paths) == [*(f"tasks/t/{path}" for path in below), "title"]


def test_the_title_of_a_task_is_its_first_quote() -> None:
    raw = directive(tasks=[{"id": "t", "quotes": ["各分局要完成普查。", "结果报总办公室。"]}])
    [task] = with_titles(raw, Passages({}), ("zh",)).tasks
    assert task.title and task.title.first == "各分局要完成普查"


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        ("一" * 48, "一" * 48),
        ("a" * 120, "a" * 120),
        ("一二三四五六七八，" + "九" * 60, "一二三四五六七八…"),
        ("一二三四五六七，" + "九" * 60, "一二三四五六七，" + "九" * 40 + "…"),
        ("a" * 121, "a" * 120 + "…"),
        ("count the bridges " * 9, "count the bridges " * 6 + "count the…"),
        ("各分局要完成普查。", "各分局要完成普查"),
        ("各分局\n要完成普查；", "各分局 要完成普查"),
        ("一" * 60, "一" * 48 + "…"),
        ("各分局要登记每座桥的位置，" + "一" * 60, "各分局要登记每座桥的位置…"),
        ("Count the bridges. " * 8, "Count the bridges. " * 5 + "Count the bridges…"),
    ],
)
def test_a_title_is_the_head_of_its_quote(quote: str, title: str) -> None:
    assert head(quote) == title


@given(st.text(min_size=1))
def test_a_title_is_one_line_that_fits(quote: str) -> None:
    assert "\n" not in head(quote)
    assert len(head(quote)) <= 121
