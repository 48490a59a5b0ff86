"""Raw records to problems: what the schema alone cannot see.

Each module yields problems for one question; none of them changes anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.coverage import coverage_problems
from generator.check.cycles import cycles
from generator.check.evidence import linked_reposts
from generator.check.ids import duplicates, misnamed_folders
from generator.check.progress import report_problems
from generator.check.quotes import both_ways, quote_problems
from generator.check.references import dangling, dangling_tasks
from generator.check.reviews import review_problems
from generator.load import RawCorpus
from generator.problems import Problem


def check(raw: RawCorpus, coverage: int | None = None) -> Iterator[Problem]:
    """Everything wrong with how the records fit together and with their sources.

    ``coverage`` is the percentage of each source that must be read, if any is demanded.
    """
    yield from duplicates(raw)
    yield from misnamed_folders(raw)
    yield from dangling(raw)
    yield from dangling_tasks(raw)
    yield from cycles(raw)
    yield from quote_problems(raw)
    yield from both_ways(raw)
    yield from linked_reposts(raw)
    yield from report_problems(raw)
    yield from review_problems(raw)
    if coverage is not None:
        yield from coverage_problems(raw, coverage)
