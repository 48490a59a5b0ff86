"""``directives search-export``: what a search engine needs to answer for a site."""

from __future__ import annotations

import datetime as dt
import sys

import click

from directive_atlas.build import resolved
from directive_atlas.cli.options import Folders, as_of_option, in_site, now, shown
from directive_atlas.cli.printing import echo, fail, print_problems
from directive_atlas.outputs.search.export import document_lines, engine_index
from directive_atlas.problems import say


@click.command("search-export")
@in_site
@as_of_option
@click.option("--index", is_flag=True, help="Print the configuration of an index of Quickwit for them.")
def search_export_command(folders: Folders, as_of: dt.date | None, index: bool) -> None:
    """Print what the search finds, a document to a line of JSON, for an engine that is to search it.

    The lines are those of a site that is built from the same data with the same reference date. The setting
    search_endpoint says where the engine is.
    """
    found = resolved(folders.data, now(), shown=shown(folders.data), as_of=as_of, overrides=folders.overrides)
    if found.corpus is None or found.site is None:
        print_problems([problem for problem in found.problems if problem.is_error])
        fail(say("correct this first; nothing was written"))
    if index:
        echo(engine_index(found.site), "json", nl=False)
        return
    for line in document_lines(found.corpus, found.site):
        sys.stdout.buffer.write(line)
