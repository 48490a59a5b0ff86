"""Is every passage still what its last reviewer saw?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.passages import Passages
from directive_atlas.problems import Place, Problem, problem, say
from directive_atlas.review import Review, Seen, compare


def review_problems(raw: RawCorpus, passages: Passages) -> Iterator[Problem]:
    """W421 for each passage that changed since its review, W422 for reviews of removed passages.

    W423 for each that is new or changed since the edition before, and that nobody reviewed.
    """
    for directive in raw.directives:
        rows = raw.reviews[directive.place.file]
        if not rows and not (directive.source and directive.source.editions):
            continue
        yield from _twice(rows)
        comparison = compare(directive, raw, passages)
        for seen in comparison.of_state(Review.CHANGED):
            yield _changed(seen, directive.id)
        for row in comparison.gone:
            yield problem("W422", row.at("passage"), passage=row.passage, directive=directive.id)


def _changed(seen: Seen, directive: str) -> Problem:
    if seen.row:
        return problem("W421", seen.place, day=seen.row.reviewed.text, directive=directive)
    day = seen.edition.date.text if seen.edition else ""
    return problem("W423", seen.place, day=day, directive=directive)


def _twice(rows: tuple[schema.Reviewed, ...]) -> Iterator[Problem]:
    """E301 for a passage that has two rows, as after joining two people's work."""
    first: dict[str, Place] = {}
    for row in rows:
        place = row.at("passage")
        if row.passage in first:
            hint = say("keep one of the two rows; the other is at {place}", place=first[row.passage])
            yield problem("E301", place, hint, what=say("reviewed passage"), id=row.passage, first="")
        first.setdefault(row.passage, place)
