"""``directives edit``: a page on this machine in which records are made from their sources."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread

import click

from directive_atlas.build import reference_date
from directive_atlas.cli.language import language
from directive_atlas.cli.locking import holder
from directive_atlas.cli.options import PORT, Folders, as_of_option, in_site, now, refuse_unknown, shown
from directive_atlas.cli.printing import fail, tell
from directive_atlas.cli.serve import preview
from directive_atlas.editing import Desk, Folder, Server, make_server
from directive_atlas.load import load
from directive_atlas.problems import say
from directive_atlas.write import alone


@click.command("edit")
@in_site
@as_of_option
@click.option("--port", type=PORT, default=8001, show_default=True, help="The port on 127.0.0.1.")
@click.option("--preview", "preview_port", type=PORT, help="Also show the preview of the site, on this port.")
@click.argument("directive", required=False)
def edit_command(
    folders: Folders, as_of: dt.date | None, port: int, preview_port: int | None, directive: str | None
) -> None:
    """Edit records in the browser, beside their source texts: all of them, or DIRECTIVE."""
    folder = Folder(folders.data, shown(folders.data), partial(alone, folders.data, holder()))
    if directive:
        refuse_unknown(directive, folder.directives(), folders.data)
    day = as_of or reference_date(load(folders.data)[0].settings, now())
    try:
        server = make_server(port, Desk(folder, day, language()), secrets.token_urlsafe(32))
    except OSError:
        fail(say("port {port} of 127.0.0.1 cannot be used; choose another one with --port", port=port))
    address = f"http://127.0.0.1:{server.server_address[1]}/{f'edit/{directive}' if directive else ''}"
    tell(say("Editing on {address} (Ctrl-C stops)", address=address))
    if preview_port is None:
        _until_stopped(server)
        return
    with _beside(server):
        preview(folders, as_of, preview_port)


def _until_stopped(server: Server) -> None:
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


@contextmanager
def _beside(server: Server) -> Iterator[None]:
    """Let the server answer while something else runs."""
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
