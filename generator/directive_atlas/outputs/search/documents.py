"""The documents of the search: every record and every piece of source text, with its address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sized

from directive_atlas.interface import addresses as address
from directive_atlas.interface.site import Site
from directive_atlas.outputs.search import facts
from directive_atlas.outputs.search.document import Document, Kind
from directive_atlas.outputs.search.ways import ways
from directive_atlas.passages import Paragraph, SourceText
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Actor, Directive, Passage, Section, Target, Task, Term, Text, Topic
from directive_atlas.resolve.terms import TermFinder
from directive_atlas.views.glossary import page_numbers

PIECE_LENGTH = 240
"""A longer paragraph of source text becomes several documents, each of whole sentences."""

_RUN_IN = re.compile("([一二三四五六七八九十]{1,3})[要是]")
"""How Chinese texts count the parts of a paragraph: 一要, 二要."""

_COUNTED = re.compile("[要是]$")


def documents(corpus: Corpus, site: Site) -> Iterator[Document]:
    """All documents by kind; within a kind by directive, the newest first."""
    directives = corpus.directives.values()
    finder = TermFinder({term.id: _term_names(term) for term in corpus.terms.values()})
    yield from (_directive(each, corpus, site, finder) for each in directives)
    work = {
        actor: [each for each in owed if each.duty.role.asks] for actor, owed in corpus.links.owed.items()
    }
    yield from (_actor(corpus.actors[each], corpus) for each in _busiest(corpus.actors, work))
    yield from (
        _topic(corpus.topics[each], corpus) for each in _busiest(corpus.topics, corpus.links.topic_tasks)
    )
    numbers = page_numbers(corpus, site.languages[0].code)
    yield from (_term(each, numbers[each.id]) for each in corpus.terms.values())
    yield from ways(corpus, site)
    for directive in directives:
        yield from (_task(task, corpus, site) for task in directive.walk())
    for directive in directives:
        yield from (_section(section, directive) for section in directive.all_sections())
    for directive in directives:
        yield from _passages(directive)


def _busiest(ids: Iterable[str], tasks: Mapping[str, Sized]) -> list[str]:
    """Ids sorted by number of tasks, most first."""
    return sorted(ids, key=lambda each: -len(tasks.get(each, ())))


def _directive(directive: Directive, corpus: Corpus, site: Site, finder: TermFinder) -> Document:
    terms = finder.terms_in(_texts(directive.title, directive.summary))
    return Document(
        Kind.DIRECTIVE,
        address.directive(directive.id),
        directive.title,
        names=(directive.number,) if directive.number else (),
        dates=tuple(date for _, date in directive.dates),
        body=(
            *_texts(directive.summary, directive.applies_to),
            *(words for target in directive.targets for words in _figure(target)),
            *_texts(*(source.title for source in directive.references)),
        ),
        related=(
            *(name for issuer in directive.issuers for name in _actor_names(corpus.actors[issuer])),
            *(name for topic in directive.topics for name in _texts(corpus.topics[topic].name)),
            *(name for term in terms for name in _term_names(corpus.terms[term])),
        ),
        facts=facts.of_directive(directive, corpus, site),
    )


def _actor(actor: Actor, corpus: Corpus) -> Document:
    around = [*(each.newer for each in actor.successors), *(each.older for each in actor.predecessors)]
    above = [*actor.groups, *([actor.parent] if actor.parent else []), *around]
    organisations = [post.organisation for post in actor.posts]
    related = (name for other in (*above, *organisations) for name in _texts(corpus.actors[other].name))
    return Document(
        Kind.ACTOR,
        address.actor(actor.id),
        actor.name,
        names=tuple(alias.name for alias in actor.aliases),
        body=(*_texts(*(post.title for post in actor.posts)), *_texts(actor.summary)),
        related=tuple(related),
    )


def _topic(topic: Topic, corpus: Corpus) -> Document:
    above = _texts(corpus.topics[topic.parent].name) if topic.parent else ()
    return Document(
        Kind.TOPIC, address.topic(topic.id), topic.name, body=_texts(topic.summary), related=above
    )


def _term(term: Term, number: int) -> Document:
    where = address.term(term.id, number)
    return Document(Kind.TERM, where, term.term, names=term.aliases, body=_texts(term.definition))


def _task(task: Task, corpus: Corpus, site: Site) -> Document:
    directive, root = corpus.directives[task.directive], corpus.tasks[task.root]
    is_part = root is not task
    timings = (day for timing in task.timings for day in (timing.start, timing.due) if day)
    return Document(
        Kind.MEASURE if is_part else Kind.TASK,
        address.task(task.key, task.root),
        task.title,
        dates=(*timings, *(target.by for target in task.targets if target.by)),
        body=tuple(_task_body(task)),
        related=tuple(_task_related(task, root, directive, corpus)),
        context=root.title if is_part else directive.title,
        key=task.key,
        labels=tuple(_labels(task.passages, directive)),
        facts=facts.of_task(task, corpus, site),
    )


def _labels(passages: Iterable[Passage], directive: Directive) -> Iterator[str]:
    """What the text calls the places of passages; 三要 also by its number alone."""
    paragraphs = directive.source.paragraphs if directive.source else ()
    for passage in passages:
        if number := _RUN_IN.match(passage.text):
            yield from number.group(0, 1)
        if passage.label:
            yield passage.label
            yield from _own_labels(paragraphs[passage.paragraph - 1])


def _own_labels(paragraph: Paragraph) -> tuple[str, ...]:
    """Its label with those around it, “4(e)”, and without, “(e)”; of “三要” also the number."""
    if not paragraph.label:
        return ()
    return (paragraph.label, paragraph.path[-1], _COUNTED.sub("", paragraph.path[-1]))


def _task_body(task: Task) -> Iterator[str]:
    for passage in task.passages:
        yield passage.text
        yield from _texts(passage.translation)
    yield from _texts(*task.deliverables, task.applies_to, task.note)
    for timing in task.timings:
        yield from _texts(timing.until, timing.unless)
    for target in task.targets:
        yield from _figure(target)
    yield from _texts(*(report.note for report in task.reports))


def _task_related(task: Task, root: Task, directive: Directive, corpus: Corpus) -> Iterator[str]:
    for duty in task.duties:
        yield from _actor_names(corpus.actors[duty.actor])
    for term in task.terms:
        yield from _term_names(corpus.terms[term])
    for topic in task.topics:
        yield from _texts(corpus.topics[topic].name)
    yield from _texts(directive.title)
    if root is not task:
        yield from _texts(root.title)


def _section(section: Section, directive: Directive) -> Document:
    where = address.section(directive.id, section.id)
    words = tuple(passage.text for passage in section.passages)
    return Document(Kind.SECTION, where, section.title, body=words, context=directive.title)


def _passages(directive: Directive) -> Iterator[Document]:
    """The source text in pieces."""
    if not directive.source:
        return
    quoted = _quoted(directive)
    for paragraph in directive.source.paragraphs:
        where = address.paragraph(directive.id, paragraph.number)
        for piece in _pieces(directive.source, paragraph):
            words = directive.source.text[piece.start : piece.stop]
            yield Document(
                Kind.PASSAGE,
                where,
                None,
                body=(words,),
                related=(*_texts(directive.title), *([paragraph.label] if paragraph.label else [])),
                context=directive.title,
                number=paragraph.number,
                label=paragraph.label,
                labels=_own_labels(paragraph),
                translations=tuple(_translations(quoted[paragraph.number], piece)),
            )


def _quoted(directive: Directive) -> Mapping[int, list[Passage]]:
    """What tasks and sections quote of the text, by paragraph."""
    quoted = defaultdict[int, list[Passage]](list)
    of_tasks = (passage for task in directive.walk() for passage in task.passages)
    of_sections = (passage for section in directive.all_sections() for passage in section.passages)
    for passage in (*of_tasks, *of_sections):
        quoted[passage.paragraph].append(passage)
    return quoted


def _translations(quoted: Iterable[Passage], piece: range) -> Iterator[str]:
    for passage in quoted:
        if passage.span.start in piece:
            yield from _texts(passage.translation)


def _pieces(source: SourceText, paragraph: Paragraph) -> Iterator[range]:
    start, end = paragraph.span.start, paragraph.span.start
    for sentence in paragraph.sentences:
        if sentence.end - start > PIECE_LENGTH and end > start:
            yield range(start, end)
            start = end
        end = sentence.end
    yield range(start, paragraph.span.end)


def _figure(target: Target) -> Iterator[str]:
    """A target in each language: metric, value and unit."""
    for language, metric in target.metric.values:
        value = "" if target.value is None else f" {target.value:f}"
        unit = target.unit.best(language)[0] if value and target.unit else ""
        yield metric + value + (" " if unit[:1].isascii() and unit[:1].isalpha() else "") + unit


def _term_names(term: Term) -> tuple[str, ...]:
    return (*_texts(term.term), *term.aliases)


def _actor_names(actor: Actor) -> tuple[str, ...]:
    return (*_texts(actor.name), *(alias.name for alias in actor.aliases))


def _texts(*texts: Text | None) -> tuple[str, ...]:
    """The words of texts in every language."""
    return tuple(words for text in texts if text for _, words in text.values)
