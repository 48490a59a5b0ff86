"""How far the data can be relied on: what is inferred, unverified or missing, directive by directive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from dateutil.relativedelta import relativedelta

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Passage
from directive_atlas.vocabulary.progress import ReportedStatus
from directive_atlas.vocabulary.quality import Doubt
from directive_atlas.vocabulary.tasks import Basis

PER_PAGE = 200
"""Directives on one page."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A directive and how often each reason to look twice is found in it; the others are left out."""

    directive: Directive
    counts: Mapping[Doubt, int]


def doubtful(corpus: Corpus, months: int) -> list[Doubtful]:
    """Every directive with a reason to look twice; a search more than ``months`` ago is one."""
    found = (Doubtful(each, _counts(each, corpus, months)) for each in corpus.directives.values())
    return [each for each in found if each.counts]


def totals(found: list[Doubtful]) -> Mapping[Doubt, int]:
    """How often each reason is found in all of them; every reason is there."""
    return {doubt: sum(each.counts.get(doubt, 0) for each in found) for doubt in Doubt}


def _counts(directive: Directive, corpus: Corpus, months: int) -> dict[Doubt, int]:
    counted = Counter(_in_tasks(directive))
    counted[Doubt.INFERRED] += sum(each.basis is Basis.INFERRED for each in directive.relations)
    counted[Doubt.UNTRANSLATED] = sum(each.missing + each.fuzzy for each in directive.translations.values())
    counted[Doubt.SUSPECT] = sum(passage.suspect for passage in _passages(directive))
    counted[Doubt.NOT_SOUGHT] = int(bool(directive.tasks) and _not_sought(directive, corpus, months))
    return {doubt: counted[doubt] for doubt in Doubt if counted[doubt]}


def _in_tasks(directive: Directive) -> Iterator[Doubt]:
    for task in directive.walk():
        yield from (Doubt.INFERRED for duty in task.duties if duty.basis is Basis.INFERRED)
        yield from (Doubt.INHERITED for _ in task.inherited)
        yield from (Doubt.UNVERIFIED for report in task.reports if not report.verification.settling)
        if task.standing.state is ReportedStatus.NO_REPORT:
            yield Doubt.SILENT


def _passages(directive: Directive) -> Iterator[Passage]:
    of_tasks = (task.passages for task in directive.walk())
    of_sections = (section.passages for section in directive.all_sections())
    return chain.from_iterable((*of_tasks, *of_sections))


def _not_sought(directive: Directive, corpus: Corpus, months: int) -> bool:
    searched = directive.searched
    return searched is None or searched.last + relativedelta(months=months) < corpus.as_of
