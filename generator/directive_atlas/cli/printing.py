"""What commands print, and how they exit."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from directive_atlas.builders.run import Result
from directive_atlas.cli.language import language, told
from directive_atlas.filesystem import NotPlainError
from directive_atlas.load import Watch, unwatched
from directive_atlas.problems import RENDERERS, Place, Problem, Wording, as_text, problem, say, summed_up
from directive_atlas.problems.harmless import (
    within_line,
    without_commands,
    without_commands_in_json,
    without_controls,
)
from directive_atlas.write import Plan, Summary, carry_out

_CLEAR = "\r\x1b[K"
"""Goes back to the beginning of a line on a terminal, and empties it."""

_GUIDE = f"{__name__}.guide"

_IN_THE_WAY = {errno.EEXIST, errno.EFBIG, errno.EISDIR, errno.ELOOP, errno.ENOTDIR, errno.ENOTEMPTY}
"""Errors of the system for which no right and no room would help: something else is in the place."""


def echo(text: str, form: str = "text", *, err: bool = False, nl: bool = True) -> None:
    """Print a text in a format; all that commands print comes through here, as others wrote parts of it.

    Nothing in it makes a terminal do something, and only the format ``github`` has commands to CI.
    """
    harmless = without_controls(text)
    if form == "json":
        harmless = without_commands_in_json(harmless)
    elif form != "github":
        harmless = without_commands(harmless)
    click.echo(harmless, nl=nl, err=err)


def print_problems(problems: list[Problem], form: str = "text") -> None:
    """The problems, in one of the formats and in the language of the run; those of one code are summed up."""
    echo(rendered(problems, form), form, nl=False)


def rendered(problems: list[Problem], form: str) -> str:
    """What is printed of problems."""
    found = summed_up(problems)
    if form == "text":
        return as_text(found, language(), guide=_has_guide())
    return RENDERERS[form](found, language())


def remember_guide(docs: Path) -> None:
    """Keep for the run whether the pages of its site have the guide, to which problems refer."""
    click.get_current_context().meta[_GUIDE] = (docs / "guide" / "problems.md").is_file()


def _has_guide() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_GUIDE))


def print_difference(file: str, old: str, new: str) -> None:
    """How a file changes, as ``diff -u`` shows it."""
    lines, name = (old.splitlines(keepends=True), new.splitlines(keepends=True)), within_line(file)
    echo("".join(difflib.unified_diff(*lines, name, name)), nl=False)


def print_result(result: Result) -> None:
    """What a builder has said that failed, which may be nothing, or why it was ended."""
    echo(result.output.strip() or told(result.late or say("it ended without a word")), err=True)


def print_count(problems: list[Problem]) -> None:
    """Print the numbers of errors and warnings to standard error."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    tell(say("{errors}, {warnings}", errors=_errors(errors), warnings=_warnings(warnings)), err=True)


def _errors(count: int) -> Wording:
    return say("1 error") if count == 1 else say("{count} errors", count=count)


def _warnings(count: int) -> Wording:
    return say("1 warning") if count == 1 else say("{count} warnings", count=count)


def refusal(error: OSError) -> Problem:
    """E506: the system did not let us read or write a file."""
    why = say("it is {what}", what=error.what) if isinstance(error, NotPlainError) else error.strerror
    in_the_way = isinstance(error, NotPlainError) or error.errno in _IN_THE_WAY
    hint = say("put it elsewhere, or remove it; then run again") if in_the_way else None
    return problem("E506", Place(str(error.filename or Path.cwd())), hint, why=why)


def print_refusal(error: OSError) -> None:
    """E506, to standard error if it is standard output that takes no more."""
    try:
        print_problems([refusal(error)])
    except OSError:
        echo(RENDERERS["text"]([refusal(_of_output(error))], language()), nl=False, err=True)
        with suppress(OSError, ValueError):  # what is left in its buffer would fail once more at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_output(error: OSError) -> OSError:
    return OSError(error.errno, error.strerror, "<stdout>")


def tell(message: Wording, *, err: bool = False) -> None:
    """Print a message, to standard output or to standard error."""
    echo(told(message), err=err)


def fail(message: Wording) -> NoReturn:
    """Print a message and exit with code 1."""
    tell(message, err=True)
    raise SystemExit(1)


def refuse(message: Wording) -> NoReturn:
    """End a command that was called in a wrong way: with its usage, a message and code 2."""
    raise click.UsageError(told(message))


def refuse_record(found: Problem) -> NoReturn:
    """End a command that names or makes a record wrongly: with a problem and code 1."""
    print_problems([found])
    fail(say("nothing was written"))


def write_pages(planned: Plan) -> Summary:
    """Write with a progress bar on a terminal, without one in a pipe."""
    if not sys.stderr.isatty():
        return carry_out(planned)
    with click.progressbar(length=len(planned.write), label="Writing pages", file=sys.stderr) as bar:
        return carry_out(planned, lambda: bar.update(1))


@contextmanager
def reading_shown() -> Iterator[Watch]:
    """Meanwhile a line on a terminal tells how far a long table has been read; then it is gone."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    try:
        yield lambda place: click.echo(f"{_CLEAR}{place}", nl=False, err=True)
    finally:
        click.echo(_CLEAR, nl=False, err=True)
