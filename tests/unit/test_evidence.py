"""What reports are worth together as evidence of progress: as much as the best of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from directive_atlas.resolve.model import Report
from directive_atlas.views.evidence import Evidence, evidence_of
from directive_atlas.vocabulary.progress import Verification

from tests.tools.corpora import made
from tests.tools.moment import AS_OF

CLAIMED = made.report("river/survey", AS_OF, evidence=True)
UNVERIFIED = replace(CLAIMED, verification=Verification.UNVERIFIED)


@pytest.mark.parametrize(
    ("reports", "worth"),
    [
        pytest.param([], Evidence.NONE, id="none"),
        pytest.param([CLAIMED], Evidence.COUNTS, id="claimed with a source"),
        pytest.param([replace(CLAIMED, evidence=None)], Evidence.SAID, id="without a source"),
        pytest.param([replace(CLAIMED, context=True)], Evidence.SAID, id="of a day before the directive"),
        pytest.param([UNVERIFIED], Evidence.DOUBTFUL, id="unverified"),
        pytest.param([UNVERIFIED, CLAIMED, UNVERIFIED], Evidence.COUNTS, id="one that counts among others"),
    ],
)
def test_reports_are_worth_as_much_as_the_best_of_them(reports: Sequence[Report], worth: Evidence) -> None:
    assert evidence_of(reports) is worth
