"""From resolved records to what other programs read."""

from __future__ import annotations

from directive_atlas.api.v1.making.actors import actor, term, topic
from directive_atlas.api.v1.making.directives import directive
from directive_atlas.api.v1.making.tasks import task
from directive_atlas.api.v1.records import Records
from directive_atlas.resolve import Corpus

__all__ = ["records"]


def records(corpus: Corpus) -> Records:
    """All records of a corpus, as of its day."""
    return Records(
        corpus.as_of,
        {each.id: directive(each, corpus) for each in corpus.directives.values()},
        {each.key: task(each) for one in corpus.directives.values() for each in one.tasks},
        {each.id: actor(each) for each in corpus.actors.values()},
        {each.id: topic(each) for each in corpus.topics.values()},
        {each.id: term(each) for each in corpus.terms.values()},
    )
