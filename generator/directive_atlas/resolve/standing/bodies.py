"""How each body stands in a task that several bodies have: by its own reports only.

A group's report is not evidence of any member, nor a member's of another. A report that names nobody is
about the whole task, and so about all who have a part in it themselves, but not about each member of a group.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from directive_atlas.load import schema
from directive_atlas.resolve.model import BodyStandings, Report, Standing
from directive_atlas.resolve.standing.reported import Progressed, part_of, said
from directive_atlas.schedule.completion import owners
from directive_atlas.vocabulary.progress import ReportedStatus


def body_standings(
    task: schema.Measure,
    whole: Progressed,
    reports: Sequence[Report],
    members: Mapping[str, Collection[str]],
    dated: Collection[str],
    stands: Callable[[Progressed, bool], Standing],
) -> BodyStandings | None:
    """The standings of the bodies of a task; nothing if it has one body, which stands as the whole does.

    ``dated`` are the bodies that the text itself sets a day; ``stands`` makes a standing of what was
    reported of a body, and of whether it is one of these.
    """
    direct = {duty.actor for duty in task.actors}
    below = {member for group in direct for member in members.get(group, ())}
    if len(direct | below) < 2:
        return None
    told = [report for report in reports if not report.context]
    silent = _silent(whole, [report for report in told if report.actor is None])
    own = {
        body: stands(_own(body, told, silent, direct), body in dated)
        for body in sorted({report.actor for report in told if report.actor} & (direct | below))
    }
    who = owners(task.actors)
    if len(who) == 1:  # the only one who is to do it stands as the whole does
        (owner,) = who
        own[owner] = stands(whole, owner in dated)
    return BodyStandings(own, stands(silent, direct <= set(dated)), stands(_member(whole), False))


def _silent(whole: Progressed, for_all: Sequence[Report]) -> Progressed:
    """What holds for a body of which nothing was reported: what was said of the whole task."""
    told = said(for_all, frozenset())
    if told.report or told.settled:
        return replace(told, measures=whole.measures)
    return replace(told, measures=whole.measures, released=whole.settled)


def _own(body: str, told: Sequence[Report], silent: Progressed, direct: Collection[str]) -> Progressed:
    """What was reported of a body; of the whole task too, if it has a part in it itself."""
    heard = [report for report in told if report.actor == body or (report.actor is None and body in direct)]
    own = said(heard, frozenset({body}))
    return replace(own, released=silent.released or silent.settled)


def _member(whole: Progressed) -> Progressed:
    """What holds for a member of a group of which nothing was reported: nothing, unless all is called off."""
    silent = Progressed(ReportedStatus.NO_REPORT)
    return part_of(whole, silent) if whole.settled or whole.released else silent
