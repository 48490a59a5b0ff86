"""What can be expected of tasks, apart from reports, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.walk import first_date
from directive_atlas.resolve import model
from directive_atlas.resolve.endings import Endings, seen_on
from directive_atlas.resolve.standing import AsOf, Carried, Prospect
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be expected of one task, whatever the day; ``line`` are the keys from the whole down to it."""

    directive: str
    line: Sequence[str]
    binding: bool
    heard: ImpreciseDate | None
    horizon: model.Horizon | None
    endings: tuple[model.Ending, ...]
    carried: Carried
    searched: bool

    def on(self, as_of: AsOf) -> Prospect:
        """The same on a day."""
        return Prospect(
            as_of=as_of,
            binding=self.binding,
            heard=self.heard,
            horizon=self.horizon,
            endings=tuple(seen_on(ending, as_of.clock) for ending in self.endings),
            continued_by=self.carried.on(self.directive, self.line, as_of.clock),
            searched=self.searched,
        )


@dataclass(frozen=True, slots=True)
class Prospects:
    """What ends the directives and tasks of a corpus, and what carries them on."""

    endings: Endings
    carried: Carried

    def of(
        self,
        directive: schema.Directive,
        raw: schema.Measure,
        line: Sequence[str],
        horizon: model.Horizon | None,
    ) -> Outlook:
        """What can be expected of a task; ``line`` are the keys from the whole down to it."""
        return Outlook(
            directive.id,
            line,
            binding=raw.obligation is None or raw.obligation.binding,
            heard=first_date(directive),
            horizon=horizon,
            endings=self._endings_of(directive, line),
            carried=self.carried,
            searched=directive.searched is not None,
        )

    def _endings_of(self, directive: schema.Directive, line: Sequence[str]) -> tuple[model.Ending, ...]:
        """What ends the directive, the task, or a task that it is a part of."""
        of_tasks = (ending for key in line for ending in self.endings.tasks.get(key, ()))
        return (*self.endings.directives.get(directive.id, ()), *of_tasks)
