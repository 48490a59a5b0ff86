"""A passage with the words before and after it in its source."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages import SourceText
from directive_atlas.resolve.model import Directive, Passage, Task


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage with the words before and after it."""

    before: str
    text: str
    after: str


def surroundings(source: SourceText, passage: Passage, beside: int) -> Surroundings:
    """A passage with the rest of its sentences and ``beside`` more on each side, in its paragraph."""
    paragraph = source.paragraph_at(passage.span.start)
    touched = [
        number
        for number, sentence in enumerate(paragraph.sentences)
        if sentence.end > passage.span.start and sentence.start < passage.span.end
    ]
    around = paragraph.sentences[max(0, touched[0] - beside) : touched[-1] + 1 + beside]
    before = source.text[around[0].start : passage.span.start]
    return Surroundings(before, passage.text, source.text[passage.span.end : around[-1].end])


def surroundings_of(directive: Directive, task: Task) -> dict[str, Surroundings]:
    """The surroundings of each passage of a task and its measures, by the passage's anchor.

    A task is shown with a sentence on each side; a measure, which is shown after it, only with the rest
    of its own sentence.
    """
    source = directive.source
    if not source:
        return {}
    return {
        passage.anchor: surroundings(source, passage, beside=1 if part is task else 0)
        for part in task.walk()
        for passage in part.passages
    }
