"""The reasons why lines of the head, the signature and the furniture ask nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from directive_atlas.draft.model import Aside, Certainty, Why
from directive_atlas.draft.zh.layout import Layout, Line
from directive_atlas.passages import Span
from directive_atlas.problems.wording import Wording, say

_REASONS: Mapping[Line, Wording] = {
    Line.BLOCK: say("What was published with the paper: index number, subject, dates."),
    Line.TITLE: say("The title."),
    Line.NUMBER: say("The document number."),
    Line.RECIPIENTS: say("Those to whom it is addressed."),
    Line.SIGNATURE: say("The signature."),
    Line.DATE: say("The date."),
    Line.RELEASE: say("The remark on release."),
    Line.ATTACHMENTS: say("The list of what is attached."),
    Line.COPIES: say("Those to whom copies were sent."),
    Line.PRINTED: say("Who printed it, and when."),
    Line.FURNITURE: say("Belongs to the page, not to the paper."),
    Line.CAPTION: say("The words of a figure or table."),
    Line.ANNEX: say("The title of what is attached."),
    Line.LISTED: say("A list, sample or form that is attached."),
    Line.DATELINE: say("When and where it was published."),
    Line.CONTACT: say("Whom to ask, and how."),
}


def asides(layout: Layout) -> Iterator[Aside]:
    """One for each run of lines of one kind."""
    numbers = [(p, layout.kinds.get(p.number)) for p in layout.reading.source.paragraphs]
    for kind, run in groupby(numbers, key=lambda each: each[1]):
        if kind is not None:
            lines = [paragraph for paragraph, _ in run]
            span = Span(lines[0].span.start, lines[-1].span.end)
            why = Why(say("recognised by its place and form"), Certainty.CERTAIN, span)
            yield Aside(span, _REASONS[kind], why)
