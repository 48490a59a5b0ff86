"""Only one command at a time writes into a folder."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import AbstractContextManager
from pathlib import Path

import click

from directive_atlas.cli.printing import fail, print_problems
from directive_atlas.problems import say
from directive_atlas.write import RunningError, alone, alone_with_pages


def hold(folder: Path) -> None:
    """Lock the folder of the data until this command ends; E504 ends it if another one holds the lock."""
    _hold(alone(folder, holder()), "text")


def hold_pages(folder: Path, form: str = "text") -> None:
    """The same for the folder of the pages, in which what a killed run has left is finished first."""
    _hold(alone_with_pages(folder, holder()), form)


def _hold(lock: AbstractContextManager[None], form: str) -> None:
    try:
        click.get_current_context().with_resource(lock)
    except RunningError as error:
        print_problems([error.problem], form)
        fail(say("nothing was written"))


def holder() -> str:
    """What a lock says of the command that holds it."""
    context = click.get_current_context()
    command = context.command_path.removeprefix(f"{context.find_root().info_name} ")
    return (
        f"process {os.getpid()} (directives {command}), since {dt.datetime.now().isoformat(' ', 'seconds')}"
    )
