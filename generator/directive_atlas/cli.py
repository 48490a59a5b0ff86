"""The command line: the only place that prints, and that looks at the clock."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from directive_atlas.build import Built, build
from directive_atlas.check import check as run_checks
from directive_atlas.load import load
from directive_atlas.load.folder import REVIEWS, SCHEMAS
from directive_atlas.load.json_schema import json_schemas
from directive_atlas.load.validate import did_you_mean
from directive_atlas.outputs.files import Output
from directive_atlas.passages import find_passages
from directive_atlas.problems import RENDERERS, Problem, order
from directive_atlas.review import Comparison, accepted, as_report, as_summary, compare
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR
from directive_atlas.write import Plan, Summary, carry_out, plan, write_file


class _Day(click.ParamType[dt.date]):
    """A day on the command line."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day; write it as 2020-12-31", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"“{value}” is outside of the years {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


def _today() -> dt.date:
    """The day of the build: ``SOURCE_DATE_EPOCH`` if set (UTC), else today's date here."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.date.today()
    try:
        day = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds since 1970") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is outside of the years {FIRST_YEAR} to {LAST_YEAR}")
    return day


_data = click.option(
    "--data",
    default="data",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    help="The folder that maintainers edit.",
)
_docs = click.option(
    "--docs",
    default="docs",
    show_default=True,
    type=click.Path(file_okay=False, resolve_path=True, path_type=Path),
    help="The folder that MkDocs reads.",
)
_as_of = click.option(
    "--as-of",
    type=_Day(),
    help="The day the site speaks of; default: that in the settings, or the day of the build.",
)
_format = click.option(
    "--format", "form", type=click.Choice(list(RENDERERS)), default="text", help="How problems are printed."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="directive-atlas")
def main() -> None:
    """Turn directive data into the pages of a searchable site."""


@main.command()
@_data
@_docs
@_as_of
@_format
def generate(data: Path, docs: Path, as_of: dt.date | None, form: str) -> None:
    """Write the pages that MkDocs builds into the site."""
    started = time.monotonic()
    planned = _planned(data, docs, as_of, form)
    if planned is None:
        _fail("nothing was written")
    summary = _write(planned)
    _report(summary, time.monotonic() - started, beside_data=form != "text")


def _planned(data: Path, docs: Path, as_of: dt.date | None, form: str) -> Plan | None:
    """Build and compare; prints all problems, and gives nothing when one is an error."""
    built = build(data, _today(), as_of=as_of)
    planned = plan(built.output, docs) if built.output else None
    problems = order([*built.problems, *(planned.problems if planned else ())])
    _print(problems, form)
    return None if any(problem.is_error for problem in problems) else planned


def _print(problems: list[Problem], form: str) -> None:
    click.echo(RENDERERS[form](problems), nl=False)


def _write(planned: Plan) -> Summary:
    """Write with a progress bar on a terminal, without one in a pipe."""
    try:
        if not sys.stderr.isatty():
            return carry_out(planned)
        with click.progressbar(length=len(planned.write), label="Writing pages", file=sys.stderr) as bar:
            return carry_out(planned, lambda: bar.update(1))
    except OSError as error:
        _fail(f"cannot write {error.filename}: {error.strerror}; mend that and run again")


def _report(summary: Summary, seconds: float, *, beside_data: bool) -> None:
    click.echo(
        f"{summary.written} files written, {summary.unchanged} unchanged, "
        f"{summary.removed} removed in {seconds:.1f} s",
        err=beside_data,  # what a program reads from standard output stays whole
    )


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(1)


@main.command()
@_docs
def clean(docs: Path) -> None:
    """Remove the pages that earlier runs wrote, and nothing else."""
    planned = plan(Output({}, {}), docs)
    _print(list(planned.problems), "text")
    click.echo(f"{_write(planned).removed} files removed")


@main.command()
@_data
@_as_of
@_format
@click.option(
    "--coverage",
    type=click.IntRange(0, 100),
    help="The percentage of each source text that must be quoted or marked as background.",
)
def check(data: Path, as_of: dt.date | None, form: str, coverage: int | None) -> None:
    """List everything that is wrong with the data; exit with 1 if there is an error."""
    built: Built = build(data, _today(), as_of=as_of, coverage=coverage)
    _print(list(built.problems), form)
    if form == "text":
        errors = sum(problem.is_error for problem in built.problems)
        click.echo(f"{errors} errors, {len(built.problems) - errors} warnings", err=True)
    if not built.ok:
        raise SystemExit(1)


@main.command()
@_data
@_as_of
@click.option("--accept", is_flag=True, help="Take what is there now as reviewed on that day.")
@click.option("--by", default="", help="The reviewer's name, for review.csv.")
@click.argument("directives", nargs=-1, metavar="[DIRECTIVE]...")
def review(data: Path, as_of: dt.date | None, directives: tuple[str, ...], accept: bool, by: str) -> None:
    """Show the passages that changed since their review, or never had one; exit with 1 if any did."""
    compared = _compared(data, directives)
    comparisons = [comparison for _, comparison in compared]
    if accept:
        for record, comparison in compared:
            _accept(record, comparison, as_of or _today(), by.strip())
        gone = sum(len(comparison.gone) for comparison in comparisons)
        click.echo(f"{sum(each.open for each in comparisons) - gone} accepted, {gone} removed")
        return
    click.echo("".join(map(as_report, comparisons)), nl=False)
    click.echo(as_summary(comparisons))
    if any(comparison.open for comparison in comparisons):
        raise SystemExit(1)


def _compared(data: Path, wanted: tuple[str, ...]) -> list[tuple[Path, Comparison]]:
    """The directives that are wanted (all if none is named), each with its file of reviews."""
    raw, problems = load(data)
    passages = find_passages(raw)
    errors = [problem for problem in order([*problems, *run_checks(raw, passages)]) if problem.is_error]
    if errors:
        _print(errors, "text")
        _fail("nothing was compared")
    known = {directive.id: directive for directive in raw.directives}
    for name in wanted:
        if name not in known:
            hint = did_you_mean(name, list(known))
            raise click.UsageError(f"there is no directive “{name}”" + (f"; {hint}" if hint else ""))
    chosen = [known[name] for name in dict.fromkeys(wanted)] if wanted else raw.directives
    return [(data.parent / each.place.file, compare(each, raw, passages)) for each in chosen]


def _accept(record: Path, comparison: Comparison, day: dt.date, by: str) -> None:
    """Write the reviews beside a directive's record, unless nothing in it waits for a reviewer."""
    if comparison.open:
        try:
            write_file(record.with_name(REVIEWS), accepted(comparison, day, by))
        except OSError as error:
            _fail(f"cannot write {error.filename}: {error.strerror}; mend that and run again")


