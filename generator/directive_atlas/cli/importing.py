"""``directives import``: from a table of tasks to a record, with what a person still has to decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from directive_atlas.cli.draft import loading_text, wanted_of, write_draft
from directive_atlas.cli.loading import loaded
from directive_atlas.cli.options import Day, Folders, in_site
from directive_atlas.cli.printing import echo, fail, print_problems, refuse, tell
from directive_atlas.draft.making import Drafted, UndraftableError, Wanted, drafted
from directive_atlas.draft.model import Head
from directive_atlas.draft.report import summary
from directive_atlas.intake import Limits, RefusedError, content_of
from directive_atlas.lean.spans import plain, read_nodes
from directive_atlas.load import RawCorpus
from directive_atlas.problems import say
from directive_atlas.problems.harmless import within_line
from directive_atlas.tables import Table, draft_of, read_sheets, table_in
from directive_atlas.tables.source import FILE
from directive_atlas.vocabulary.directives import DirectiveKind


@click.command("import")
@in_site
@click.argument("file", metavar="TABLE", type=click.Path(path_type=Path))
@click.option("--sheet", default="", help="The sheet that has the tasks, if several have.")
@click.option("--id", "record_id", default="", help="The id of the record. [default: by its issuer and day]")
@click.option("--title", default="", help="The title. [default: the line above the table]")
@click.option("--issuer", "issuers", multiple=True, help="Who issued it, by id or name; may be repeated.")
@click.option("--signed", type=Day(), help="The day on which it was signed.")
@click.option("--kind", type=click.Choice([kind.value for kind in DirectiveKind]), help="Its form.")
@click.option(
    "--first-leads/--no-first-leads",
    default=None,
    help="Of several responsible bodies the first leads, or not.",
)
@click.option("--force", is_flag=True, help="Replace the files that are there; a copy of each is kept.")
@click.option("--dry-run", is_flag=True, help="Print the record, and write nothing.")
def import_command(
    folders: Folders,
    file: Path,
    sheet: str,
    record_id: str,
    title: str,
    issuers: tuple[str, ...],
    signed: dt.date | None,
    kind: str | None,
    first_leads: bool | None,
    force: bool,
    dry_run: bool,
) -> None:
    """Make a record of a table of tasks: TABLE is XLSX, XLS, ODS or CSV.

    It writes the table as the text of the directive and its record, a task for each row. to_decide: in the
    record names what a person still has to decide.
    """
    raw = loaded(folders, to_write=not dry_run)
    wanted = wanted_of(raw, record_id, signed, issuers, kind, file)
    table = _table(file, sheet, title)
    if not table.title:
        refuse(say("no line above the table can be its title; add --title"))
    print_problems(table.problems)
    made = _made(table, raw, wanted, first_leads)
    text = loading_text(made, table.text.markdown, folders)
    if dry_run:
        echo(text, nl=False)
        return
    write_draft(folders, made, {FILE: table.text.markdown, "directive.yml": text}, force=force)
    if count := len(table.layout.repeated):
        tell(say("rows that repeat the headings were left out: {count}", count=count))
    for line in summary(made.draft, text, made.cast):
        tell(line)
    record: Any = plain(read_nodes(text))
    for question in _questions(record, ""):
        echo(f"  {within_line(question)}")
    tell(say("next: directives check; then decide what it names, in an editor or with directives edit"))


def _table(file: Path, sheet: str, title: str) -> Table:
    try:
        return table_in(
            str(file), read_sheets(str(file), content_of(file, str(file), Limits())), sheet, title
        )
    except RefusedError as error:
        print_problems([error.problem])
        fail(say("nothing was written"))


def _made(table: Table, raw: RawCorpus, wanted: Wanted, first_leads: bool | None) -> Drafted:
    own = Head(title=table.title)
    try:
        return drafted(
            table.text.source, raw, lambda _, names: draft_of(table, own, names, first_leads), wanted
        )
    except UndraftableError as error:
        refuse(error.lacks)


def _questions(block: Mapping[str, Any], within: str) -> Iterator[str]:
    """The lines that a person has to decide, each with the task that it is about."""
    asked = block.get("to_decide", [])
    name = str(block.get("label") or block.get("title") or "") if within else ""
    for line in [asked] if isinstance(asked, str) else asked:
        yield f"{name}: {line}" if name else str(line)
    for key in ("sections", "tasks", "measures"):
        for each in block.get(key, ()):
            yield from _questions(each, key)
