"""May the references be shown to readers?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Problem, problem
from directive_atlas.vocabulary.progress import Grade


def linked_reposts(raw: RawCorpus) -> Iterator[Problem]:
    """E405: reposts (grade C) are named, never linked: their content may change."""
    reports = chain.from_iterable(raw.progress.values())
    for record in chain(raw.actors, raw.terms, raw.directives, reports):
        for reference in records_in(record, schema.Reference):
            for key in ("url", "archived"):
                if reference.grade is Grade.C and getattr(reference, key):
                    yield problem("E405", reference.at(key))
