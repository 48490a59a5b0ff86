"""``directives mcp``: answers the questions of other programs about a built site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from directive_atlas.asking import NotPublishedError, Published, serve
from directive_atlas.cli.language import lang_option
from directive_atlas.cli.printing import fail
from directive_atlas.problems import say


@click.command("mcp")
@lang_option
@click.argument("folder", metavar="[SITE]", type=click.Path(path_type=Path), default=Path("site"))
def mcp_command(folder: Path) -> None:
    """Answer questions about the built site in SITE, by the Model Context Protocol.

    A program that speaks the protocol starts this command, and asks on its standard input. Nothing is
    written, and nothing is fetched.
    """
    site = Published(folder.resolve())
    try:
        site.corpus()
    except NotPublishedError:
        fail(say("{folder} is no built site; make it with: directives build", folder=str(folder)))
    # Bytes that are no text spoil their own message only; half a character goes out as JSON escapes it.
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    serve(site, sys.stdin, _write)


def _write(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()
