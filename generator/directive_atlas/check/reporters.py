"""Do reports contradict each other, have their bodies a part in the task, what do closings rest on?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.completion import is_about
from directive_atlas.vocabulary.progress import Status

Members = Mapping[str, frozenset[str]]
"""By each actor: all members of a group, and all bodies under a body, at every depth."""


def all_members(raw: RawCorpus) -> Members:
    """The members of every group, and the bodies under each; a circle is reported by other checks."""
    direct: dict[str, list[str]] = {actor.id: [each.actor for each in actor.members] for actor in raw.actors}
    for actor in raw.actors:
        if actor.parent in direct:
            direct[actor.parent].append(actor.id)
    return {actor: frozenset(_below(actor, direct, set())) for actor in direct}


def _below(group: str, direct: Mapping[str, Sequence[str]], seen: set[str]) -> Iterator[str]:
    for member in direct.get(group, ()):
        if member not in seen:
            seen.add(member)
            yield member
            yield from _below(member, direct, seen)


def contradicting(reports: Sequence[schema.Progress]) -> Iterator[Problem]:
    """W614: one says done and another denies it, of one body, one task and one day, and nobody says why."""
    said: dict[tuple[object, ...], schema.Progress] = {}
    for report in reports:
        if report.context or not (report.status and report.verification.settling):
            continue
        about = (report.task, report.actor, report.occurrence, is_about(report).text)
        first = said.setdefault(about, report)
        statuses = (first.status, report.status)
        opposed = Status.DONE in statuses and any(status and status.denies for status in statuses)
        if opposed and first.status and not (first.note or report.note):
            day, one, other = is_about(report).text, first.status.value, report.status.value
            yield problem("W614", report.at("status"), day=day, one=one, other=other)


def outsiders(
    directive: schema.Directive, reports: Sequence[schema.Progress], members: Members
) -> Iterator[Problem]:
    """W615: a body without a part in the task or in one around it.

    The issuers speak for all, and where the text names nobody, anybody may report.
    """
    having = _having_parts(directive)
    for report in reports:
        bodies = having.get(report.task, frozenset())
        known = {*bodies, *directive.issuers}
        inside = known | {member for body in known for member in members.get(body, ())}
        groups = {group for group in members if members[group] & inside}
        stranger = report.actor in members and report.actor not in inside | groups
        if bodies and report.actor and stranger and not report.context:
            yield problem("W615", report.at("actor"), actor=report.actor, task=report.task)


def _having_parts(directive: schema.Directive) -> dict[str, frozenset[str]]:
    """The bodies with a part in each task, in the whole that it belongs to, or in a part of it."""
    found: dict[str, frozenset[str]] = {}
    for task in directive.tasks:
        every = frozenset(duty.actor for part in records_in(task, schema.Measure) for duty in part.actors)
        found |= dict.fromkeys((part.id for part in records_in(task, schema.Measure)), every)
    return found


def unfounded_closings(reports: Sequence[schema.Progress]) -> Iterator[Problem]:
    """W618: a closing, and no report of that day or before says done."""
    done: dict[str, list[schema.Progress]] = defaultdict(list)
    for report in reports:
        if report.status is Status.DONE:
            done[report.task].append(report)
    for report in reports:
        founded = any(is_about(other).first <= report.date.last for other in done[report.task])
        if report.closed_by and not founded:
            yield problem("W618", report.at("closed_by"), task=report.task)
