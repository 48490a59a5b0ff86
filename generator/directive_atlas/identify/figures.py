"""The rows of ``targets.csv`` as figures of the tasks that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from directive_atlas.load import schema
from directive_atlas.vocabulary.progress import Comparator

M = TypeVar("M", bound=schema.Measure)
Figures = dict[str | None, list[schema.Target]]


def with_targets(directive: schema.Directive, rows: Sequence[schema.TargetRow]) -> schema.Directive:
    """A directive with the figures of its table behind those of its record."""
    if not rows:
        return directive
    figures = _figures(rows)
    own = (*directive.targets, *figures[None])
    tasks = tuple(_with(task, figures) for task in directive.tasks)
    return directive.model_copy(update={"targets": own, "tasks": tasks})


def _with(measure: M, figures: Figures) -> M:
    inner = tuple(_with(part, figures) for part in measure.measures)
    targets = (*measure.targets, *figures.get(measure.id, ()))
    return measure.model_copy(update={"measures": inner, "targets": targets})


def _figures(rows: Sequence[schema.TargetRow]) -> Figures:
    """The figures by the task that they belong to, each with its baselines."""
    baselines: dict[str | None, list[schema.Baseline]] = defaultdict(list)
    for row in rows:
        if row.baseline_of and row.value is not None:
            baselines[row.baseline_of].append(_baseline(row))
    found: Figures = defaultdict(list)
    for row in rows:
        if not row.baseline_of:
            own = (*row.baselines, *baselines.get(row.id, ()))
            found[row.task].append(row.model_copy(update={"baselines": own}))
    return found


def _baseline(row: schema.TargetRow) -> schema.Baseline:
    given = "comparator" in row.model_fields_set
    return schema.Baseline.model_construct(
        value=row.value or Decimal(0),
        comparator=row.comparator if given else Comparator.EXACTLY,
        date=row.by,
        reference=row.reference,
        note=row.note,
    )
