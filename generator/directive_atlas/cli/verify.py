"""``directives verify``: whether a site is what its data give."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import click

from directive_atlas import filesystem
from directive_atlas.api.v1 import Corpus as Stated
from directive_atlas.builders.config import CONFIG, read_config
from directive_atlas.cli.options import (
    Folders,
    as_of_option,
    builder_option,
    in_site,
    is_revision,
    parquet_option,
    revision_option,
    shown,
)
from directive_atlas.cli.planning import build_pages, of_site
from directive_atlas.cli.printing import fail, print_problems, print_result, refuse, tell
from directive_atlas.cli.workers import Workers, on_workers
from directive_atlas.frames.afresh import SITE, Difference, Project, build_afresh, differences
from directive_atlas.load import load
from directive_atlas.outputs.exports.api import paths
from directive_atlas.outputs.files import Output
from directive_atlas.outputs.names import is_generated
from directive_atlas.problems import Wording, say
from directive_atlas.problems.wording import plain_line
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR

NAMED = 20
"""So many files are named; of the others there is only the number."""

_START = f"{paths.ROOT}/{paths.START}"
"""Where a site says of which day and revision it is."""

_MOST = 1 << 20
"""So many bytes of that are read: it is much shorter."""

_SAID: Mapping[Difference, Wording] = {
    Difference.DIFFERS: say("{file}: other bytes than the data give"),
    Difference.MISSING: say("{file}: missing"),
    Difference.UNKNOWN: say("{file}: the data give no such file"),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """How the site is to be built: as it says of itself, unless the command line says otherwise."""

    as_of: dt.date | None
    revision: str
    parquet: bool
    builder: str
    workers: Workers


@click.command("verify")
@click.argument("built", metavar="[SITE]", required=False, type=click.Path(path_type=Path))
@in_site
@as_of_option
@parquet_option
@revision_option
@builder_option
@on_workers
def verify_command(
    built: Path | None,
    folders: Folders,
    as_of: dt.date | None,
    parquet: bool,
    revision: str,
    builder: str,
    workers: Workers,
) -> None:
    """Say whether the built site in SITE is exactly what the data give with this program.

    Without SITE, the pages in docs/ and the site in site/ are looked at. The site is built afresh, in a
    temporary folder, for the day and the revision that the built one names; nothing is written into it.
    """
    site = (built or folders.site / SITE).resolve()
    if not site.is_dir():
        refuse(say("there is no folder {folder}", folder=shown(site)))
    asked = _as_stated(_Asked(as_of, revision, parquet, builder, workers), folders, site)
    with tempfile.TemporaryDirectory(prefix="directives-") as folder:
        copy = Path(folder).resolve()
        day = _build(folders, asked, copy)
        found = [(site / name, kind) for name, kind in differences(copy / SITE, site, docs=folders.docs)]
        if built is None:
            wrong = differences(copy / folders.docs.name, folders.docs, is_generated)
            found += [(folders.docs / name, kind) for name, kind in wrong]
    _report(found, shown(site), day)


def _as_stated(asked: _Asked, folders: Folders, site: Path) -> _Asked:
    """The day and revision that the site names, where the command line and the settings name none."""
    stated = _stated(site)
    if stated is None:
        return asked
    settings, _ = load(folders.data, shown(folders.data))
    day = asked.as_of or (None if settings.settings.as_of else stated.as_of)
    return replace(asked, as_of=day, revision=asked.revision or stated.revision)


def _stated(site: Path) -> Stated | None:
    """What a site says of itself, if that can be read."""
    try:
        stated = Stated.model_validate_json(filesystem.read(site, _START, _MOST) or b"")
    except (OSError, ValueError):
        return None
    fit = FIRST_YEAR <= stated.as_of.year <= LAST_YEAR and is_revision(stated.revision)
    return stated if fit else None


def _build(folders: Folders, asked: _Asked, copy: Path) -> dt.date:
    """Build the site afresh; gives its reference date, and exits if there is no site of these data."""
    built = build_pages(
        folders, asked.as_of, parquet=asked.parquet, revision=asked.revision, engine=asked.workers.engine
    )
    found = (*built.problems, *of_site(folders, built))
    problems = [problem for problem in found if problem.is_error]
    print_problems(problems)
    if built.output is None or problems:
        fail(say("these data give no site; correct them first"))
    _refuse_elsewhere(folders)
    project = Project(folders.site, folders.docs)
    outcome = build_afresh(project, built.output, asked.builder, asked.workers.jobs, copy)
    if not outcome.result.ok:
        print_result(outcome.result)
        fail(say("{builder} does not build the site", builder=asked.builder))
    return _day(built.output)


def _refuse_elsewhere(folders: Folders) -> None:
    """Exit if the builder may write to another folder than the one beside its configuration."""
    config, problems = read_config(folders.site, shown(folders.site / CONFIG))
    if config is None:
        print_problems(problems)
        fail(say("nothing was built"))
    if config.site != SITE:
        fail(say("{file} names another folder for the site than {folder}/", file=CONFIG, folder=SITE))


def _day(output: Output) -> dt.date:
    return Stated.model_validate_json(output.files[_START]).as_of


def _report(found: Sequence[tuple[Path, Difference]], site: str, day: dt.date) -> None:
    for line in _lines(found):
        tell(line)
    if found:
        fail(say("{folder} is not what these data give, as of {day}", folder=site, day=day.isoformat()))
    tell(say("{folder} is what these data give, as of {day}", folder=site, day=day.isoformat()))


def _lines(found: Sequence[tuple[Path, Difference]]) -> Iterator[Wording]:
    for path, kind in islice(found, NAMED):
        yield _SAID[kind].with_words({"file": plain_line(shown(path))})
    if len(found) > NAMED:
        yield say("and {count} more files", count=len(found) - NAMED)
