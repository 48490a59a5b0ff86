"""What deadlines are counted from: dates of directives, named events, completed tasks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, measures_of, task_key
from directive_atlas.schedule.completion import completion, is_context, known, owners, whole_reports
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Facts:
    """Tasks by key with their directives, events as ``directive/event``, days on which tasks were done."""

    measures: Mapping[str, tuple[schema.Directive, schema.Measure]]
    events: Mapping[str, schema.NamedEvent]
    completed: Mapping[str, ImpreciseDate]
    jurisdictions: Mapping[str, str]


def gather(raw: RawCorpus, as_of: dt.date) -> Facts:
    """The facts of a corpus as they are known on the day ``as_of``."""
    measures = {task_key(d, measure.id): (d, measure) for d in raw.directives for measure in measures_of(d)}
    events = {f"{d.id}/{event.id}": event for d in raw.directives for event in d.events}
    return Facts(measures, events, dict(_completed(raw, measures, as_of)), dict(_jurisdictions(raw)))


def _completed(
    raw: RawCorpus, measures: Mapping[str, tuple[schema.Directive, schema.Measure]], as_of: dt.date
) -> Iterator[tuple[str, ImpreciseDate]]:
    for directive in raw.directives:
        reports: dict[str, list[schema.Progress]] = defaultdict(list)
        begins = first_date(directive)
        for report in (r for r in raw.progress[directive.place.file] if not is_context(r, begins)):
            reports[task_key(directive, report.task)].append(report)
        for key in reports.keys() & measures.keys():
            who = owners(measures[key][1].actors)
            done = completion(whole_reports(known(reports[key], as_of), who))
            if done and not done.by_then:  # nothing can be counted from a day that is not known
                yield key, done.day


def _jurisdictions(raw: RawCorpus) -> Iterator[tuple[str, str]]:
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
