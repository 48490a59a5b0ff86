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
from directive_atlas.cli.language import told
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.planning import build_pages, of_site
from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.load import load
from directive_atlas.load.kinds import SCHEMAS
from directive_atlas.problems import Wording, say


class Verdict(StrEnum):
    """The result of one examination."""

    GOOD = "ok"
    NOTE = "note"
    BAD = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined, and what to do if something is wrong."""

    verdict: Verdict
    what: Wording
    remedy: Wording | None = None


@click.command("doctor")
@in_site
def doctor_command(folders: Folders) -> None:
    """Say whether this computer and the site are ready for building."""
    findings = [*_machine(), *_folder(folders), *_contents(folders)]
    for finding in findings:
        click.echo(f"{finding.verdict:>5}  {told(finding.what)}")
        if finding.remedy:
            click.echo(f"       {told(finding.remedy)}")
    if any(finding.verdict is Verdict.BAD for finding in findings):
        raise SystemExit(1)


def _machine() -> Iterator[Finding]:
    python, own = sys.version.split()[0], version("directive-atlas")
    yield Finding(Verdict.GOOD, say("Python {python}, directive-atlas {own}", python=python, own=own))
    for builder in BUILDERS:
        try:
            found = say("{builder} {version}", builder=builder, version=version(builder))
            yield Finding(Verdict.GOOD, found)
        except PackageNotFoundError:
            how = say("to build with it: python -m pip install {builder}", builder=builder)
            yield Finding(Verdict.NOTE, say("{builder} is not installed", builder=builder), how)


def _folder(folders: Folders) -> Iterator[Finding]:
    for path in (folders.site, folders.data, folders.docs):
        name = shown(path)
        if not path.exists():
            made = say("directives build will make it")
            yield Finding(Verdict.NOTE, say("{path} is not there yet", path=name), made)
        elif os.access(path, os.W_OK):
            yield Finding(Verdict.GOOD, say("{path} can be written", path=name))
        else:
            remedy = say("change its owner or its permissions")
            yield Finding(Verdict.BAD, say("{path} cannot be written by this user", path=name), remedy)
    if folders.overrides:
        name = shown(folders.overrides)
        yield Finding(Verdict.GOOD, say("{path} replaces words, templates or theme files", path=name))


def _contents(folders: Folders) -> Iterator[Finding]:
    config, problems = read_config(folders.site, shown(folders.site / CONFIG))
    if config is None:
        yield from (Finding(Verdict.BAD, each.what, each.instead) for each in problems)
    raw, _ = load(folders.data)
    schemas = schemas_of_site(raw.settings.languages)
    stale = [name for name, text in schemas.items() if not _is(folders, name, text)]
    if stale:
        yield Finding(
            Verdict.NOTE, say("the schemas for editors are out of date"), say("run: directives schema")
        )
    if not (raw.settings.contact or raw.settings.repository):
        nowhere = say("no page says where a reader can report an error")
        yield Finding(Verdict.NOTE, nowhere, say("give contact or repository in settings.yml"))
    built = build_pages(folders, None)
    found = [*built.problems, *of_site(folders, built)]
    errors = sum(problem.is_error for problem in found)
    verdict = Verdict.BAD if errors else Verdict.NOTE if found else Verdict.GOOD
    counts = {"errors": errors, "warnings": len(found) - errors}
    result = say("the data have {errors} errors and {warnings} warnings").with_words(counts)
    yield Finding(verdict, result, say("directives check lists them") if found else None)


def _is(folders: Folders, name: str, text: str) -> bool:
    path = folders.data / SCHEMAS / name
    return path.is_file() and path.read_bytes() == text.encode()
