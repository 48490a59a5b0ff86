"""Why a task, or one body's part in it, stands as it does: one or two sentences of plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.interface.values import Values
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import (
    DeadlineStatus,
    Ending,
    Horizon,
    Report,
    Standing,
    Task,
    Text,
    taken_effect,
)
from directive_atlas.schedule.completion import is_about
from directive_atlas.vocabulary.progress import ReportedStatus, WorkGroup
from directive_atlas.vocabulary.word import N_

_SAYS = N_("because %(report)s is recorded as “%(state)s”.")
_MESSAGES: Mapping[DeadlineStatus, str] = {
    DeadlineStatus.OVERDUE: N_(
        "because the last day was %(due)s, and %(report)s is recorded as “%(state)s”."
    ),
    DeadlineStatus.UNREPORTED: N_("because the last day was %(due)s, and no report says that it was done."),
    DeadlineStatus.NOT_BEGUN: N_("because it was to begin by %(due)s, and no report says that it did."),
    DeadlineStatus.DUE_SOON: N_("because the last day is %(due)s."),
    DeadlineStatus.AHEAD: N_("because the last day is %(due)s."),
    DeadlineStatus.WAITING: N_(
        "because its time is counted from what has not happened, or whose day is not known."
    ),
    DeadlineStatus.PER_CASE: N_("because its time is counted anew for each case."),
    DeadlineStatus.OPEN: N_(
        "because it is in force, its time is not over, and it or a report is of the last %(months)s months."
    ),
    DeadlineStatus.BEGUN: _SAYS,
    DeadlineStatus.PARTLY: N_("because a part of it was reported done."),
    DeadlineStatus.REPORTED: N_("because the reports found are on parts or figures, or give no status."),
    DeadlineStatus.NOT_DONE: _SAYS,
    DeadlineStatus.NOT_FOUND: N_("because no report of progress was found."),
    DeadlineStatus.NOT_RECORDED: N_("because no report of progress is recorded here, nor a search for one."),
    DeadlineStatus.CARRIED_ON: N_("because “%(directive)s” carries on the work."),
    DeadlineStatus.OVER: N_("because the text only allows, recommends or forbids it."),
    DeadlineStatus.CLOSED: N_("because %(closing)s says that it is closed."),
    DeadlineStatus.DECLINED: N_("because %(answer)s says that the addressee declined it."),
    DeadlineStatus.NOT_SELECTED: _SAYS,
    DeadlineStatus.WAIVED: _SAYS,
    DeadlineStatus.CANCELLED: _SAYS,
    DeadlineStatus.ENDED: N_("because “%(directive)s” ended it (%(how)s)."),
}
_DONE = N_("because %(report)s says that it was done.")
_DONE_BY = N_("because %(report)s says that it was done by %(day)s.")
_FIRST_DONE = N_("A report as of %(day)s was the first to say so.")
_DENIED = N_("because the last day was %(due)s, and a report on that time says that it is not complete.")
_NOTHING_PASSED = N_("because nothing shows that its time has passed.")
_PARTS_DONE = N_("because all that is asked for was reported done by %(day)s.")
_CONFIRMED = N_("Somebody else confirms it.")
_LAST_DAY = N_("The last day was %(due)s.")
_LAST_TIME = N_("Its latest time was due on %(due)s.")
_ENDED_ON = N_("because “%(directive)s” ended it on %(ended)s (%(how)s).")
_UNVERIFIED = N_("because the reports found are unverified or disputed.")
_MEASURES = N_("because %(done)s of %(total)s measures were reported done.")
_BODIES = N_("because %(done)s of %(total)s listed bodies were reported to have done it.")
_UNREPORTED: Mapping[ReportedStatus, str] = {
    ReportedStatus.DONE: N_("because the last day was %(due)s, and %(report)s is of an earlier time."),
    ReportedStatus.UNVERIFIED: N_(
        "because the last day was %(due)s, and the reports found are unverified or disputed."
    ),
    ReportedStatus.PARTS_ONLY: N_(
        "because the last day was %(due)s, and the reports found are on parts, figures or other times."
    ),
}


_NAMED = re.compile(r"%\((\w+)\)s")


def because(task: Task, standing: Standing, corpus: Corpus, words: Values) -> str:
    """Why it stands so: by which report, which day, which part; and why its time is over, if it is."""
    return _Because(task, standing, taken_effect(task.endings), corpus, words).text()


def teller(report: Report, corpus: Corpus) -> Text | None:
    """Who says what a report says: the speaker or publisher, else the body that it is about."""
    if report.closed_by:
        return corpus.actors[report.closed_by].name
    source = report.evidence
    said = (source.speaker or source.publisher) if source else None
    return said or (corpus.actors[report.actor].name if report.actor else None)


@dataclass(frozen=True, slots=True)
class _Because:
    """One standing of a task, what ended it, and the words of a page."""

    task: Task
    standing: Standing
    ending: Ending | None
    corpus: Corpus
    words: Values

    def text(self) -> str:
        status = self.standing.timeliness
        if status.group is WorkGroup.DONE and status is not DeadlineStatus.CLOSED:
            return self._joined(self._done(), *self._beside_done())
        reason = self._say(self._message())
        return self._joined(reason, self._over()) if status.group is WorkGroup.PAST else reason

    def _joined(self, *sentences: str) -> str:
        return str(self.words.gap()).join(filter(None, sentences))

    def _message(self) -> str:
        standing = self.standing
        status = standing.timeliness
        by_parts = standing.state is ReportedStatus.DONE and not standing.report
        if status is DeadlineStatus.UNREPORTED and not by_parts:
            return _UNREPORTED.get(standing.state, _MESSAGES[status])
        if status is DeadlineStatus.REPORTED:
            return self._reported()
        if status is DeadlineStatus.OVERDUE and not standing.report:
            return _DENIED
        in_part = status in (DeadlineStatus.PARTLY, DeadlineStatus.BEGUN)
        return self._in_part() if in_part else self._by_directive(status)

    def _reported(self) -> str:
        if self.standing.report:
            return _SAYS
        unverified = self.standing.state is ReportedStatus.UNVERIFIED
        return _UNVERIFIED if unverified else _MESSAGES[DeadlineStatus.REPORTED]

    def _by_directive(self, status: DeadlineStatus) -> str:
        """The message of a status that turns on what is known of the directive."""
        directive = self.corpus.directives[self.task.directive]
        if status is DeadlineStatus.OPEN and not (self.task.reports or directive.date):
            return _NOTHING_PASSED
        dated = status is DeadlineStatus.ENDED and self.ending and self.ending.date
        return _ENDED_ON if dated else _MESSAGES[status]

    def _in_part(self) -> str:
        if self.standing.report:
            return _SAYS
        if self._by_measures():
            return _MEASURES
        by_bodies = self.standing.bodies and self.standing.bodies.done
        return _BODIES if by_bodies else _MESSAGES[DeadlineStatus.PARTLY]

    def _by_measures(self) -> bool:
        return self.standing.measures is not None and self.standing.measures.done > 0

    def _done(self) -> str:
        completed = self.standing.completed
        if self.standing.report is None:
            return self._say(_PARTS_DONE)
        return self._say(_DONE_BY if completed and completed.by_then else _DONE)

    def _beside_done(self) -> tuple[str, ...]:
        confirmed = self.standing.timeliness is DeadlineStatus.CONFIRMED
        finished = self.standing.timeliness is DeadlineStatus.FINISHED
        report, completed = self.standing.report, self.standing.completed
        told = completed.day if completed and not completed.by_then else None
        earlier = report and told and told != is_about(report)
        return (
            self._say(_FIRST_DONE) if earlier else "",
            self._say(_LAST_DAY) if self.standing.due and not finished else "",
            self._say(_CONFIRMED) if confirmed else "",
        )

    def _over(self) -> str:
        """Why the time of a task is over."""
        standing = self.standing
        if standing.released:
            return self._say(N_("The whole that it is a part of is settled."))
        if self.ending:
            return self._say(N_("It was in force until %(ended)s."))
        if standing.due and standing.days is not None and standing.days < 0:
            again = any(timing.cycle and timing.due == standing.due for timing in self.task.timings)
            return self._say(_LAST_TIME if again else _LAST_DAY)
        if standing.horizon:
            return self._say(N_("Its time ended with %(horizon)s (%(basis)s)."))
        return self._say(
            N_("Neither the directive nor a claimed or confirmed report is of the last %(months)s months.")
        )

    def _say(self, message: str) -> str:
        values = {name: self.words.plain(self._value(name)) for name in _NAMED.findall(message)}
        return self.words.language.gettext(message) % values

    def _value(self, name: str) -> object:
        """What stands in a sentence for a name, worked out only where it is needed."""
        standing = self.standing
        if name in ("report", "closing", "answer"):
            return self._report(getattr(standing, name))
        if name in ("done", "total"):
            return getattr(standing.measures if self._by_measures() else standing.bodies, name)
        values: Mapping[str, object] = {
            "due": standing.due,
            "state": standing.report.status if standing.report else standing.state,
            "day": standing.completed.day if standing.completed else standing.due,
            "directive": self._title(),
            "months": self.words.site.open_months,
            "horizon": standing.horizon and standing.horizon.day,
            "basis": standing.horizon and self._basis(standing.horizon),
            "how": self.ending and self.ending.kind,
            "ended": self.ending and self.ending.date,
        }
        return values[name]

    def _basis(self, horizon: Horizon) -> str:
        """On what a horizon rests: with the reason of the editors, or the title of the next meeting."""
        more = horizon.reason or (self.corpus.directives[horizon.by].title if horizon.by else None)
        basis, colon = self.words.plain(horizon.basis), self.words.language.gettext(N_(": "))
        return f"{basis}{colon}{self.words.plain(more).rstrip('.。')}" if more else basis

    def _title(self) -> Text | None:
        """The title of the directive that carries on the work, or has ended it."""
        other = self.standing.continued_by or (self.ending.by if self.ending else None)
        return self.corpus.directives[other].title if other else None

    def _report(self, report: Report) -> str:
        """A report by the day that it is about, and by who told it, if that is known."""
        day, who = self.words.plain(is_about(report)), teller(report, self.corpus)
        if who is None:
            return self.words.language.gettext(N_("the report as of %(day)s")) % {"day": day}
        message = self.words.language.gettext(N_("the report as of %(day)s (%(who)s)"))
        return message % {"day": day, "who": self.words.plain(who)}
