"""A comparison as text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.load import schema
from directive_atlas.passages import difference
from directive_atlas.problems import Wording, say
from directive_atlas.problems.wording import plain_line
from directive_atlas.review.compare import Comparison, Seen
from directive_atlas.review.state import Review


def as_report(comparison: Comparison) -> list[Wording]:
    """Each passage that needs a review: its place and title, then what is to be read."""
    waiting = (seen for seen in comparison.passages if seen.state is not Review.REVIEWED)
    return [*map(_entry, waiting), *map(_gone, comparison.gone)]


def as_summary(comparisons: Iterable[Comparison]) -> Wording:
    """How many passages are in which state, over several directives."""
    listed = list(comparisons)
    counts = {state: sum(len(each.of_state(state)) for each in listed) for state in Review}
    gone = sum(len(each.gone) for each in listed)
    return say(
        "{changed} changed, {never} never reviewed, {gone} gone, {reviewed} reviewed",
        changed=counts[Review.CHANGED],
        never=counts[Review.NEVER],
        gone=gone,
        reviewed=counts[Review.REVIEWED],
    )


def _entry(seen: Seen) -> Wording:
    head = f"{seen.place}: {seen.anchor}: {plain_line(seen.title)}"
    if seen.row is None and seen.edition:
        return say(
            "{head}: new or changed since the edition of {day}\n  {text}\n",
            head=head,
            day=seen.edition.date.text,
            text=plain_line(seen.text),
        )
    if seen.row is None:
        return say("{head}: never reviewed\n  {text}\n", head=head, text=plain_line(seen.text))
    return say(
        "{head}: changed since {review}\n  {changes}\n  quoted now: {words}\n",
        head=head,
        review=_who(seen.row),
        changes=plain_line(difference(plain_line(seen.row.text), plain_line(seen.text))),
        words=plain_line(seen.words),
    )


def _gone(row: schema.Reviewed) -> Wording:
    return say(
        "{head}: gone since {review}\n  [-{text}-]\n",
        head=f"{row.place}: {plain_line(row.passage)}",
        review=_who(row),
        text=plain_line(row.text),
    )


def _who(row: schema.Reviewed) -> Wording:
    day = row.reviewed.text
    if not row.by:
        return say("the review of {day}", day=day)
    return say("the review of {day} by {person}", day=day, person=plain_line(row.by))
