"""What deadlines are counted from: dates of directives, named events, completed tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, measures_of, task_key
from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.completion import completion, is_context, known, owners, whole_reports
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Facts:
    """Tasks by key with their directives, events as ``directive/event``, reports on tasks, but no context."""

    measures: Mapping[str, tuple[schema.Directive, schema.Measure]]
    events: Mapping[str, schema.NamedEvent]
    reports: Mapping[str, Sequence[schema.Progress]]
    jurisdictions: Mapping[str, str]

    def completed(self, key: str, clock: Clock) -> ImpreciseDate | None:
        """The day on which a task was done, as far as is known; nothing can be counted from “by that day”."""
        if key not in self.measures:
            return None  # the checks report it
        who = owners(self.measures[key][1].actors)
        done = completion(whole_reports(known(self.reports.get(key, ()), clock), who))
        return done.day if done and not done.by_then else None


def gather(raw: RawCorpus) -> Facts:
    """The facts of a corpus."""
    measures = {task_key(d, measure.id): (d, measure) for d in raw.directives for measure in measures_of(d)}
    events = {f"{d.id}/{event.id}": event for d in raw.directives for event in d.events}
    return Facts(measures, events, _reports(raw), dict(jurisdictions(raw)))


def _reports(raw: RawCorpus) -> dict[str, list[schema.Progress]]:
    reports: dict[str, list[schema.Progress]] = defaultdict(list)
    for directive in raw.directives:
        begins = first_date(directive)
        for report in (r for r in raw.progress[directive.place.file] if not is_context(r, begins)):
            reports[task_key(directive, report.task)].append(report)
    return reports


def jurisdictions(raw: RawCorpus) -> Iterator[tuple[str, str]]:
    """Each actor's jurisdiction: its own, that of its parents, or else that of the settings."""
    actors = {actor.id: actor for actor in raw.actors}
    for actor in raw.actors:
        seen: set[str] = set()  # a circle of parents is reported by the checks
        above: schema.Actor | None = actor
        while above and not above.jurisdiction and above.id not in seen:
            seen.add(above.id)
            above = actors.get(above.parent or "")
        found = above.jurisdiction if above else None
        if found or raw.settings.jurisdiction:
            yield actor.id, found or str(raw.settings.jurisdiction)
