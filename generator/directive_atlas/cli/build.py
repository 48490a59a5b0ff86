"""``directives generate``, ``build`` and ``clean``: write the pages, build the site, remove the pages."""

from __future__ import annotations

import datetime as dt
import time

import click

from directive_atlas.builders.config import CONFIG, read_config
from directive_atlas.builders.links_out import link_to_site
from directive_atlas.cli.language import language
from directive_atlas.cli.locking import hold_pages
from directive_atlas.cli.options import (
    Folders,
    as_of_option,
    builder_option,
    format_option,
    in_site,
    now,
    parquet_option,
    revision_option,
    shown,
)
from directive_atlas.cli.printing import echo, fail, print_problems, print_result, tell, write_pages
from directive_atlas.cli.unchanged import Asked, inputs_of, last_run
from directive_atlas.cli.workers import ALONE, Workers, on_workers
from directive_atlas.frames import Request, build_site
from directive_atlas.outputs.files import Output
from directive_atlas.problems import say
from directive_atlas.write import Summary, plan


def generate(
    folders: Folders,
    as_of: dt.date | None,
    form: str,
    *,
    parquet: bool = False,
    revision: str = "",
    workers: Workers = ALONE,
) -> None:
    """Write the pages, and print how many; exits if a problem is an error."""
    started = time.monotonic()
    hold_pages(folders.docs, form)
    asked = Asked(folders, as_of, now(), f"{parquet} {revision} {form} {language()}")
    inputs = inputs_of(asked)
    done, discarded = (None, None) if workers.shares else last_run(asked, inputs)
    if discarded:
        tell(discarded, err=True)
    if done:
        echo(done.printed, form, nl=False)
        summary = Summary(0, done.files, 0)
    else:
        from directive_atlas.cli.writing import written  # half of the program, which is not needed above

        summary = written(asked, inputs, form, parquet=parquet, revision=revision, workers=workers)
    _report(summary, time.monotonic() - started, beside_data=form != "text")


def _report(summary: Summary, seconds: float, *, beside_data: bool) -> None:
    done = say(
        "{written} files written, {unchanged} unchanged, {removed} removed in {seconds} s",
        written=summary.written,
        unchanged=summary.unchanged,
        removed=summary.removed,
        seconds=f"{seconds:.1f}",
    )
    tell(done, err=beside_data)  # keeps standard output readable for programs


@click.command("generate")
@in_site
@as_of_option
@format_option
@parquet_option
@revision_option
@on_workers
def generate_command(
    folders: Folders, as_of: dt.date | None, form: str, parquet: bool, revision: str, workers: Workers
) -> None:
    """Write the pages from which a builder makes the site."""
    generate(folders, as_of, form, parquet=parquet, revision=revision, workers=workers)


@click.command("build")
@in_site
@as_of_option
@format_option
@parquet_option
@revision_option
@builder_option
@on_workers
def build_command(
    folders: Folders,
    as_of: dt.date | None,
    form: str,
    parquet: bool,
    revision: str,
    builder: str,
    workers: Workers,
) -> None:
    """Write the pages and build the site from them; what is there and has not changed stays."""
    config, problems = read_config(folders.site, shown(folders.site / CONFIG))
    if config:
        problems += link_to_site(folders.site, config.site or "site", shown(folders.site))
    if problems:
        print_problems(problems, form)
        fail(say("nothing was written"))
    generate(folders, as_of, form, parquet=parquet, revision=revision, workers=workers)
    outcome = build_site(Request(folders.site, folders.docs, builder, workers.jobs))
    for note in outcome.notes:
        tell(note, err=True)
    if not outcome.result.ok:
        print_result(outcome.result)
        fail(say("{builder} did not build the site; correct what it names and run again", builder=builder))
    address = (folders.site / "site" / "index.html").as_uri()
    tell(say("Open {address}", address=address), err=form != "text")


@click.command("clean")
@in_site
def clean_command(folders: Folders) -> None:
    """Remove the pages that earlier runs wrote, and nothing else."""
    hold_pages(folders.docs)
    planned = plan(Output({}, {}), folders.docs)
    print_problems(list(planned.problems))
    tell(say("{removed} files removed", removed=write_pages(planned).removed))
