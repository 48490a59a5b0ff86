"""Records that a command line calls by an id or a name."""

from __future__ import annotations

from directive_atlas.cli.printing import refuse_record
from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.identify.rewrite import CALLED, not_one
from directive_atlas.identify.skeletons import of_those
from directive_atlas.load import RawCorpus
from directive_atlas.problems import Place, problem
from directive_atlas.registry import find


def the_record(names: Names, kind: str, name: str, place: Place) -> str:
    """The id of the record that a name means; exits with E302 if none is meant, with E308 if several are.

    ``place`` is the file that has such records. A command that needs one that is there does not tell how to
    add another.
    """
    found = names.find(kind, name)
    if not found:
        refuse_record(problem("E302", place, of_those(names, kind, name), what=CALLED[kind], id=name))
    if len(found) != 1:
        refuse_record(not_one(names, kind, name, place, found))
    return found[0]


def refuse_unknown_actor(raw: RawCorpus, name: str, place: Place) -> None:
    """End a command that names an actor which neither the site has, nor a registry that it refers to."""
    names = names_of_corpus(raw)
    borrowed = any(source.name in raw.settings.registries for source, _ in find(name))
    found = names.find("actor", name)
    if len(found) != 1 and (found or not borrowed):
        refuse_record(not_one(names, "actor", name, place, found))
