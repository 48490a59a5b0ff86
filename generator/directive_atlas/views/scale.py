"""Figures that are about the same thing on one scale: goals, where they set out, what was read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from directive_atlas.resolve.model import Baseline, Report, Target
from directive_atlas.schedule.completion import is_about

_BRACKET = re.compile(r"\s*[（(][^（()）]*[)）]$")
"""At the end of a metric: who set it, or under which condition."""


class MarkKind(StrEnum):
    """What stands on a scale; pages show each with a shape and in words."""

    GOAL = "goal"
    BASELINE = "baseline"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a scale at ``left`` percent: of a target itself, its baseline, or a reading of it."""

    left: float
    target: Target
    baseline: Baseline | None = None
    report: Report | None = None

    @property
    def kind(self) -> MarkKind:
        """What it is."""
        if self.report:
            return MarkKind.READING
        return MarkKind.BASELINE if self.baseline else MarkKind.GOAL


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from zero to the largest: goals by size, then baselines and readings by day.

    ``targets`` are those that share it; readings that are told of several stand on it once.
    """

    targets: tuple[Target, ...]
    marks: tuple[Mark, ...]

    @property
    def goals(self) -> list[Mark]:
        """What was to be reached."""
        return [mark for mark in self.marks if mark.kind is MarkKind.GOAL]

    @property
    def read(self) -> bool:
        """Whether there is a reading."""
        return any(mark.report for mark in self.marks)


def scales(targets: Iterable[Target]) -> list[Scale]:
    """The scales of some targets of one task or directive, in their order.

    Targets share a scale if their metrics differ only in what stands in brackets at the end, and their
    units not at all. A scale has a goal, and something beside it; none has a value below zero.
    """
    alike: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in targets:
        alike[_BRACKET.sub("", str(target.metric.values[0][1])), _unit(target)].append(target)
    return [found for own in alike.values() if (found := _scale(own))]


def _unit(target: Target) -> str:
    return target.unit.values[0][1] if target.unit else ""


def _scale(targets: Sequence[Target]) -> Scale | None:
    goals = sorted((t for t in targets if t.value is not None), key=lambda t: t.value or 0)
    others = list(_others(targets))
    values = [goal.value for goal in goals if goal.value is not None] + [value for value, *_ in others]
    if not goals or len(values) < 2 or min(values) < 0 or max(values) <= 0:
        return None
    top = max(values)
    marks = [Mark(_left(goal.value or Decimal(0), top), goal) for goal in goals]
    marks += (Mark(_left(value, top), target, base, report) for value, target, base, report in others)
    return Scale(tuple(targets), tuple(marks))


def _left(value: Decimal, top: Decimal) -> float:
    return round(float(value / top) * 100, 1)


def _others(targets: Iterable[Target]) -> Iterator[tuple[Decimal, Target, Baseline | None, Report | None]]:
    """Baselines, then readings by the days that they are about; each once."""
    found: list[Report] = []
    readings = [(target, report) for target in targets for report in target.readings]
    for target in targets:
        yield from ((base.value, target, base, None) for base in target.baselines)
    for target, report in sorted(readings, key=lambda each: is_about(each[1]).last):
        if report.value is not None and not any(_is_same(report, other) for other in found):
            found.append(report)
            yield report.value, target, None, report


def _is_same(one: Report, other: Report) -> bool:
    """Whether two readings are one statement, told of two targets."""
    return (one.date, one.as_of, one.value, one.comparator, one.actor, one.evidence) == (
        (other.date, other.as_of, other.value, other.comparator, other.actor, other.evidence)
    )
