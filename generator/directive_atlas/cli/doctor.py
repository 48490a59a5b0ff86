"""``directives doctor``: whether this computer and this folder are ready for building a site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version

import click

from directive_atlas.builders.config import CONFIG, read_config
from directive_atlas.builders.run import BUILDERS
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.planning import build_pages, config_of
from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.load import load
from directive_atlas.load.folder import SCHEMAS


class Verdict(StrEnum):
    """The result of one examination."""

    GOOD = "ok"
    NOTE = "note"
    BAD = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined, and what to do if something is wrong."""

    verdict: Verdict
    what: str
    remedy: str = ""


@click.command("doctor")
@in_site
def doctor_command(folders: Folders) -> None:
    """Say whether this computer and the site are ready for building."""
    findings = [*_machine(), *_folder(folders), *_contents(folders)]
    for finding in findings:
        click.echo(f"{finding.verdict:>5}  {finding.what}")
        if finding.remedy:
            click.echo(f"       {finding.remedy}")
    if any(finding.verdict is Verdict.BAD for finding in findings):
        raise SystemExit(1)


def _machine() -> Iterator[Finding]:
    yield Finding(
        Verdict.GOOD, f"Python {sys.version.split()[0]}, directive-atlas {version('directive-atlas')}"
    )
    for builder in BUILDERS:
        try:
            yield Finding(Verdict.GOOD, f"{builder} {version(builder)}")
        except PackageNotFoundError:
            how = f"to build with it: python -m pip install {builder}"
            yield Finding(Verdict.NOTE, f"{builder} is not installed", how)


def _folder(folders: Folders) -> Iterator[Finding]:
    for path in (folders.site, folders.data, folders.docs):
        if not path.exists():
            yield Finding(Verdict.NOTE, f"{shown(path)} is not there yet", "directives build will make it")
        elif os.access(path, os.W_OK):
            yield Finding(Verdict.GOOD, f"{shown(path)} can be written")
        else:
            remedy = "change its owner or its permissions"
            yield Finding(Verdict.BAD, f"{shown(path)} cannot be written by this user", remedy)
    if folders.overrides:
        yield Finding(Verdict.GOOD, f"{shown(folders.overrides)} replaces words, templates or theme files")


def _contents(folders: Folders) -> Iterator[Finding]:
    config, problems = read_config(folders.site, shown(folders.site / CONFIG))
    if config is None:
        yield from (Finding(Verdict.BAD, each.message, each.hint) for each in problems)
    raw, _ = load(folders.data)
    schemas = schemas_of_site(raw.settings.languages)
    stale = [name for name, text in schemas.items() if not _is(folders, name, text)]
    if stale:
        yield Finding(Verdict.NOTE, "the schemas for editors are out of date", "directives schema")
    built = build_pages(folders, None)
    found = [*built.problems, *config_of(folders, built)]
    errors = sum(problem.is_error for problem in found)
    verdict = Verdict.BAD if errors else Verdict.NOTE if found else Verdict.GOOD
    result = f"the data have {errors} errors and {len(found) - errors} warnings"
    yield Finding(verdict, result, "directives check lists them" if found else "")


def _is(folders: Folders, name: str, text: str) -> bool:
    path = folders.data / SCHEMAS / name
    return path.is_file() and path.read_bytes() == text.encode()
