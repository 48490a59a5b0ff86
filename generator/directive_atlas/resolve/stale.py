"""Directives with open tasks that nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from directive_atlas.problems import Problem, problem
from directive_atlas.resolve.corpus import Corpus


def not_looked_at(corpus: Corpus, months: int) -> Iterator[Problem]:
    """W622: some tasks are open, and the last search for material is more than so many months ago."""
    for directive in corpus.directives.values():
        searched = directive.searched
        if searched is None or searched.last + relativedelta(months=months) >= corpus.as_of:
            continue
        count = sum(task.standing.timeliness.group.open for task in directive.walk())
        if count:
            yield problem("W622", directive.place, count=str(count), searched=searched.text)
