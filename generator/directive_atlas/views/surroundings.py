"""A passage with the words before and after it in its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from directive_atlas.passages import SourceText, Span
from directive_atlas.resolve.model import Directive, Passage, Task

LONG = 80
"""A passage of more characters is shown without the sentences beside it."""

Readers = Mapping[int, Set[str]]
"""The keys of the whole tasks that are read from a sentence, by where it begins."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage with the words before and after it."""

    before: str
    text: str
    after: str


def readers_of(directive: Directive) -> Readers:
    """Which tasks are read from each sentence of a directive, by themselves or in a measure."""
    found: dict[int, set[str]] = defaultdict(set)
    for task in directive.walk() if directive.source else ():
        for passage in task.passages:
            for sentence in _touched(directive.source, passage):
                found[sentence.start].add(task.root)
    return found


def _touched(source: SourceText | None, passage: Passage) -> Iterator[Span]:
    """The sentences of the paragraph in which a passage begins that have words of it."""
    sentences = source.paragraph_at(passage.span.start).sentences if source else ()
    return (each for each in sentences if each.end > passage.span.start and each.start < passage.span.end)


def surroundings(source: SourceText, passage: Passage, around: tuple[Span, ...]) -> Surroundings:
    """A passage with the rest of its sentences, and those of ``around`` that are next to them."""
    start = min(each.start for each in (*_touched(source, passage), *around))
    end = max(each.end for each in (*_touched(source, passage), *around))
    return Surroundings(
        source.text[start : passage.span.start], passage.text, source.text[passage.span.end : end]
    )


def _around(source: SourceText, passage: Passage, readers: Readers, task: Task) -> tuple[Span, ...]:
    """The sentences before and after a task's passage in its paragraph that are no other task's.

    A long passage is understood without them, and what follows it must not be far away.
    """
    if len(passage.text) > LONG:
        return ()
    sentences = source.paragraph_at(passage.span.start).sentences
    touched = list(_touched(source, passage))
    first, last = sentences.index(touched[0]), sentences.index(touched[-1])
    beside = (*sentences[max(0, first - 1) : first], *sentences[last + 1 : last + 2])
    return tuple(each for each in beside if readers.get(each.start, set()) <= {task.key})


def surroundings_of(directive: Directive, task: Task, readers: Readers) -> dict[str, Surroundings]:
    """The surroundings of each passage of a task and its measures, by the passage's anchor.

    A task is shown with a sentence on each side, if that is no other task's; a measure, which is shown after
    it, only with the rest of its own sentence.
    """
    source = directive.source
    if not source:
        return {}
    return {
        passage.anchor: surroundings(
            source, passage, _around(source, passage, readers, task) if part is task else ()
        )
        for part in task.walk()
        for passage in part.passages
    }
