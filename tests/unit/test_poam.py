"""Plans of action and milestones: only what OSCAL knows, names that lead somewhere and stay the same."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import pytest
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports.poam import poam_files
from directive_atlas.resolve import Corpus
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tests.tools.sites import bilingual

# The parts of OSCAL's model (1.1) that the plans use, with its patterns, written apart from what makes them.

Uuid = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]
Token = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z_][a-zA-Z0-9.\-_]*$")]
String = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$")]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=_kebab)


class Link(Part):
    href: String
    rel: Token


class Prop(Part):
    name: Token
    ns: String
    value: String
    remarks: str = ""


class Party(Part):
    uuid: Uuid
    type: Literal["person", "organization"]
    name: String


class Named(Part):
    id: Token
    title: str


class Metadata(Part):
    title: str
    last_modified: Moment
    version: String
    oscal_version: String
    links: list[Link] = Field(min_length=1)
    roles: list[Named] | None = Field(None, min_length=1)
    parties: list[Party] | None = Field(None, min_length=1)


class SystemId(Part):
    identifier_type: String
    id: String


class OnDate(Part):
    date: Moment


class Within(Part):
    start: Moment
    end: Moment


class Timing(Part):
    on_date: OnDate | None = None
    within_date_range: Within | None = None


class Responsible(Part):
    role_id: Token
    party_uuids: list[Uuid] = Field(min_length=1)


class Milestone(Part):
    uuid: Uuid
    type: Literal["milestone"]
    title: str
    timing: Timing | None = None
    responsible_roles: list[Responsible] | None = Field(None, min_length=1)


class Response(Part):
    uuid: Uuid
    lifecycle: Literal["recommendation", "planned", "completed"]
    title: str
    description: str
    tasks: list[Milestone] = Field(min_length=1)


class Logged(Part):
    party_uuid: Uuid


class Entry(Part):
    uuid: Uuid
    description: str
    start: Moment
    logged_by: list[Logged] | None = Field(None, min_length=1)
    links: list[Link] | None = Field(None, min_length=1)


class Log(Part):
    entries: list[Entry] = Field(min_length=1)


class Risk(Part):
    uuid: Uuid
    title: str
    description: str
    statement: str
    status: Literal["open", "remediating", "closed"]
    deadline: Moment | None = None
    remediations: list[Response] | None = Field(None, min_length=1)
    risk_log: Log | None = None


class Actor(Part):
    type: Literal["party"]
    actor_uuid: Uuid


class Origin(Part):
    actors: list[Actor] = Field(min_length=1)


class RelatedRisk(Part):
    risk_uuid: Uuid


class Item(Part):
    uuid: Uuid
    title: str
    description: str
    props: list[Prop] = Field(min_length=1)
    links: list[Link] = Field(min_length=1)
    origins: list[Origin] | None = Field(None, min_length=1)
    related_risks: list[RelatedRisk] = Field(min_length=1)


class Plan(Part):
    uuid: Uuid
    metadata: Metadata
    system_id: SystemId
    risks: list[Risk] = Field(min_length=1)
    poam_items: list[Item] = Field(min_length=1)


class Document(Part):
    plan_of_action_and_milestones: Plan


@pytest.fixture(scope="module")
def plans(corpus: Corpus) -> Mapping[str, bytes]:
    """The plans of the fixture by their paths."""
    return {file.path: file.content for file in poam_files(records(corpus), corpus, bilingual())}


def _read(content: bytes) -> Plan:
    return Document.model_validate_json(content).plan_of_action_and_milestones


def _found(value: Any, keys: set[str]) -> Iterator[str]:
    """The values of some keys at any depth."""
    if isinstance(value, list):
        for each in value:
            yield from _found(each, keys)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key in keys:
                yield from each if isinstance(each, list) else [each]
            else:
                yield from _found(each, keys)


def test_each_directive_with_tasks_has_a_plan_of_the_model(
    plans: Mapping[str, bytes], corpus: Corpus
) -> None:
    with_tasks = [each.id for each in corpus.directives.values() if each.tasks]
    assert set(plans) == {f"{folder}poam/{each}.json" for each in with_tasks for folder in ("", "en/")}
    for content in plans.values():
        plan = _read(content)
        assert len(plan.poam_items) == len(corpus.directives[plan.system_id.id].tasks)


def test_every_name_is_given_once_and_every_reference_leads_to_one(plans: Mapping[str, bytes]) -> None:
    for path, content in plans.items():
        told = json.loads(content)
        names = list(_found(told, {"uuid"}))
        assert len(set(names)) == len(names), path
        references = {"party-uuid", "party-uuids", "actor-uuid", "risk-uuid"}
        assert set(_found(told, references)) <= set(names), path
        assert set(_found(told, {"role-id"})) <= set(_found(told["plan-of-action-and-milestones"], {"id"}))


def test_items_are_named_alike_in_all_languages_and_runs(plans: Mapping[str, bytes], corpus: Corpus) -> None:
    again = {file.path: file.content for file in poam_files(records(corpus), corpus, bilingual())}
    assert again == dict(plans)
    for path, content in plans.items():
        if not path.startswith("en/"):
            own, other = _read(content), _read(plans[f"en/{path}"])
            assert [each.uuid for each in own.poam_items] == [each.uuid for each in other.poam_items]
            assert own.uuid != other.uuid


def test_status_deadline_and_log_are_those_of_the_task(plans: Mapping[str, bytes], corpus: Corpus) -> None:
    seen = set()
    for path, content in plans.items():
        plan = _read(content)
        for item, risk in zip(plan.poam_items, plan.risks, strict=True):
            task = corpus.tasks[item.props[0].value]
            due = task.standing.due
            assert risk.deadline == (f"{due.last}T23:59:59Z" if due else None), path
            assert len(risk.risk_log.entries if risk.risk_log else ()) == sum(
                not each.context for each in task.reports
            )
            over = {"done", "not_selected", "waived", "cancelled"}
            assert (risk.status == "closed") == (task.standing.state in over), path
            seen.add(risk.status)
    assert seen == {"open", "remediating", "closed"}


def test_last_modified_is_the_day_of_the_data(plans: Mapping[str, bytes], corpus: Corpus) -> None:
    plan = _read(next(iter(plans.values())))
    assert dt.date.fromisoformat(plan.metadata.version) == corpus.as_of
