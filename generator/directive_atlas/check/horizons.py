"""Does a horizon lie after the directive?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import first_date, records_in
from directive_atlas.problems import Problem, problem


def horizon_problems(raw: RawCorpus) -> Iterator[Problem]:
    """E619: work cannot have been expected only until a day before the directive."""
    for directive in raw.directives:
        begins = first_date(directive)
        for horizon in records_in(directive, schema.Horizon):
            if begins and horizon.date.last < begins.first:
                yield problem("E619", horizon.at("date"), date=horizon.date.text, begins=begins.text)
