"""Raw records to problems: what the schema alone cannot find.

Each module answers one question and yields problems; none of them changes anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.check.changes import change_problems
from directive_atlas.check.coverage import coverage_problems
from directive_atlas.check.cycles import cycles
from directive_atlas.check.evidence import linked_reposts
from directive_atlas.check.horizons import horizon_problems
from directive_atlas.check.ids import duplicates, misnamed_folders
from directive_atlas.check.members import without_members
from directive_atlas.check.progress import report_problems
from directive_atlas.check.quotes import both_ways, quote_problems
from directive_atlas.check.reviews import review_problems
from directive_atlas.check.slips import slips
from directive_atlas.check.undecided import undecided
from directive_atlas.load import RawCorpus
from directive_atlas.passages import Passages
from directive_atlas.problems import Problem


def check(raw: RawCorpus, passages: Passages, coverage: int | None = None) -> Iterator[Problem]:
    """All problems in how the records fit together and with their sources.

    ``coverage`` is the required percentage of each source, if any.
    """
    yield from duplicates(raw)
    yield from misnamed_folders(raw)
    yield from cycles(raw)
    yield from without_members(raw)
    yield from quote_problems(raw, passages)
    yield from both_ways(passages)
    yield from slips(raw, passages)
    yield from linked_reposts(raw)
    yield from report_problems(raw)
    yield from horizon_problems(raw)
    yield from review_problems(raw, passages)
    yield from undecided(raw)
    yield from change_problems(raw)
    if coverage is not None:
        yield from coverage_problems(raw, passages, coverage)
