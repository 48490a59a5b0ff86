"""Records that a command line calls by an id or a name."""

from __future__ import annotations

import click

from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.load import RawCorpus
from directive_atlas.load.validate import did_you_mean
from directive_atlas.registry import find


def the_record(names: Names, kind: str, name: str, option: str = "", otherwise: str = "") -> str:
    """The id of the record that a name means; ends the command if none is meant, or several are.

    ``option`` gave the name; ``otherwise`` says what to do where no name is like it.
    """
    found = names.find(kind, name)
    if len(found) == 1:
        return found[0]
    why = f"there is no {kind} “{name}”"
    hint = did_you_mean(name, names.known(kind)) or otherwise
    if found:
        why, hint = f"“{name}” may be more than one {kind}", f"write one of {', '.join(found)}"
    raise click.UsageError("; ".join(filter(None, (f"{option}: {why}" if option else why, hint))))


def refuse_unknown_actor(raw: RawCorpus, name: str, option: str) -> None:
    """End a command that names an actor which neither the site has, nor a registry that it refers to."""
    names = names_of_corpus(raw)
    borrowed = any(source.name in raw.settings.registries for source, _ in find(name))
    if names.find("actor", name) or not borrowed:
        the_record(names, "actor", name, option, "write it first: directives new actor")
