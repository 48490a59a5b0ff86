"""The source text with every quoted passage linked, and a passage with what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.pages import address
from generator.pages.address import Address
from generator.pages.scribe import Scribe
from generator.resolve.model import Directive, Passage, Task
from generator.source import Paragraph, SourceText, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the source and the place of the site that it belongs to."""

    passage: Passage
    target: Address


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph with its links, and the keys of the tasks of which passages begin in it."""

    number: int
    text: Markup
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A passage between the words before and after it."""

    before: str
    text: str
    after: str


def annotated(directive: Directive, scribe: Scribe) -> Iterator[AnnotatedParagraph]:
    """The whole source, paragraph by paragraph; nothing when there is none."""
    if not directive.source:
        return
    by_paragraph: dict[int, list[Mark]] = {}
    for mark in marks(directive):
        for paragraph in _paragraphs_of(directive.source, mark.passage.span):
            by_paragraph.setdefault(paragraph.number, []).append(mark)
    tasks = _tasks_by_paragraph(directive)
    for paragraph in directive.source.paragraphs:
        text = _linked(directive, paragraph, by_paragraph.get(paragraph.number, []), scribe)
        yield AnnotatedParagraph(paragraph.number, text, tuple(tasks.get(paragraph.number, ())))


def marks(directive: Directive) -> Iterator[Mark]:
    """Every passage of a directive that is quoted, with what it was quoted for."""
    for section in directive.all_sections():
        target = address.section(directive.id, section.id)
        yield from (Mark(passage, target) for passage in section.passages)
    for task in directive.walk():
        target = address.task(task.key, task.root)
        yield from (Mark(passage, target) for passage in task.passages)
    for relation in directive.relations:
        if relation.passage:
            yield Mark(relation.passage, address.directive(relation.older))


def _tasks_by_paragraph(directive: Directive) -> dict[int, dict[str, None]]:
    found: dict[int, dict[str, None]] = {}
    for task in directive.walk():
        for passage in task.passages:
            found.setdefault(passage.paragraph, {})[task.root] = None
    return found


def _paragraphs_of(source: SourceText, span: Span) -> Iterator[Paragraph]:
    first = source.paragraph_at(span.start).number
    for paragraph in source.paragraphs[first - 1 :]:
        if paragraph.span.start >= span.end:
            return
        yield paragraph


def _linked(directive: Directive, paragraph: Paragraph, found: list[Mark], scribe: Scribe) -> Markup:
    """One paragraph: where passages overlap, the shortest one gets the link."""
    if not (directive.source and directive.source_note):
        return Markup("")
    edges = {paragraph.span.start, paragraph.span.end}
    for mark in found:
        span = mark.passage.span
        edges |= {max(span.start, paragraph.span.start), min(span.end, paragraph.span.end)}
    pieces: list[Markup] = []
    for start, end in pairwise(sorted(edges)):
        pieces += _anchors(found, start)
        words = scribe.quote(directive.source.text[start:end], directive.source_note.language)
        link = _innermost(found, start, end)
        pieces.append(scribe.to(link.target, words) if link else words)
    return Markup("").join(pieces)


def _anchors(found: Iterable[Mark], start: int) -> list[Markup]:
    here = (mark.passage.anchor for mark in found if mark.passage.span.start == start)
    return [Markup('<span id="{}" class="anchor"></span>').format(anchor) for anchor in here]


def _innermost(found: Iterable[Mark], start: int, end: int) -> Mark | None:
    covering = [m for m in found if m.passage.span.start <= start and m.passage.span.end >= end]
    return min(covering, key=lambda m: m.passage.span.end - m.passage.span.start, default=None)


def context(source: SourceText, passage: Passage, beside: int) -> Context:
    """A passage with the rest of its sentences and ``beside`` more on each side, in its paragraph."""
    paragraph = source.paragraph_at(passage.span.start)
    touched = [
        number
        for number, sentence in enumerate(paragraph.sentences)
        if sentence.end > passage.span.start and sentence.start < passage.span.end
    ]
    around = paragraph.sentences[max(0, touched[0] - beside) : touched[-1] + 1 + beside]
    before = source.text[around[0].start : passage.span.start]
    return Context(before, passage.text, source.text[passage.span.end : around[-1].end])


def contexts(directive: Directive, task: Task) -> dict[str, Context]:
    """The context of each passage of a task and its measures, by the passage's anchor.

    A task is shown with a sentence on each side; a measure, which stands below it, only with the
    rest of its own sentence.
    """
    source = directive.source
    if not source:
        return {}
    return {
        passage.anchor: context(source, passage, beside=1 if part is task else 0)
        for part in task.walk()
        for passage in part.passages
    }
