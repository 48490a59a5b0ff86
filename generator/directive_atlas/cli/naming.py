"""Records that a command line calls by an id or a name."""

from __future__ import annotations

import click

from directive_atlas.cli.language import told
from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.identify.rewrite import CALLED
from directive_atlas.load import RawCorpus
from directive_atlas.load.validate import did_you_mean
from directive_atlas.problems import Wording, say, sequence
from directive_atlas.registry import find


def the_record(names: Names, kind: str, name: str, option: str = "", otherwise: Wording | None = None) -> str:
    """The id of the record that a name means; ends the command if none is meant, or several are.

    ``option`` gave the name; ``otherwise`` says what to do where no name is like it.
    """
    found = names.find(kind, name)
    if len(found) == 1:
        return found[0]
    why = say("there is no {what} “{id}”", what=CALLED[kind], id=name)
    hint = did_you_mean(name, names.known(kind)) or otherwise
    if found:
        why = say("“{name}” may be more than one {what}", name=name, what=CALLED[kind])
        hint = say("write one of {ids}", ids=", ".join(found))
    why = say("{option}: {why}", option=option, why=why) if option else why
    raise click.UsageError(told(sequence((why, hint)) if hint else why))


def refuse_unknown_actor(raw: RawCorpus, name: str, option: str) -> None:
    """End a command that names an actor which neither the site has, nor a registry that it refers to."""
    names = names_of_corpus(raw)
    borrowed = any(source.name in raw.settings.registries for source, _ in find(name))
    if names.find("actor", name) or not borrowed:
        the_record(names, "actor", name, option, say("write it first: directives new actor"))
