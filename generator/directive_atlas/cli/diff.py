"""``directives diff``: what changed between two states of the data, record by record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from directive_atlas.api.v1 import Records, records
from directive_atlas.build import Resolved, resolved
from directive_atlas.changes import compare
from directive_atlas.changes.report import FORMS
from directive_atlas.changes.words import Sentences
from directive_atlas.cli.language import language
from directive_atlas.cli.options import Folders, in_site, now, shown
from directive_atlas.cli.printing import echo, fail, print_problems
from directive_atlas.cli.revisions import NoRevisionError, TooLargeError, unpack
from directive_atlas.cli.unpacking import LARGEST
from directive_atlas.interface.language import interface_language
from directive_atlas.problems import Place, say
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class State:
    """All records at one time, and where each of them is."""

    records: Records
    places: Mapping[str, Place]


@click.command("diff")
@in_site
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if something changed.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
def diff_command(folders: Folders, form: str, exit_code: bool, before: str, after: str | None) -> None:
    """Show what changed from A to B, field by field.

    Each is a folder of data, a revision of git, or a day such as 2020-06-30: the data as they are, as of
    that day. Without B, it is the data as they are.
    """
    old = _state(before, folders)
    new = _of_folder(folders.data, shown(folders.data), folders) if after is None else _state(after, folders)
    changes = compare(old.records, new.records)
    sentences = Sentences(interface_language(language(), "", None))
    echo(FORMS[form](changes, sentences, new.places), form, nl=False)
    if exit_code and changes:
        raise SystemExit(1)


def _state(name: str, folders: Folders) -> State:
    """The state that a word of the command line names."""
    if day := _day(name):
        return _of_folder(folders.data, shown(folders.data), folders, day)
    folder = Path(name)
    if name and folder.is_dir():  # an empty word is no folder, though Path takes it for this one
        data = folder / "data" if (folder / "data").is_dir() else folder
        return _of_folder(data.resolve(), shown(data.resolve()), folders)
    return _of_revision(name, folders)


def _day(name: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(name)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _of_folder(data: Path, name: str, folders: Folders, day: dt.date | None = None) -> State:
    found = resolved(data, now(), shown=name, as_of=day, overrides=folders.overrides)
    return _read(found)


def _read(found: Resolved) -> State:
    """The state of resolved data; exits with their problems if one is an error."""
    if found.corpus is None:
        print_problems([problem for problem in found.problems if problem.is_error])
        fail(say("nothing was compared"))
    corpus = found.corpus
    kinds = (corpus.directives, corpus.tasks, corpus.actors, corpus.topics, corpus.terms)
    places = {name: record.place for kind in kinds for name, record in kind.items()}
    return State(records(corpus), places)


def _of_revision(revision: str, folders: Folders) -> State:
    with TemporaryDirectory() as scratch:
        try:
            inside = unpack(revision, folders.data, Path(scratch), LARGEST)
        except TooLargeError:
            fail(
                say(
                    "{name} is too large to be unpacked: over {limit} bytes, or files without number",
                    name=revision,
                    limit=f"{LARGEST:,}",
                )
            )
        except NoRevisionError:
            fail(say("{name} is no folder, no day, and no revision of git that has the data", name=revision))
        return _of_folder(inside, f"{revision}:{shown(folders.data)}", folders)
