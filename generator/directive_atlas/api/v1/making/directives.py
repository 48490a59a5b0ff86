"""Directives."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.api.v1.directives import Directive, Ending, Finding, Paper, Relation, Section
from directive_atlas.api.v1.making.progress import target
from directive_atlas.api.v1.making.values import day, page, quote, references, said, words
from directive_atlas.interface import addresses
from directive_atlas.resolve import Corpus, model
from directive_atlas.views.papers import paper


def directive(found: model.Directive, corpus: Corpus) -> Directive:
    """A directive, without its tasks."""
    note = found.source_note
    return Directive(
        id=found.id,
        kind=found.kind,
        page=page(addresses.directive(found.id)),
        title=words(found.title),
        number=found.number,
        issuers=found.issuers,
        issuers_complete=found.issuers_complete,
        date=day(found.date),
        dates={kind: shown for kind, date in found.dates if (shown := day(date))},
        addressees=found.addressees,
        participants=tuple(each.actor for each in found.participants),
        status=_paper(found, corpus),
        endings=tuple(map(_ending, found.endings)),
        language=note.language if note else None,
        source_url=note.url if note else None,
        read=found.coverage.share if found.coverage else None,
        summary=said(found.summary),
        applies_to=said(found.applies_to),
        topics=found.topics,
        relations=tuple(_relations(found)),
        targets=tuple(map(target, found.targets)),
        findings=tuple(map(_finding, found.findings)),
        references=references(found.references),
        sections=tuple(map(_section, found.sections)),
        tasks=tuple(each.key for each in found.tasks),
        searched=day(found.searched),
    )


def _paper(found: model.Directive, corpus: Corpus) -> Paper | None:
    status = paper(found, corpus)
    return Paper(status=status.status, date=day(status.date), by=status.by) if status else None


def _ending(found: model.Ending) -> Ending:
    return Ending(kind=found.kind, date=day(found.date), by=found.by, part=said(found.part), past=found.past)


def _relations(found: model.Directive) -> Iterator[Relation]:
    """What it does to others; a relation may be told in the record of either."""
    for each in found.relations:
        if each.newer == found.id:
            yield _relation(each, found, directive=each.older, tasks=each.tasks)
    for one in found.outside:
        yield _relation(one, found, title=words(one.title), number=one.number, url=one.url)


def _relation(
    each: model.Relation | model.OutsideRelation, found: model.Directive, **other: object
) -> Relation:
    return Relation.model_validate(
        {
            "kind": each.kind,
            "part": said(each.part),
            "date": day(each.date),
            "basis": each.basis,
            "status": each.status,
            "quote": quote(each.passage, found.id) if each.passage else None,
            "note": said(each.note),
            **other,
        }
    )


def _finding(found: model.Finding) -> Finding:
    return Finding(
        question=words(found.question),
        answer=words(found.answer),
        tasks=found.tasks,
        verification=found.verification,
        references=references(found.references),
    )


def _section(found: model.Section) -> Section:
    return Section(
        id=found.id,
        title=words(found.title),
        tasks=found.tasks,
        sections=tuple(map(_section, found.sections)),
    )
