"""How a document stands today: in force, ended, its period over, amended; or no end is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Ending, Relation
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import PaperStatus, RelationKind


@dataclass(frozen=True, slots=True)
class Paper:
    """The status of a document, since or until when, and by which other documents."""

    status: PaperStatus
    date: ImpreciseDate | None = None
    by: tuple[str, ...] = ()


def paper(directive: Directive, corpus: Corpus) -> Paper | None:
    """How a document stands as of the reference date; nothing for a meeting, which is not in force."""
    if directive.kind.convened:
        return None
    whole = [ending for ending in directive.endings if not ending.part]
    ended = next((each for each in whole if each.past), None)
    if ended:
        return _ended(ended)
    plan = directive.planned_to
    if plan and plan.last < corpus.as_of:
        return Paper(PaperStatus.PERIOD_OVER, plan, _newer(directive, corpus, RelationKind.FOLLOWS_UP))
    if amended := _newer(directive, corpus, RelationKind.AMENDS):
        return Paper(PaperStatus.AMENDED, by=amended)
    to_end = next(iter(whole), None)
    if to_end:
        return Paper(PaperStatus.IN_FORCE, to_end.date, (to_end.by,) if to_end.by else ())
    return Paper(PaperStatus.NO_END)


def _ended(ending: Ending) -> Paper:
    status = PaperStatus(ending.kind.value) if ending.by else PaperStatus.EXPIRED
    return Paper(status, ending.date, (ending.by,) if ending.by else ())


def _newer(directive: Directive, corpus: Corpus, kind: RelationKind) -> tuple[str, ...]:
    """The directives that do something to this one, and are in force."""
    found: tuple[Relation, ...] = corpus.links.relations_to.get(directive.id, ())
    return tuple(dict.fromkeys(each.newer for each in found if each.kind is kind and not each.status))
