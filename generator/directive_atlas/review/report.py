"""A comparison as text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.load import schema
from directive_atlas.passages import difference
from directive_atlas.review.compare import Comparison, Seen
from directive_atlas.review.state import Review


def as_report(comparison: Comparison) -> str:
    """Each passage that needs a review: its place and title, then what is to be read."""
    waiting = (seen for seen in comparison.passages if seen.state is not Review.REVIEWED)
    return "".join([*map(_entry, waiting), *map(_gone, comparison.gone)])


def as_summary(comparisons: Iterable[Comparison]) -> str:
    """How many passages are in which state, over several directives."""
    listed = list(comparisons)
    counts = {state: sum(len(each.of_state(state)) for each in listed) for state in Review}
    gone = sum(len(each.gone) for each in listed)
    return (
        f"{counts[Review.CHANGED]} changed, {counts[Review.NEVER]} never reviewed, {gone} gone, "
        f"{counts[Review.REVIEWED]} reviewed"
    )


def _entry(seen: Seen) -> str:
    head = f"{seen.place}: {seen.anchor}: {_plain(seen.title)}"
    if seen.row is None:
        return f"{head}: never reviewed\n  {_plain(seen.text)}\n"
    changes = _plain(difference(_plain(seen.row.text), _plain(seen.text)))
    return f"{head}: changed since {_who(seen.row)}\n  {changes}\n  quoted now: {_plain(seen.words)}\n"


def _gone(row: schema.Reviewed) -> str:
    return f"{row.place}: {_plain(row.passage)}: gone since {_who(row)}\n  [-{_plain(row.text)}-]\n"


def _who(row: schema.Reviewed) -> str:
    return f"the review of {row.reviewed.text}" + (f" by {_plain(row.by)}" if row.by else "")


def _plain(text: str) -> str:
    """A text on one line, without characters that control a terminal."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
