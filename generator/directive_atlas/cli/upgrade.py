"""``directives upgrade``: records from before there was inheritance, made to say what they said then."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath

import click

from directive_atlas import filesystem
from directive_atlas.build import read_records
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.printing import fail, print_difference, print_problems, refuse, tell
from directive_atlas.expand.former import Silence, silences
from directive_atlas.identify.lasting import with_lists_written
from directive_atlas.load.kinds import BEFORE_UPGRADE
from directive_atlas.problems import order, say


@click.command("upgrade")
@in_site
@click.option("--write", is_flag=True, help="Change the files, each with a copy of what was there.")
def upgrade_command(folders: Folders, write: bool) -> None:
    """Make records from before there was inheritance say what they said then.

    A measure without actors, times or topics of its own now has those of its task. This writes actors: [],
    timing: [] and topics: [] where it was meant to have none. Records that were written for inheritance must
    not be upgraded. Without --write it only shows what would change.
    """
    if write:
        hold(folders.data)
    records, problems = read_records(folders.data, shown(folders.data))
    errors = [problem for problem in order(problems) if problem.is_error]
    if errors:
        print_problems(errors)
        fail(say("correct this first; nothing was written"))
    found: dict[str, list[Silence]] = defaultdict(list)
    for silence in silences(records.expanded):
        found[silence.place.file].append(silence)
    for file, own in found.items():
        _upgrade(folders, file, own, write)
    if not found:
        tell(say("nothing to upgrade: no record inherits anything"))


def _upgrade(folders: Folders, file: str, own: list[Silence], write: bool) -> None:
    """Show how a file changes, and write it if that is wanted; say what cannot be written."""
    path = PurePosixPath(file).relative_to(shown(folders.data)).as_posix()
    old = (filesystem.read(folders.data, path) or b"").decode()
    new = with_lists_written(old, [(each.place, each.lists) for each in own])
    print_difference(file, old, new)
    for each in own:
        if each.others:
            keys = ", ".join(each.others)
            tell(
                say(
                    "{place}: inherits {keys}, which no key takes back; look at it",
                    place=each.place,
                    keys=keys,
                )
            )
    if write and new != old:
        copy = path + BEFORE_UPGRADE
        if filesystem.read(folders.data, copy) is not None:
            refuse(
                say("{file} is there: these records were upgraded already", file=shown(folders.data / copy))
            )
        filesystem.write(folders.data, copy, old.encode())
        filesystem.write(folders.data, path, new.encode())
        tell(
            say(
                "written: {file}; a copy of what was there: {copy}",
                file=file,
                copy=shown(folders.data / copy),
            )
        )
