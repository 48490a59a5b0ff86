"""Whether a passage is unchanged since its last review."""

from __future__ import annotations

from enum import StrEnum

from directive_atlas.load import schema


class Review(StrEnum):
    """The state of a passage: unchanged since its review, changed since then, or never reviewed."""

    REVIEWED = "reviewed"
    CHANGED = "changed"
    NEVER = "never"


def review_of(row: schema.Reviewed | None, fingerprint: str, *, renewed: bool) -> Review:
    """The state of a passage by its row of ``review.csv`` (if it has one) and its fingerprint now.

    One that nobody reviewed is changed where its sentences are ``renewed``: other words than in the edition
    before.
    """
    if row is None:
        return Review.CHANGED if renewed else Review.NEVER
    return Review.REVIEWED if row.fingerprint == fingerprint else Review.CHANGED
