"""Figures to reach, what was reported, and how a task stands."""

from __future__ import annotations

from directive_atlas.api.v1.making.values import day, reference, said, words
from directive_atlas.api.v1.progress import BodyStanding, Reading, Report, Standing, Target
from directive_atlas.resolve import model


def target(found: model.Target) -> Target:
    """A figure with its readings."""
    return Target(
        id=found.id,
        actor=found.actor,
        metric=words(found.metric),
        comparator=found.comparator,
        value=found.value,
        to=found.to,
        unit=said(found.unit),
        by=day(found.by),
        of_text=found.of_text,
        reference=reference(found.reference),
        baselines=tuple(map(_baseline, found.baselines)),
        readings=tuple(_reading(each) for each in found.readings if each.value is not None),
        note=said(found.note),
    )


def _baseline(found: model.Baseline) -> Reading:
    return Reading(
        date=day(found.date),
        comparator=found.comparator,
        value=found.value,
        reference=reference(found.reference),
    )


def _reading(found: model.Report) -> Reading:
    return Reading.model_validate(
        {
            "date": day(found.as_of or found.date),
            "actor": found.actor,
            "comparator": found.comparator,
            "value": found.value,
            "verification": found.verification,
            "reference": reference(found.evidence),
        }
    )


def report(found: model.Report) -> Report:
    """A progress report."""
    return Report.model_validate(
        {
            "date": day(found.date),
            "as_of": day(found.as_of),
            "actor": found.actor,
            "status": found.status,
            "percent": found.percent,
            "target": found.target,
            "value": found.value,
            "note": said(found.note),
            "verification": found.verification,
            "verified_by": said(found.verified_by),
            "evidence": reference(found.evidence),
            "by_then": found.by_then,
            "occurrence": day(found.occurrence),
            "expected": day(found.expected),
            "obstacle": said(found.obstacle),
            "next": said(found.next),
            "answer": found.answer,
            "promised": day(found.promised),
            "extended_to": day(found.extended_to),
            "closed_by": found.closed_by,
            "link": found.link,
            "context": found.context,
        }
    )


def standing(found: model.Standing) -> Standing:
    """How a task stands."""
    return Standing(
        timeliness=found.timeliness,
        state=found.state,
        due=day(found.due),
        horizon=day(found.horizon.day) if found.horizon else None,
        continued_by=found.continued_by,
    )


def bodies(found: model.BodyStandings | None) -> tuple[BodyStanding, ...]:
    """How the bodies of a task stand that reported."""
    own = found.own if found else {}
    return tuple(BodyStanding(body=body, **dict(standing(each))) for body, each in own.items())
