"""Sealed records made by hand, for tests that need many of them and no files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from directive_atlas.problems import Place
from directive_atlas.resolve.model import Directive, Duty, Reference, Report, Section, Standing, Task, Text
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import (
    Comparator,
    DeadlineStatus,
    Grade,
    ReportedStatus,
    Status,
    Verification,
)
from directive_atlas.vocabulary.tasks import Basis, Choice, Role

PLACE = Place("made")


def text(words: str) -> Text:
    """A text in Chinese."""
    return Text((("zh", words),))


def duty(actor: str, role: Role = Role.RESPONSIBLE) -> Duty:
    """A part that the text states."""
    return Duty(actor, role, Basis.STATED, None, None, None, None, None)


def report(key: str, day: dt.date, *, evidence: bool = False) -> Report:
    """A report on a whole task that says it is going on."""
    shown = Reference(text("月报"), None, None, None, Grade.A, "https://example.org", None, None)
    return Report(
        date=on_day(day),
        as_of=None,
        task=key,
        actor=None,
        status=Status.IN_PROGRESS,
        percent=None,
        target=None,
        comparator=Comparator.EXACTLY,
        value=None,
        note=None,
        verification=Verification.CLAIMED,
        verified_by=None,
        evidence=shown if evidence else None,
    )


def standing(
    timeliness: DeadlineStatus, state: ReportedStatus = ReportedStatus.NO_REPORT, due: dt.date | None = None
) -> Standing:
    """Where a task stands, with a deadline or without."""
    return Standing(state, None, None, timeliness, on_day(due) if due else None, None, 0, None)


def task(
    key: str,
    duties: Iterable[Duty] = (),
    measures: Iterable[Task] = (),
    *,
    stands: Standing | None = None,
    reports: Iterable[Report] = (),
    root: str | None = None,
) -> Task:
    """A task, or a measure of ``root``."""
    directive, _, own = key.partition("/")
    return Task(
        key=key,
        id=own,
        directive=directive,
        root=root or key,
        depth=1 if root else 0,
        label=None,
        title=text(own),
        section=None,
        passages=(),
        obligation=None,
        duties=tuple(duties),
        duties_complete=True,
        timings=(),
        targets=(),
        deliverables=(),
        measures=tuple(measures),
        choose=Choice.ALL,
        depends_on=(),
        applies_to=None,
        topics=(),
        terms=(),
        reports=tuple(reports),
        standing=stands or standing(DeadlineStatus.OPEN),
        endings=(),
        note=None,
        place=PLACE,
    )


def section(section_id: str, tasks: Iterable[Task], sections: Iterable[Section] = ()) -> Section:
    """A section with the tasks that stand in it."""
    return Section(section_id, text(section_id), None, (), tuple(sections), tuple(t.key for t in tasks))


def directive(directive_id: str, tasks: Iterable[Task], sections: Iterable[Section] = ()) -> Directive:
    """A directive that has tasks and little else."""
    return Directive(
        id=directive_id,
        kind=DirectiveKind.NOTICE,
        title=text(directive_id),
        issuers=(),
        issuers_complete=True,
        number=None,
        date=None,
        dates=(),
        dates_note=None,
        addressees=(),
        participants=(),
        events={},
        endings=(),
        source=None,
        source_note=None,
        background=(),
        coverage=None,
        references=(),
        summary=None,
        applies_to=None,
        topics=(),
        relations=(),
        rules=(),
        targets=(),
        sections=tuple(sections),
        tasks=tuple(tasks),
        place=PLACE,
    )
