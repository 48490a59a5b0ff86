"""What reports are worth as evidence of progress."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from directive_atlas.resolve.model import Report


class Evidence(IntEnum):
    """From none to some.

    No report; only unverified or disputed ones; one without a source; one that is claimed or confirmed with
    a source, of the time of the directive.
    """

    NONE = 0
    DOUBTFUL = 1
    SAID = 2
    COUNTS = 3


def evidence_of(reports: Collection[Report]) -> Evidence:
    """The best of some reports."""
    if not reports:
        return Evidence.NONE
    if any(report.counts for report in reports):
        return Evidence.COUNTS
    if any(report.verification.settling for report in reports):
        return Evidence.SAID
    return Evidence.DOUBTFUL
