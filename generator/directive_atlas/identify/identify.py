"""The table of contents of this stage: every record gets its id, every name becomes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from directive_atlas.identify.borrowed import with_borrowed
from directive_atlas.identify.figures import with_targets
from directive_atlas.identify.ids import with_ids
from directive_atlas.identify.names import Names, names_of_corpus, names_of_directive
from directive_atlas.identify.rewrite import NOTHING, Resolver, rewritten, with_tasks_of_relations
from directive_atlas.load import RawCorpus
from directive_atlas.load.record import Record
from directive_atlas.problems import Problem

R = TypeVar("R", bound=Record)


def identify(raw: RawCorpus) -> tuple[RawCorpus, list[Problem]]:
    """The corpus with an id for each record that had none, and an id wherever another record is named.

    Tasks that are written in a section, and the rows of ``targets.csv``, move to where the others are. What
    nothing has, or more than one record, is a problem and stays as it was written.
    """
    raw, ambiguous = with_borrowed(raw)
    raw = replace(raw, directives=tuple(with_ids(d) for d in raw.directives))
    inside = {d.place.file: names_of_directive(d, raw.targets[d.place.file]) for d in raw.directives}
    corpus = names_of_corpus(raw)
    for name, bodies in ambiguous.items():
        corpus.add_doubt("actor", name, bodies)
    resolver = Resolver(raw.unreadable, corpus, {d.id: inside[d.place.file] for d in raw.directives})
    directives = tuple(rewritten(d, resolver.inside(inside[d.place.file])) for d in raw.directives)
    beside = {file: _rows(raw.targets[file], resolver, names) for file, names in inside.items()}
    identified = replace(
        raw,
        directives=tuple(
            with_targets(with_tasks_of_relations(d, resolver), beside[d.place.file]) for d in directives
        ),
        actors=_rows(raw.actors, resolver),
        topics=_rows(raw.topics, resolver),
        terms=_rows(raw.terms, resolver),
        progress={file: _rows(raw.progress[file], resolver, names) for file, names in inside.items()},
        targets={},
    )
    return identified, resolver.problems


def _rows(records: tuple[R, ...], resolver: Resolver, own: Names = NOTHING) -> tuple[R, ...]:
    """Records of one kind; those beside a directive may name what is in it."""
    return tuple(rewritten(record, resolver.inside(own)) for record in records)
