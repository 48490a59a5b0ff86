"""``directives check`` and ``schema``: the problems of the data, and the schemas for editors."""

from __future__ import annotations

import datetime as dt

import click

from directive_atlas import filesystem
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, as_of_option, format_option, in_site, shown
from directive_atlas.cli.planning import build_pages, config_of
from directive_atlas.cli.printing import print_count, print_problems
from directive_atlas.load import load
from directive_atlas.load.folder import SCHEMAS
from directive_atlas.load.json_schema import json_schemas
from directive_atlas.problems import order


@click.command("check")
@in_site
@as_of_option
@format_option
@click.option(
    "--coverage",
    type=click.IntRange(0, 100),
    help="The percentage of each source text that must be quoted or marked as background.",
)
def check_command(folders: Folders, as_of: dt.date | None, form: str, coverage: int | None) -> None:
    """List all problems; the exit code is 1 if there is an error."""
    built = build_pages(folders, as_of, coverage)
    problems = order([*built.problems, *config_of(folders, built)])
    print_problems(problems, form)
    if form == "text":
        print_count(problems)
    if any(problem.is_error for problem in problems):
        raise SystemExit(1)


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
    schemas = json_schemas(raw.settings.languages)
    wanted = {f"{SCHEMAS}/{name}": text.encode() for name, text in schemas.items()}
    stale = [name for name, text in wanted.items() if filesystem.read(folders.data, name) != text]
    for name in stale:
        if not only_check:
            filesystem.write(folders.data, name, wanted[name])
        click.echo(f"{'out of date' if only_check else 'written'}: {shown(folders.data / name)}")
    if stale and only_check:
        raise SystemExit(1)
