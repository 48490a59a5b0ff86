"""A task in a cell of a table: who, when, and where it stands; the same on every page, so written once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.reads import Once
from directive_atlas.resolve.model import Duty, Report, Standing, Task, Timing
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True)
class OfTask:
    """What tables say of tasks in the language of some pages."""

    page: PageContext

    @cached_property
    def _written(self) -> Once[tuple[str, str], Markup]:
        return Once(self.page.reads)

    def when(self, task: Task) -> Markup:
        """The times of a task, or else those of its measures."""
        return self._once("when", task, self._when)

    def who(self, task: Task) -> Markup:
        """The bodies of a task with their roles, or else those whom its measures name."""
        return self._once("who", task, self._who)

    def stands(self, task: Task) -> Markup:
        """How a task stands, and who said so."""
        return self._once("stands", task, lambda each: self.standing(each, each.standing))

    def _once(self, what: str, task: Task, write: Callable[[Task], Markup]) -> Markup:
        """What a task's key stands for is one task in all of a run."""
        return self._written.get((what, task.key), lambda: write(task))

    def _when(self, task: Task) -> Markup:
        if task.timings:
            return self.page.listed(self._timing, task.timings, N_("; "))
        return self._of_measures(self.page.measure_timings(task))

    def _timing(self, timing: Timing) -> Markup:
        w = self.page
        return w.timing(timing) + w.note(timing.case) + w.note(w.changes(timing))

    def _of_measures(self, found: list[Markup]) -> Markup:
        word = self.page.language.gettext
        listed = self.page.labelled(word(N_("measures")), self.page.listed(Markup, found))
        return listed or self.page.show(word(N_("not stated")))

    def _who(self, task: Task) -> Markup:
        if not task.duties:
            return self._of_measures(self.page.measure_actors(task))
        named = self.page.listed(self._run, self.page.runs(task.duties))
        return named if task.duties_complete else named + self.page.language.gettext(N_(", and others"))

    def _run(self, run: tuple[Duty, ...]) -> Markup:
        """Actors with the same role, and the role behind the last of them."""
        w, last = self.page, run[-1]
        names = w.listed(lambda duty: w.actor(duty.actor), run)
        return w.open_list(names, last) + w.note(w.dotted(w.role(last), w.chosen(last)))

    def standing(self, task: Task, standing: Standing, *, told: bool = True) -> Markup:
        """How a task stands, or one body's part in it; with ``told`` who said so."""
        w, word = self.page, self.page.language.gettext
        shown = w.dotted(
            w.status(standing.timeliness, w.because(task, standing)),
            standing.told_state if told else None,
            self.due(standing),
            word(N_("in principle")) if task.in_principle else None,
            self._source(standing) if told else None,
        )
        risk, parts = standing.at_risk and standing.forecast, standing.pressing_parts
        return w.dotted(
            shown,
            w.phrase(N_("expected %(day)s: at risk"), day=risk.expected) if risk else None,
            w.labelled(word(N_("parts")), w.status(parts)) if parts else None,
        )

    def due(self, running: Standing | Timing) -> Markup:
        """The deadline that is running; nothing if there is none."""
        return self.page.running(running) if running.running_due else Markup("")

    def _source(self, standing: Standing) -> Markup | None:
        """Who said so, for what was reported; what the directive is that carries on the work."""
        report = standing.closing or standing.report
        if standing.timeliness is DeadlineStatus.CARRIED_ON:
            return self.page.directive(standing.continued_by)
        if report and standing.timeliness.group.over:
            return self.page.dotted(self.page.teller(report), self._day(report))
        return None

    def _day(self, report: Report) -> Markup:
        """The day to which a report tells how things stand; of one that names none, the day it came out."""
        w = self.page
        return w.phrase(N_("as of %(day)s"), day=report.as_of) if report.as_of else w.show(report.date)
