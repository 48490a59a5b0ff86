"""What do the records say that a person still has to decide?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Problem, problem


def undecided(raw: RawCorpus) -> Iterator[Problem]:
    """W444: each line of ``to_decide``, of a directive, its sections, its tasks and their measures."""
    for directive in raw.directives:
        records: tuple[schema.Directive | schema.Section | schema.Measure, ...] = (
            directive,
            *records_in(directive, schema.Section),
            *records_in(directive, schema.Measure),
        )
        for record in records:
            for number, question in enumerate(record.to_decide):
                yield problem("W444", record.at("to_decide", number), question=question)
