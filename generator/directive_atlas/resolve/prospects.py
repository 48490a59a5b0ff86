"""What can be expected of tasks, apart from reports, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.walk import first_date
from directive_atlas.resolve import model
from directive_atlas.resolve.endings import Endings, seen_on
from directive_atlas.resolve.standing import AsOf, Carried, Prospect


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
        as_of: AsOf,
    ) -> Prospect:
        """What can be expected of a task; ``line`` are the keys from the whole down to it."""
        return Prospect(
            as_of=as_of,
            binding=raw.obligation is None or raw.obligation.binding,
            heard=first_date(directive),
            horizon=horizon,
            endings=tuple(seen_on(ending, as_of.clock) for ending in self.endings_of(directive, line)),
            continued_by=self.carried.on(directive.id, line, as_of.clock),
            searched=directive.searched is not None,
        )

    def endings_of(self, directive: schema.Directive, line: Sequence[str]) -> tuple[model.Ending, ...]:
        """What ends the directive, the task, or a task that it is a part of."""
        of_tasks = (ending for key in line for ending in self.endings.tasks.get(key, ()))
        return (*self.endings.directives.get(directive.id, ()), *of_tasks)
