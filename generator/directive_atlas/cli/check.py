"""``directives check`` and ``schema``: the problems of the data, and the schemas for editors."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

import click

from directive_atlas import filesystem
from directive_atlas.build import read_records
from directive_atlas.cli.links import links_of
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, as_of_option, format_option, in_site, shown
from directive_atlas.cli.planning import build_pages, of_site
from directive_atlas.cli.printing import print_count, print_problems, tell
from directive_atlas.identify.lasting import derived_ids, with_ids_written
from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.load import load
from directive_atlas.load.kinds import SCHEMAS
from directive_atlas.problems import order, say


@click.command("check")
@in_site
@as_of_option
@format_option
@click.option(
    "--coverage",
    type=click.IntRange(0, 100),
    help="The percentage of each source text that must be quoted or marked as background.",
)
@click.option(
    "--ids", is_flag=True, help="Write the ids that were derived into the records, if all is right."
)
@click.option(
    "--links", is_flag=True, help="Also ask the web pages that records name whether they are there."
)
@click.option("--strict", is_flag=True, help="Exit with 1 also if there are only warnings.")
def check_command(
    folders: Folders,
    as_of: dt.date | None,
    form: str,
    coverage: int | None,
    ids: bool,
    links: bool,
    strict: bool,
) -> None:
    """List all problems; the exit code is 1 if there is an error."""
    built = build_pages(folders, as_of, coverage)
    found = links_of(folders) if links and built.ok else ()
    problems = order([*built.problems, *of_site(folders, built), *found])
    print_problems(problems, form)
    if form == "text":
        print_count(problems)
    if any(strict or problem.is_error for problem in problems):
        raise SystemExit(1)
    if ids:
        _write_ids(folders)


def _write_ids(folders: Folders) -> None:
    """Write derived ids into the files of their directives, and say how many."""
    hold(folders.data)
    name = shown(folders.data)
    records, _ = read_records(folders.data, name)
    for directive in records.expanded.corpus.directives:
        derived = list(derived_ids(directive))
        path = PurePosixPath(directive.place.file).relative_to(name).as_posix()
        content = filesystem.read(folders.data, path) if derived else None
        if content is not None:
            filesystem.write(folders.data, path, with_ids_written(content.decode(), derived).encode())
            tell(say("{file}: ids written: {count}", file=directive.place.file, count=len(derived)))


@click.command("schema")
@in_site
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; the exit code is 1 if one is out of date."
)
def schema_command(folders: Folders, only_check: bool) -> None:
    """Write the JSON Schemas with which editors check the data."""
    if not only_check:
        hold(folders.data)
    raw, _ = load(folders.data)
    schemas = schemas_of_site(raw.settings.languages)
    wanted = {f"{SCHEMAS}/{name}": text.encode() for name, text in schemas.items()}
    stale = [name for name, text in wanted.items() if filesystem.read(folders.data, name) != text]
    for name in stale:
        if not only_check:
            filesystem.write(folders.data, name, wanted[name])
        file = shown(folders.data / name)
        tell(say("out of date: {file}", file=file) if only_check else say("written: {file}", file=file))
    if stale and only_check:
        raise SystemExit(1)
