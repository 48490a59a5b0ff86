"""``directives draft``: from a document to a record, with what a person still has to decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from directive_atlas import filesystem
from directive_atlas.cli.drafting import as_before, keep, renew, with_new_actors
from directive_atlas.cli.language import told
from directive_atlas.cli.loading import loaded
from directive_atlas.cli.naming import refuse_unknown_actor
from directive_atlas.cli.options import Day, Folders, in_site, shown
from directive_atlas.cli.printing import echo, fail, print_problems, refuse, refuse_record, tell
from directive_atlas.draft import en, zh
from directive_atlas.draft.making import (
    Drafted,
    UndraftableError,
    Wanted,
    drafted,
    mended_text,
    new_actors,
)
from directive_atlas.draft.metadata import day_of, number_of
from directive_atlas.draft.report import explained, summary
from directive_atlas.draft.suggesting import Read, language_of
from directive_atlas.identify.names import names_of_corpus
from directive_atlas.intake import RefusedError, Taken, read_file
from directive_atlas.lean.editing import UneditableError
from directive_atlas.load import RawCorpus
from directive_atlas.load.fields import guessed_id, is_id
from directive_atlas.passages import SourceText, read_source
from directive_atlas.problems import Place, problem, say
from directive_atlas.registry import find
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.directives import DirectiveKind

_READERS: dict[str, Read] = {"zh": zh.read, "en": en.read}
"""The rules of each language that there are rules for."""


@click.command("draft")
@in_site
@click.argument("file", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option("--id", "record_id", default="", help="Its id. [default: by its number, or its issuer and day]")
@click.option("--language", type=click.Choice([*_READERS]), help="Whose rules read it. [default: by script]")
@click.option("--signed", type=Day(), help="The day on which it was signed. [default: as the text says]")
@click.option("--issuer", "issuers", multiple=True, help="Who issued it, by id or name; may be repeated.")
@click.option("--kind", type=click.Choice([kind.value for kind in DirectiveKind]), help="Its form.")
@click.option("--explain", is_flag=True, help="Print each suggestion with its rule and how sure it is.")
@click.option("--again", is_flag=True, help="SOURCE is a new edition: keep what people decided.")
@click.option("--force", is_flag=True, help="Replace the files that are there; a copy of each is kept.")
@click.option("--dry-run", is_flag=True, help="Print the record, and write nothing.")
def draft_command(
    folders: Folders,
    file: Path,
    record_id: str,
    language: str | None,
    signed: dt.date | None,
    issuers: tuple[str, ...],
    kind: str | None,
    explain: bool,
    again: bool,
    force: bool,
    dry_run: bool,
) -> None:
    """Draft the record of a document: SOURCE is text, Markdown, HTML, DOCX or PDF.

    It writes the text and its record, in which to_decide: names what a person still has to decide.
    """
    raw = loaded(folders, to_write=not dry_run)
    wanted = wanted_of(raw, record_id, signed, issuers, kind, file)
    wanted = as_before(wanted, raw) if again else wanted
    taken = _taken(file)
    source = read_source(taken.text, f"source{taken.suffix}")
    number, dated = number_of(taken.metadata), day_of(taken.metadata)
    wanted = replace(wanted, title=" ".join(taken.title.split()), number=number, dated=dated)
    made = _made(source, raw, language or language_of(source), wanted, file)
    if explain:
        echo("\n".join(explained(made.draft, source, told)))
    if again:
        renew(folders, raw, made, taken.text, to_write=not dry_run)
        return
    text = loading_text(made, taken.text, folders)
    if dry_run:
        echo(text, nl=False)
        return
    write_draft(folders, made, {made.source.file: taken.text, "directive.yml": text}, force=force)
    for line in (*taken.notes, *summary(made.draft, text, made.cast)):
        tell(line)
    tell(say("next: directives check; then decide what it names, in an editor or with directives edit"))


def wanted_of(
    raw: RawCorpus,
    record_id: str,
    signed: dt.date | None,
    issuers: tuple[str, ...],
    kind: str | None,
    file: Path,
) -> Wanted:
    """What the command line says; exits if an id cannot be one, or an issuer is not known."""
    if record_id and not is_id(record_id):
        refuse_record(problem("E207", Place(shown(file)), value=record_id, guess=guessed_id(record_id)))
    names = names_of_corpus(raw)
    ids = []
    for issuer in issuers:
        refuse_unknown_actor(raw, issuer, Place(shown(file)))
        ids.append([*names.find("actor", issuer), *(entry.id for _, entry in find(issuer))][0])
    form = DirectiveKind(kind) if kind else None
    return Wanted(record_id, form, issuers, tuple(ids), on_day(signed) if signed else None)


def _taken(file: Path) -> Taken:
    try:
        return read_file(file)
    except RefusedError as error:
        print_problems([error.problem])
        fail(say("nothing was written"))


def _reader(language: str) -> Read:
    """The rules of a language."""
    return _READERS[language]


def _made(source: SourceText, raw: RawCorpus, language: str, wanted: Wanted, file: Path) -> Drafted:
    try:
        made = drafted(source, raw, _reader(language), wanted)
    except UndraftableError as error:
        refuse(error.lacks)
    if not made.draft.parts:
        refuse_record(problem("E445", Place(shown(file))))
    return made


def loading_text(made: Drafted, source: str, folders: Folders) -> str:
    """The text of the record, which loads; exits if the rules have made one that cannot be made to."""
    try:
        return mended_text(made, made.text, source, shown(folders.data))
    except UneditableError:
        fail(say("the rules made a record of this text that does not load; nothing was written"))


def write_draft(folders: Folders, made: Drafted, texts: Mapping[str, str], *, force: bool) -> None:
    """Write the files of the directive and the actors that it adds; nothing is lost that was there."""
    files = {f"directives/{made.id}/{name}": text for name, text in texts.items()}
    changed = with_new_actors(folders, new_actors(made.cast))
    before = {name: old for name in files if (old := filesystem.read(folders.data, name)) is not None}
    if before and not force:
        print_problems([problem("E507", Place(shown(folders.data / name)), file=name) for name in before])
        fail(say("nothing was written"))
    keep(folders, before)
    for name, new in {**changed, **files}.items():
        filesystem.write(folders.data, name, new.encode())
        tell(say("written: {file}", file=shown(folders.data / name)))
