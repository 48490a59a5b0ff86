"""The source text with links to what each part of it says.

Quoted passages are linked; background and unread words are marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.anchors import Heading
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.passages import Paragraph, SourceText, Span
from directive_atlas.resolve.model import Background, Directive, Passage, Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the source and the address that it belongs to."""

    passage: Passage
    target: Address


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph with its links, and the notes next to it.

    ``label`` is what the text itself calls it, with the labels that it lies within, if it has one;
    ``tasks`` are the keys of the tasks of which passages begin in it, ``reasons`` those of the background in
    it, and ``open`` tells whether it has words that are neither quoted nor background.
    """

    number: int
    label: str | None
    text: Markup
    tasks: tuple[str, ...]
    reasons: tuple[Text, ...]
    open: bool


@dataclass
class _Layers:
    """What lies over one paragraph: passages, background, words that nothing covers or that are struck."""

    quoted: list[Mark] = field(default_factory=list)
    background: list[Background] = field(default_factory=list)
    open: list[Span] = field(default_factory=list)
    struck: list[Span] = field(default_factory=list)

    def spans(self) -> Iterator[Span]:
        yield from (mark.passage.span for mark in self.quoted)
        yield from (each.passage.span for each in self.background)
        yield from self.open
        yield from self.struck

    def passages(self) -> Iterator[Passage]:
        yield from (mark.passage for mark in self.quoted)
        yield from (each.passage for each in self.background)


def annotated(directive: Directive, page: PageContext) -> Iterator[AnnotatedParagraph]:
    """The whole source, paragraph by paragraph; nothing when there is none."""
    if not directive.source:
        return
    layers, tasks = _layers(directive, directive.source), _tasks_by_paragraph(directive)
    for paragraph in directive.source.paragraphs:
        here = layers[paragraph.number]
        yield AnnotatedParagraph(
            number=paragraph.number,
            label=paragraph.label,
            text=_linked(directive, paragraph, here, page),
            tasks=tuple(tasks.get(paragraph.number, ())),
            reasons=tuple(dict.fromkeys(each.reason for each in here.background)),
            open=bool(here.open),
        )


def _layers(directive: Directive, source: SourceText) -> dict[int, _Layers]:
    """What covers each paragraph, by its number."""
    found: dict[int, _Layers] = defaultdict(_Layers)
    for mark in marks(directive):
        for paragraph in _paragraphs_of(source, mark.passage.span):
            found[paragraph.number].quoted.append(mark)
    for each in directive.background:
        for paragraph in _paragraphs_of(source, each.passage.span):
            found[paragraph.number].background.append(each)
    for sentence in directive.coverage.open if directive.coverage else ():
        found[sentence.paragraph].open += sentence.rest
    for span in source.struck:
        found[source.paragraph_at(span.start).number].struck.append(span)
    return found


def marks(directive: Directive) -> Iterator[Mark]:
    """Every quoted passage of a directive, with its purpose."""
    for section in directive.all_sections():
        target = address.section(directive.id, section.id)
        yield from (Mark(passage, target) for passage in section.passages)
    for task in directive.walk():
        target = address.task(task.key, task.root)
        yield from (Mark(passage, target) for passage in task.passages)
    for passage in directive.rules:
        yield Mark(passage, address.directive(directive.id, Heading.TASKS))
    for relation in directive.relations:
        if relation.passage:
            yield Mark(relation.passage, address.directive(relation.older))
    for outside in directive.outside:
        if outside.passage:
            yield Mark(outside.passage, address.directive(directive.id, Heading.RELATIONS))
    yield from _of_targets(directive)


def _of_targets(directive: Directive) -> Iterator[Mark]:
    """The passages that set figures, each with the page of its task."""
    tasks = {task.key: task for task in directive.walk()}
    for target in (*directive.targets, *(each for task in tasks.values() for each in task.targets)):
        if target.passage:
            own = address.directive(directive.id, Heading.TARGETS)
            at = address.task(target.task, tasks[target.task].root) if target.task else own
            yield Mark(target.passage, at)


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


def _linked(directive: Directive, paragraph: Paragraph, here: _Layers, page: PageContext) -> Markup:
    """One paragraph: where passages overlap, the shortest one gets the link."""
    if not (directive.source and directive.source_note):
        return Markup("")
    edges = {paragraph.span.start, paragraph.span.end}
    for span in here.spans():
        edges |= {max(span.start, paragraph.span.start), min(span.end, paragraph.span.end)}
    pieces: list[Markup] = []
    for start, end in pairwise(sorted(edges)):
        words = page.quote(directive.source.text[start:end], directive.source_note.language)
        if any(_covers(span, Span(start, end)) for span in here.struck):
            words = Markup("<s>{}</s>").format(words)
        pieces += _anchors(here, Span(start, end))
        pieces.append(_piece(words, Span(start, end), here, page))
        pieces += _suspicions(here, end, page)
    return Markup("").join(pieces)


def _piece(words: Markup, span: Span, here: _Layers, page: PageContext) -> Markup:
    """Words of the source, marked as quoted, background or unread; punctuation in between is not marked."""
    link = _innermost(here.quoted, span.start, span.end)
    if link and not any(map(str.isalnum, words.striptags())):
        return words  # a mark between two quotes is too small to be touched
    if link:
        shown = Markup('<a href="{}"{}>{}</a>')
        return shown.format(page.href(link.target), _of(link.passage, span, here), words)
    if any(_covers(each.passage.span, span) for each in here.background):
        return Markup('<span class="background">{}</span>').format(words)
    if any(_covers(run, span) for run in here.open):
        return Markup('<span class="uncovered">{}</span>').format(words)
    return words


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and outer.end >= inner.end


def _anchors(here: _Layers, first: Span) -> list[Markup]:
    """The anchors of the passages that begin with a piece; one of several pieces tells how long it is."""
    begun = (passage for passage in here.passages() if passage.span.start == first.start)
    return [_anchor(passage, whole=passage.span == first) for passage in begun]


def _anchor(passage: Passage, *, whole: bool) -> Markup:
    signs = len("".join(passage.text.split()))
    length = Markup("") if whole else Markup(' data-length="{}"').format(signs)
    return Markup('<span id="{}" class="anchor"{}></span>').format(passage.anchor, length)


def _of(passage: Passage, piece: Span, here: _Layers) -> Markup:
    """To which passage a piece belongs, where that is not the one anchor right before it."""
    before = [each for each in here.passages() if each.span.start == piece.start]
    return Markup("") if before == [passage] else Markup(' data-of="{}"').format(passage.anchor)


def _suspicions(here: _Layers, end: int, page: PageContext) -> list[Markup]:
    """A remark after passages that changed since their review."""
    suspect = (each for each in here.passages() if each.suspect and each.span.end == end)
    return [Markup('<span class="suspect">{}</span>').format(page.suspicion(each)) for each in suspect][:1]


def _innermost(found: Iterable[Mark], start: int, end: int) -> Mark | None:
    covering = [m for m in found if m.passage.span.start <= start and m.passage.span.end >= end]
    return min(covering, key=lambda m: m.passage.span.end - m.passage.span.start, default=None)
