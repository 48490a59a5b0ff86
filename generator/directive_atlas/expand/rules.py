"""Rules that a text states once: “the first named leads, likewise below”."""

from __future__ import annotations

from typing import Any, TypeVar

from directive_atlas.expand.inherit import Origin
from directive_atlas.load import schema
from directive_atlas.load.walk import records_in
from directive_atlas.vocabulary.tasks import Basis, OriginKind, Role

M = TypeVar("M", bound=schema.Measure)
Roles = dict[str, dict[int, Origin]]
"""The parts that have their role from a rule: by the id of the task, by their number from 0."""


def with_rules(directive: schema.Directive) -> tuple[schema.Directive, Roles]:
    """A directive whose rules are applied: the first of several actors leads, the others support.

    A rule speaks of the tasks of its section, or of all; of actors whose role the record leaves open.
    """
    if not directive.rules:
        return directive, {}
    scopes = [_sections_of(directive, rule) for rule in directive.rules]
    roles: Roles = {}
    tasks = []
    for task in directive.tasks:
        number = next(
            (n for n, scope in enumerate(scopes, 1) if scope is None or task.section in scope), None
        )
        tasks.append(
            task if number is None else _applied(task, Origin(OriginKind.RULE, f"rule-{number}"), roles)
        )
    return directive.model_copy(update={"tasks": tuple(tasks)}), roles


def _sections_of(directive: schema.Directive, rule: schema.Rule) -> set[str] | None:
    """The sections that a rule holds for; nothing where it holds for all tasks."""
    if rule.section is None:
        return None
    named = (s for s in records_in(directive, schema.Section) if s.id == rule.section)
    return {inner.id for section in named for inner in records_in(section, schema.Section)}


def _applied(measure: M, origin: Origin, roles: Roles) -> M:
    update: dict[str, Any] = {"measures": tuple(_applied(part, origin, roles) for part in measure.measures)}
    duties = measure.actors
    if len(duties) > 1 and not any("role" in duty.model_fields_set for duty in duties):
        roles[measure.id] = dict.fromkeys(range(len(duties)), origin)
        ranked = (_with_role(duty, Role.SUPPORT if n else Role.LEAD) for n, duty in enumerate(duties))
        update["actors"] = tuple(ranked)
    return measure.model_copy(update=update)  # without actors that it does not name: they are inherited


def _with_role(duty: schema.Duty, role: Role) -> schema.Duty:
    basis = duty.basis if "basis" in duty.model_fields_set else Basis.INHERITED
    return duty.model_copy(update={"role": role, "basis": basis})
