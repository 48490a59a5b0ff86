"""``directives share``: one of several machines makes its share of the pages; one joins them (``--join``)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import click

from directive_atlas.build import resolved
from directive_atlas.cli.options import (
    Folders,
    as_of_option,
    format_option,
    in_site,
    now,
    parquet_option,
    revision_option,
    shown,
)
from directive_atlas.cli.printing import fail, print_problems, refuse, tell
from directive_atlas.outputs.shares import About, ShareError, joined, packed
from directive_atlas.outputs.work import Made, share
from directive_atlas.problems import say
from directive_atlas.program import of_folder

_WHICH = re.compile(r"([1-9]\d*)/([1-9]\d*)")


@click.command("share")
@click.argument("which", metavar="NUMBER/SHARES")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@in_site
@as_of_option
@format_option
@parquet_option
@revision_option
def share_command(
    folders: Folders,
    as_of: dt.date | None,
    form: str,
    parquet: bool,
    revision: str,
    which: str,
    file: Path,
) -> None:
    """Make one of several shares of the pages, as a FILE that build --join takes."""
    number, shares = _numbers(which)
    of_what = print_of(folders, as_of, f"{parquet} {revision}")
    found = resolved(
        folders.data,
        now(),
        shown=shown(folders.data),
        within=folders.within,
        as_of=as_of,
        overrides=folders.overrides,
    )
    print_problems(list(found.problems), form)
    if found.corpus is None or found.site is None:
        fail(say("nothing was written"))
    site = replace(found.site, parquet=parquet, revision=revision)
    made = share(found.corpus, site, number, shares)
    content = packed(About(number, shares, of_what), made)
    file.write_bytes(content)
    tell(say("{file}: {bytes} bytes", file=file.name, bytes=len(content)), err=form != "text")


def _numbers(which: str) -> tuple[int, int]:
    match = _WHICH.fullmatch(which)
    if not match or int(match[1]) > int(match[2]):
        refuse(say("write the share as its number and how many there are: 1/2"))
    return int(match[1]), int(match[2])


def read_shares(
    files: Sequence[Path], folders: Folders, as_of: dt.date | None, options: str
) -> Mapping[int, Made] | None:
    """What others have made, from the files of all shares. Exits if they do not fit together."""
    if not files:
        return None
    try:
        return joined({file.name: file.read_bytes() for file in files}, print_of(folders, as_of, options))
    except ShareError as error:
        fail(say("the shares cannot be joined: {why}", why=str(error)))


def print_of(folders: Folders, as_of: dt.date | None, options: str) -> str:
    """A fingerprint of what pages are made from: data, own words and templates, day, options, and program."""
    day = (as_of or now().date()).isoformat()
    told = [version("directive-atlas"), day, options]
    told += map(of_folder, filter(None, (folders.data, folders.overrides)))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
