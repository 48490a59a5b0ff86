"""``directives sheet`` and ``directives import-reports``: a body's sheet, written for it and read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from directive_atlas import filesystem
from directive_atlas.build import Resolved, resolved
from directive_atlas.cli.keeping import write_new
from directive_atlas.cli.locking import hold
from directive_atlas.cli.naming import the_record
from directive_atlas.cli.options import Day, Folders, as_of_option, in_site, now, shown
from directive_atlas.cli.printing import fail, print_count, print_difference, print_problems, refuse, tell
from directive_atlas.identify.names import Names
from directive_atlas.intake import Limits, RefusedError, content_of
from directive_atlas.interface.language import Language, interface_language, translated_languages
from directive_atlas.interface.site import Site
from directive_atlas.load import RawCorpus
from directive_atlas.problems import Place, Problem, order, say
from directive_atlas.resolve import Corpus
from directive_atlas.tables.ledger import (
    Field,
    ReadLedger,
    Reporting,
    as_csv,
    as_xlsx,
    labels_in,
    last_reports,
    ledger_of,
    misfits,
    progress_with,
    read_ledgers,
    reports_of,
)
from directive_atlas.tables.workbook import read_sheets
from directive_atlas.vocabulary.folding import name_key
from directive_atlas.vocabulary.progress import Status

_WRITERS = {"xlsx": as_xlsx, "csv": as_csv}


@click.command("sheet")
@in_site
@click.argument("body")
@click.option("--format", "form", type=click.Choice(list(_WRITERS)), default="xlsx", show_default=True)
@click.option(
    "--output", type=click.Path(path_type=Path), help="The file to write. [default: BODY-DAY in this folder]"
)
@click.option("--language", default="", help="The language of the sheet. [default: the first of the site]")
@click.option("--force", is_flag=True, help="Replace a file that is there, and keep a copy of it.")
@as_of_option
def sheet_command(
    folders: Folders,
    body: str,
    form: str,
    output: Path | None,
    language: str,
    force: bool,
    as_of: dt.date | None,
) -> None:
    """Write the sheet in which BODY reports on its tasks: a row for each, to be filled in and sent back.

    BODY is an id, a name or an alias. directives import-reports reads the sheet back.
    """
    _, corpus, site = _records(folders, as_of)
    own = the_record(_bodies(corpus), "actor", body, Place(shown(folders.data / "actors.yml")))
    ledger = ledger_of(corpus, site, _language(site, language), own)
    if not ledger.rows:
        fail(say("{body} has no task of its own here; nothing was written", body=own))
    path = output or Path(f"{own}-{corpus.as_of}.{form}")
    write_new(path, _WRITERS[form](ledger), force=force)
    tell(say("{count} tasks of {body}: {file}", count=len(ledger.rows), body=own, file=shown(path.resolve())))


def _records(folders: Folders, as_of: dt.date | None) -> tuple[RawCorpus, Corpus, Site]:
    """The records as they stand on a day; a sheet is only written of records without an error."""
    found = resolved(folders.data, now(), shown=shown(folders.data), as_of=as_of, overrides=folders.overrides)
    if found.corpus is None or found.site is None:
        print_problems(_errors(found))
        fail(say("correct this first; nothing was written"))
    return found.raw, found.corpus, found.site


def _errors(found: Resolved) -> list[Problem]:
    return [problem for problem in found.problems if problem.is_error]


def _bodies(corpus: Corpus) -> Names:
    """What the bodies are called, those of registries too."""
    names = Names()
    for actor in corpus.actors.values():
        words = (text for _, text in actor.name.values)
        names.add("actor", actor.id, words, (alias.name for alias in actor.aliases))
    return names


def _language(site: Site, code: str) -> Language:
    known = {language.code: language for language in site.languages}
    if code and code not in known:
        refuse(say("the site has no language “{code}”; it has: {known}", code=code, known=", ".join(known)))
    return known[code] if code else site.languages[0]


@click.command("import-reports")
@in_site
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--date", "day", type=Day(), help="The day of the reports. [default: that in the sheet, or today]"
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def import_reports_command(
    folders: Folders, files: tuple[Path, ...], day: dt.date | None, dry_run: bool
) -> None:
    """Read sheets that bodies have filled in, and add what they changed to the reports of the directives.

    The sheets are those that directives sheet has written, saved by any spreadsheet program. Cells that
    nobody has edited since are no report.
    """
    if not dry_run:
        hold(folders.data)
    raw, corpus, site = _records(folders, None)
    languages = _languages(site)
    ledgers, problems = _read(files, languages)
    reporting = _reporting(raw, corpus, site, languages, day)
    found = reports_of(ledgers, reporting)
    problems += found.problems
    problems += misfits(raw, found, corpus.as_of)
    print_problems(order(problems))
    if any(problem.is_error for problem in problems):
        print_count(problems)
        fail(say("nothing was written"))
    for directive, reports in sorted(found.reports.items()):
        _add(folders, directive, [report.cells for report in reports], site.codes, dry_run)
    if not found.reports:
        tell(say("nothing new: no cell was changed that is not in the records already"))


def _languages(site: Site) -> list[Language]:
    """Those of the site, with its own words, and all others in which a sheet may have been written."""
    return [*site.languages, *(interface_language(code, "") for code in translated_languages())]


def _read(files: Sequence[Path], languages: Sequence[Language]) -> tuple[list[ReadLedger], list[Problem]]:
    """The sheets of all files, and the problems of all of them."""
    labels = labels_in({field: own.gettext(field.label) for field in Field} for own in languages)
    ledgers, problems = list[ReadLedger](), list[Problem]()
    for file in files:
        try:
            sheets = read_sheets(str(file), content_of(file, str(file), Limits()))
        except RefusedError as error:
            problems.append(error.problem)
            continue
        read, wrong = read_ledgers(str(file), sheets, labels)
        ledgers += read
        problems += wrong
    return ledgers, problems


def _reporting(
    raw: RawCorpus, corpus: Corpus, site: Site, languages: Sequence[Language], day: dt.date | None
) -> Reporting:
    words = tuple(site.languages[0].gettext(status.label) for status in Status)
    return Reporting(corpus, words, _statuses(languages), last_reports(raw), site.codes, day, now().date())


def _statuses(languages: Sequence[Language]) -> Mapping[str, Status]:
    """What each word for a status means, in all languages and in the records."""
    said = {name_key(own.gettext(status.label)): status for own in languages for status in Status}
    return said | {name_key(status.value): status for status in Status}


def _add(
    folders: Folders,
    directive: str,
    rows: Sequence[Mapping[str, str]],
    languages: Sequence[str],
    dry_run: bool,
) -> None:
    """Add rows to the table of a directive, and show what that changes."""
    name = f"directives/{directive}/progress.csv"
    old = (filesystem.read(folders.data, name) or b"").decode()
    new = progress_with(old, rows, languages)
    file = shown(folders.data / name)
    print_difference(file, old, new)
    if not dry_run:
        filesystem.write(folders.data, name, new.encode())
        tell(say("written: {file}; {count} reports", file=file, count=len(rows)))
