"""Do the words that a record gives stand in the passages it quotes, and do these name its actors?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from directive_atlas.check.slips.placed import Found, comparable
from directive_atlas.load import RawCorpus, schema
from directive_atlas.problems import Problem, problem
from directive_atlas.vocabulary.tasks import Basis


def missing_words(found: Found) -> Iterator[Problem]:
    """E431: ``words`` of a part or a time that stand in no passage of its record, above or below it."""
    for each in chain.from_iterable(found):
        text = each.comparable
        records: tuple[schema.Duty | schema.Timing, ...] = (*each.duties, *each.timings)
        for record in records:
            if text and record.words and comparable(record.words) not in text:
                yield problem("E431", record.at("words"), words=record.words)


def missing_obligation_words(found: Found) -> Iterator[Problem]:
    """E431: an ``obligation_word`` that stands in no sentence of its record, nor in a passage above it."""
    for each in chain.from_iterable(found):
        word = each.measure.obligation_word
        if word and comparable(word) not in each.comparable_above:
            yield problem("E431", each.measure.at("obligation_word"), words=word)


def missing_stage_words(found: Found) -> Iterator[Problem]:
    """W442: a ``stage`` for which no sentence of the record, nor a passage above it, has a word."""
    for each in chain.from_iterable(found):
        stage, text = each.measure.stage, each.comparable_above
        if stage and text and not any(comparable(word) in text for word in stage.words):
            place = each.measure.at("stage")
            yield problem("W442", place, stage=stage.value, words=", ".join(stage.words))


def unnamed_actors(raw: RawCorpus, found: Found) -> Iterator[Problem]:
    """E432: an actor that is said to be stated, without ``words``, and that no passage names."""
    names = {actor.id: _names(actor) for actor in raw.actors}
    for each in chain.from_iterable(found):
        text = each.comparable
        for duty in each.duties:
            stated = duty.basis in (None, Basis.STATED) and not duty.words
            if text and stated and duty.actor in names and not any(n in text for n in names[duty.actor]):
                yield problem("E432", duty.at("actor"), actor=duty.actor)


def _names(actor: schema.Actor) -> tuple[str, ...]:
    names = (*(name for _, name in actor.name.values), *(alias.name for alias in actor.aliases))
    return tuple(comparable(name) for name in names)
