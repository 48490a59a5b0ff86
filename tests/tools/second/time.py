"""The second derivation of one time of a task: what was reported, compared with its days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from directive_atlas.load import schema
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.schedule.occurrences import occurrence_day
from directive_atlas.schedule.recurrence import stopped
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day

from tests.tools.second.reports import OVER, Done, Row, Told, about, completed, first_day, status

if TYPE_CHECKING:
    from tests.tools.second.standing import Frame, Second

DENIALS = {"not_started", "in_progress", "incomplete", "not_done"}
BEGUN = {"in_progress", "incomplete", "partly"}
STAYS = """declined not_selected waived cancelled ended partly reported not_done not_found not_recorded
carried_on over closed"""


@dataclass(frozen=True)
class Timely:
    """One time of a task (none, where the text gives no time) beside what was told of it."""

    second: Second
    frame: Frame
    told: Told
    timing: schema.Timing | None
    when: ResolvedTiming

    def found(self) -> tuple[str, ImpreciseDate | None]:
        """The status, and the last day that it is about."""
        due = self._due()
        usual = self._status(due)
        return (self._to_begin(usual, due) if self.timing and self.timing.begins else usual), due

    def _to_begin(self, usual: str, due: ImpreciseDate | None) -> str:
        if usual in STAYS.split():
            return usual
        if self.told.done:
            return "confirmed" if self.told.done.confirmed else "finished"
        if self.told.state in BEGUN:
            return "begun"
        if usual not in ("overdue", "unreported"):
            return usual
        last = self.told.last
        denied = last and due and status(last) == "not_started" and about(last).first > due.last
        return "overdue" if denied else "not_begun"

    # The last day.

    def _due(self) -> ImpreciseDate | None:
        if self._recurs:
            previous, _, coming = self._near
            missed = previous and not self._fulfilled
            return on_day(previous) if previous and missed else on_day(coming) if coming else None
        if self.timing and self.timing.period and self.timing.period.until:
            return None
        due, new = self.when.due, self.told.extended_to
        return new if due and new and new.last > due.last else due

    @property
    def _recurs(self) -> bool:
        return self.when.cycle is not None

    @property
    def _near(self) -> tuple[dt.date | None, dt.date | None, dt.date | None]:
        """The last time that has passed, the one before it, and the next: none after the end of force."""
        cycle = self.when.cycle
        if cycle is None:
            return None, None, None
        ends = [day.last for day, _ in self.second.endings(self.frame) if day]
        near = cycle.near
        if cycle.series and ends:
            near = stopped(cycle.series, near, min(ends), self.second.day)
        return near.previous, near.since, near.next

    @property
    def _of_the_last_time(self) -> list[Row]:
        previous, since, _ = self._near
        if not (previous and since):
            return []
        return [
            row
            for row in self.told.rows
            if (_names(row, previous) if row.occurrence else _done(row) and about(row).last > since)
        ]

    @property
    def _fulfilled(self) -> bool:
        rows = self._of_the_last_time
        return bool(rows) and _done(rows[-1])

    def occurrences(self) -> dict[dt.date, str]:
        """What is known of each time that reports name, and of the last one that has passed."""
        cycle, previous = self.when.cycle, self._near[0]
        if cycle is None:
            return {}
        deciding: dict[dt.date, Row | None] = {}
        for row in self.told.rows:
            day = occurrence_day(cycle, row.occurrence) if row.occurrence else None
            if day:
                deciding[day.last] = row
        if previous:
            deciding[previous] = next(iter(self._of_the_last_time[::-1]), None)
        return {day: _outcome(row, day) for day, row in deciding.items()}

    # The status.

    def _status(self, due: ImpreciseDate | None) -> str:
        told = self.told
        if told.state in OVER:
            return told.state
        if told.declined:
            return "declined"
        if not self._recurs and (told.closed or told.done):
            return "closed" if told.closed else judged(told.done, due)
        ended = self.second.ended(self.frame)
        day, ran_out = ended or (None, False)
        if ended and not (ran_out and due and day and due.last <= day.last):
            return self._past() if ran_out else "ended"
        if told.released:
            return self._past()
        if self._recurs and due is None and self._fulfilled and self._near[2] is None:
            return self._last_time()
        if (due is None or self._recurs) and not self._open():
            return self._past()
        return self._without_day() if due is None else self._with(due)

    def _last_time(self) -> str:
        previous = self._near[0]
        return judged(completed(self._of_the_last_time), on_day(previous) if previous else None)

    @property
    def _binds(self) -> bool:
        obligation = self.frame.task.obligation
        return obligation is None or obligation.value in ("must", "should")

    def _past(self) -> str:
        if not self._binds:
            return "over"
        ends = {"partly": "partly", "incomplete": "partly", "not_done": "not_done"}
        if self.told.state in ends:
            return ends[self.told.state]
        if self.second.carried_on(self.frame):
            return "carried_on"
        if self.told.state != "no_report":
            return "reported"
        return "not_found" if self.frame.directive.searched else "not_recorded"

    def _open(self) -> bool:
        """By its stated end, or in force, within its time, and with news that is not too old."""
        day, end = self.second.day, self.when.cycle.end if self.when.cycle else None
        if end and end.last >= day:
            return True
        horizon = self.frame.horizon
        if self.second.ended(self.frame) or (horizon and horizon.last < day):
            return False
        dated = first_day(self.frame.directive)
        news = [each for each in (dated.last if dated else None, self.told.news) if each]
        months = relativedelta(months=self.second.raw.settings.open_months)
        return not news or max(news) + months >= day

    def _without_day(self) -> str:
        cycle = self.when.cycle
        counts = [*([cycle.first] if cycle and cycle.first else []), *self.when.last]
        if any(count.each for count in counts):
            return "per_case"
        return "waiting" if any(count.result is None for count in counts) else "open"

    def _with(self, due: ImpreciseDate) -> str:
        ahead = (due.last - self.second.day).days
        if ahead >= 0:
            soon = ahead <= self.second.raw.settings.due_soon and self._binds
            return "due_soon" if soon else "ahead"
        if not self._binds:
            return "over"
        naming = [row for row in self.told.rows if row.occurrence and _names(row, due.last)]
        last = naming[-1] if naming else None if self._recurs else self.told.last
        if last and denies(last, due):
            return "overdue"
        return "partly" if self.told.state == "partly" else "unreported"


def _outcome(row: Row | None, day: dt.date) -> str:
    if row is None:
        return "unknown"
    if _done(row):
        return "met_late" if about(row).first > day and not row.by_then else "met"
    return "missed" if status(row) in DENIALS and about(row).first >= day else "unknown"


def _done(row: Row) -> bool:
    return status(row) == "done"


def _names(row: Row, day: dt.date) -> bool:
    return row.occurrence is not None and row.occurrence.first <= day <= row.occurrence.last


def denies(row: Row, due: ImpreciseDate) -> bool:
    """Whether a report says, of a day that is surely after the last one, that something is not complete."""
    if status(row) not in DENIALS:
        return False
    on_the_day = status(row) in ("incomplete", "not_done")
    day = about(row).first
    return day > due.last or (on_the_day and day == due.last)


def judged(done: Done | None, due: ImpreciseDate | None) -> str:
    """How something that was done stands to its last day."""
    if done is None:
        return "reported"
    if due and done.day.first > due.last and not done.by_then:
        return "late"
    if done.confirmed:
        return "confirmed"
    return "on_time" if due and done.day.last <= due.last else "finished"
