"""Tasks with their measures."""

from __future__ import annotations

from directive_atlas.api.v1.making.progress import bodies, report, standing, target
from directive_atlas.api.v1.making.timing import timing
from directive_atlas.api.v1.making.values import page, quote, said, words
from directive_atlas.api.v1.tasks import Duty, Origin, Task
from directive_atlas.interface import addresses
from directive_atlas.resolve import model


def task(found: model.Task) -> Task:
    """A task with its measures."""
    return Task(
        key=found.key,
        id=found.id,
        directive=found.directive,
        root=found.root,
        page=page(addresses.task(found.key, found.root)),
        label=found.label,
        title=words(found.title),
        section=found.section,
        quotes=tuple(quote(each, found.directive) for each in found.passages),
        obligation=found.obligation,
        obligation_word=found.obligation_word.word if found.obligation_word else None,
        stage=found.stage,
        duties=tuple(map(_duty, found.duties)),
        duties_complete=found.duties_complete,
        timings=tuple(map(timing, found.timings)),
        targets=tuple(map(target, found.targets)),
        deliverables=tuple(map(words, found.deliverables)),
        applies_to=said(found.applies_to),
        precondition=said(found.precondition),
        depends_on=found.depends_on,
        topics=found.topics,
        terms=found.terms,
        choose=found.choose,
        order=found.order,
        reports=tuple(map(report, found.reports)),
        standing=standing(found.standing),
        bodies=bodies(found.bodies),
        ends=tuple(each.by for each in found.endings if each.by),
        note=said(found.note),
        inherited={name: _origin(each) for name, each in found.inherited.items()},
        measures=tuple(map(task, found.measures)),
    )


def _duty(found: model.Duty) -> Duty:
    return Duty(
        actor=found.actor,
        role=found.role,
        basis=found.basis,
        words=found.words,
        reason=said(found.reason),
        via=found.via,
        obligation=found.obligation,
        applies_to=said(found.applies_to),
        origin=_origin(found.origin) if found.origin else None,
        each=found.each,
        and_others=found.and_others,
        chosen_by=found.chosen_by,
    )


def _origin(found: model.Origin) -> Origin:
    return Origin(kind=found.kind, id=found.id)
