"""Do reports contradict each other, have their bodies a part in the task, what do closings rest on?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import all_below, records_in
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.completion import is_about
from directive_atlas.vocabulary.progress import Status

Below = Callable[[str], frozenset[str]]
"""All members of a group, and all bodies under a body, at every depth."""


def bodies_below(raw: RawCorpus) -> Below:
    """The bodies below each one, found when they are asked for; a circle is reported by other checks."""
    direct: dict[str, list[str]] = {actor.id: [each.actor for each in actor.members] for actor in raw.actors}
    for actor in raw.actors:
        if actor.parent in direct:
            direct[actor.parent].append(actor.id)

    @cache
    def below(actor: str) -> frozenset[str]:
        return frozenset(all_below(actor, lambda each: direct.get(each, ())))

    return below


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
    directive: schema.Directive, reports: Sequence[schema.Progress], known: Collection[str], below: Below
) -> Iterator[Problem]:
    """W615: a body without a part in the task or in one around it; ``known`` are the bodies with a record.

    The issuers speak for all, and where the text names nobody, anybody may report.
    """
    having = _having_parts(directive, below)
    for report in reports:
        inside, actor = having.get(report.task), report.actor
        if not inside or actor not in known or report.context:
            continue
        if actor and actor not in inside and not below(actor) & inside:
            yield problem("W615", report.at("actor"), actor=actor, task=report.task)


def _having_parts(directive: schema.Directive, below: Below) -> dict[str, frozenset[str]]:
    """Who may report on each task: the bodies with a part in it or around it, the issuers, those below them.

    Nobody for a task in which nobody has a part.
    """
    found: dict[str, frozenset[str]] = {}
    for task in directive.tasks:
        parts = tuple(records_in(task, schema.Measure))
        bodies = {duty.actor for part in parts for duty in part.actors}
        known = {*bodies, *directive.issuers} if bodies else set()
        inside = frozenset(known).union(*map(below, known))
        found |= dict.fromkeys((part.id for part in parts), inside)
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
