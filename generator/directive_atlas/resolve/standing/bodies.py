"""How each body stands in a task that several bodies have: by its own reports only.

A group's report is not evidence of any member, nor a member's of another. A report that names nobody is
about the whole task, and so about all who have a part in it themselves, but not about each member of a group.
Where nothing says how a body stands in the whole, its reports on the measures do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from directive_atlas.load import schema
from directive_atlas.resolve.model import BodyStandings, Report, Standing
from directive_atlas.resolve.standing.reported import PARTLY_DONE, Progressed, by_parts, newest, part_of, said
from directive_atlas.schedule.completion import owners
from directive_atlas.vocabulary.progress import ReportedStatus

_Told = tuple[Progressed, bool]
"""What was reported of a body, and whether the text itself sets it a day."""


@dataclass(frozen=True, slots=True)
class ToldOfBodies:
    """What is told of the bodies of a task, whatever the day: of each, a silent one, and a silent member."""

    own: Mapping[str, _Told]
    silent: _Told
    member: _Told

    def standings(self, stands: Callable[[Progressed, bool], Standing]) -> BodyStandings:
        """How they stand; ``stands`` makes a standing of what was told of one."""
        own = {body: stands(*told) for body, told in self.own.items()}
        return BodyStandings(own, stands(*self.silent), stands(*self.member))


def told_of_bodies(
    task: schema.Measure,
    whole: Progressed,
    reports: Sequence[Sequence[Report]],
    members: Mapping[str, Collection[str]],
    dated: Collection[str],
) -> ToldOfBodies | None:
    """What is told of the bodies of a task; nothing if it has one body, which stands as the whole does.

    ``reports`` are those on the task itself, then those on each of its measures, at every depth.
    ``dated`` are the bodies that the text itself sets a day.
    """
    direct = {duty.actor for duty in task.actors}
    below = {member for group in direct for member in members.get(group, ())}
    if len(direct | below) < 2:
        return None
    told = [[report for report in each if not report.context] for each in reports]
    silent = _silent(whole, told)
    named = {report.actor for each in told for report in each if report.actor}
    own = {
        body: (_own(body, told, silent, direct), body in dated) for body in sorted(named & (direct | below))
    }
    who = owners(task.actors)
    if len(who) == 1:  # the only one who is to do it stands as the whole does
        (owner,) = who
        own[owner] = (whole, owner in dated)
    return ToldOfBodies(own, (silent, direct <= set(dated)), (_member(whole), False))


def _silent(whole: Progressed, told: Sequence[Sequence[Report]]) -> Progressed:
    """What holds for a body of which nothing was reported: what was said of the whole task.

    Where that did not settle it, but the whole is settled since, nothing more is asked of anybody.
    """
    of_all = [[report for report in each if report.actor is None] for each in told]
    heard = _heard(of_all, frozenset())
    return replace(heard, measures=whole.measures, released=whole.settled and not heard.settled)


def _own(
    body: str, told: Sequence[Sequence[Report]], silent: Progressed, direct: Collection[str]
) -> Progressed:
    """What was reported of a body; of the whole task too, if it has a part in it itself."""
    about = {body, None} if body in direct else {body}
    own = _heard([[report for report in each if report.actor in about] for each in told], frozenset({body}))
    return replace(own, released=silent.released or silent.settled)


def _heard(told: Sequence[Sequence[Report]], who: frozenset[str]) -> Progressed:
    """What reports say of the whole; if no status, what those on its measures say of it."""
    own, *parts = (said(each, who) for each in told)
    own = replace(own, latest=newest(each.latest for each in (own, *parts)))
    if own.report:
        return own
    if any(part.completed or part.state in PARTLY_DONE for part in parts):
        return replace(own, state=ReportedStatus.PARTLY)
    return replace(own, state=by_parts(own, parts))


def _member(whole: Progressed) -> Progressed:
    """What holds for a member of a group of which nothing was reported: nothing, unless all is called off."""
    silent = Progressed(ReportedStatus.NO_REPORT)
    return part_of(whole, silent) if whole.settled or whole.released else silent
