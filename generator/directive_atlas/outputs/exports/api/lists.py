"""What there is: the first file to read, and the lists of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from directive_atlas.api.v1 import Actor, Directive, Records, Task, Term, Topic, Words
from directive_atlas.api.v1 import Corpus as Start
from directive_atlas.api.v1.indexes import Brief, List
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.api import paths

_Listed = Directive | Task | Actor | Topic | Term


def start(made: Records, site: Site, indexes: Iterable[str], changes: Iterable[str]) -> Start:
    """The file that says what there is; ``indexes`` and ``changes`` are the paths of their files."""
    by: dict[str, list[str]] = defaultdict(list)
    for path in indexes:
        by[path.split("/")[1]].append(path)
    kinds = _kinds(made)
    return Start(
        name=dict(site.name.values),
        description=dict(site.description.values),
        address=site.address,
        languages=site.codes,
        as_of=made.as_of,
        generator=site.generator,
        revision=site.revision,
        counts={kind: len(found) for kind, found in kinds.items()},
        lists={kind: paths.records(kind) for kind in kinds},
        indexes={each: tuple(found) for each, found in by.items()},
        changes=tuple(changes),
        gone=paths.GONE,
    )


def lists(made: Records) -> Iterator[tuple[str, List]]:
    """The list of each kind with its path."""
    for kind, found in _kinds(made).items():
        briefs = tuple(_brief(kind, record_id, each) for record_id, each in found.items())
        yield paths.records(kind), List(as_of=made.as_of, records=briefs)


def _kinds(made: Records) -> Mapping[str, Mapping[str, _Listed]]:
    return {
        "directives": made.directives,
        "tasks": made.tasks,
        "actors": made.actors,
        "topics": made.topics,
        "terms": made.terms,
    }


def _brief(kind: str, record_id: str, found: _Listed) -> Brief:
    return Brief(id=record_id, name=_name(found), page=found.page, file=paths.record(kind, record_id))


def _name(found: _Listed) -> Words:
    if isinstance(found, Directive | Task):
        return found.title
    return found.term if isinstance(found, Term) else found.name