@main.command()
@_data
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if one is out of date.")
def schema(data: Path, only_check: bool) -> None:
    """Write the JSON Schemas by which editors complete and check the data files."""
    folder = data / SCHEMAS
    wanted = {folder / name: text.encode() for name, text in json_schemas().items()}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_bytes() != text]
    for path in stale:
        if not only_check:
            write_file(path, wanted[path])
        click.echo(f"{'out of date' if only_check else 'written'}: {path.relative_to(data.parent)}")
    if stale and only_check:
        raise SystemExit(1)


@main.command()
@_data
@_docs
@_as_of
@click.option("--port", default=8000, show_default=True, help="Where to listen on 127.0.0.1.")
def serve(data: Path, docs: Path, as_of: dt.date | None, port: int) -> None:
    """Show the site and rebuild it at each edit of the data or the docs."""
    from directive_atlas.serve import serve_site

    click.echo(f"Serving on http://127.0.0.1:{port}/ (Ctrl-C stops)")
    serve_site(data, docs, partial(_regenerated, data, docs, as_of), port)


def _regenerated(data: Path, docs: Path, as_of: dt.date | None) -> bool:
    planned = _planned(data, docs, as_of, "text")
    if planned is None:
        click.echo("the site stays as it was until this is mended", err=True)
        return False
    carry_out(planned)
    return True
