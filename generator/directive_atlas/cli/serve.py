"""``directives serve``: a live preview on this machine."""

from __future__ import annotations

import datetime as dt
from functools import partial

import click

from directive_atlas.cli.locking import hold_pages
from directive_atlas.cli.options import PORT, Folders, as_of_option, in_site
from directive_atlas.cli.planning import keep_traces, plan_pages
from directive_atlas.cli.printing import print_problems, refusal, tell
from directive_atlas.problems import say
from directive_atlas.write import carry_out


@click.command("serve")
@in_site
@as_of_option
@click.option("--port", type=PORT, default=8000, show_default=True, help="The port on 127.0.0.1.")
def serve_command(folders: Folders, as_of: dt.date | None, port: int) -> None:
    """Show a live preview; each edit of the data or the docs rebuilds it."""
    preview(folders, as_of, port)


def preview(folders: Folders, as_of: dt.date | None, port: int) -> None:
    """Serve the site until it is interrupted."""
    from directive_atlas.builders.serve import serve_site  # MkDocs is slow to import and only needed here

    hold_pages(folders.docs)
    tell(say("Serving on {address} (Ctrl-C stops)", address=f"http://127.0.0.1:{port}/"))
    serve_site(folders.site, folders.data, folders.docs, partial(_regenerate, folders, as_of), port)


def _regenerate(folders: Folders, as_of: dt.date | None) -> bool:
    try:
        planned = plan_pages(folders, as_of)
        print_problems(planned.problems)
        if planned.plan:
            carry_out(planned.plan)
            keep_traces(folders, planned)
            return True
    except OSError as error:
        print_problems([refusal(error)])
    tell(say("the site stays as it was until this is corrected"), err=True)
    return False
