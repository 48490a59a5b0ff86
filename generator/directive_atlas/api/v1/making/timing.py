"""When a task is due."""

from __future__ import annotations

from directive_atlas.api.v1.making.values import day, reference, said
from directive_atlas.api.v1.timing import Change, Timing
from directive_atlas.resolve import model
from directive_atlas.schedule import AnchorKind, Count


def timing(found: model.Timing) -> Timing:
    """One statement about when."""
    counted = next((each for each in (*found.last, found.first) if each and _counts(each)), None)
    return Timing(
        form=found.form,
        start=day(found.start),
        due=day(found.due),
        latest=day(found.latest),
        time=found.time,
        zone=found.zone if found.time else None,
        words=found.words,
        recurrence=found.cycle.rule.text if found.cycle else None,
        counted_from=counted.ref if counted else None,
        amount=counted.amount if counted else None,
        unit=counted.unit.value if counted else None,
        during=said(found.during),
        set_by=found.set_by,
        begins=found.begins,
        soft=found.soft,
        at_least=found.at_least,
        until=said(found.until),
        unless=said(found.unless),
        case=said(found.case),
        note=said(found.note),
        earlier=tuple(map(_earlier, found.earlier)),
        proposed=tuple(map(_proposed, found.proposed)),
    )


def _counts(count: Count) -> bool:
    return count.anchor is not AnchorKind.GIVEN


def _earlier(found: model.EarlierDeadline) -> Change:
    return Change(
        by=day(found.by),
        date=day(found.changed),
        directive=found.directive,
        reference=reference(found.reference),
        note=said(found.note),
    )


def _proposed(found: model.ProposedDeadline) -> Change:
    return Change(
        by=day(found.by),
        within=said(found.within),
        status=found.status,
        date=day(found.date),
        directive=found.directive,
        reference=reference(found.reference),
        note=said(found.note),
    )
