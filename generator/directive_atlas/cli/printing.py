"""What commands print, and how they exit."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from directive_atlas.cli.language import language, told
from directive_atlas.problems import RENDERERS, Problem, say
from directive_atlas.write import Plan, Summary, carry_out


def print_problems(problems: list[Problem], form: str = "text") -> None:
    """All problems, in one of the formats and in the language of the run."""
    click.echo(RENDERERS[form](problems, language()), nl=False)


def print_count(problems: list[Problem]) -> None:
    """Print the numbers of errors and warnings to standard error."""
    errors = sum(problem.is_error for problem in problems)
    count = say("{errors} errors, {warnings} warnings", errors=errors, warnings=len(problems) - errors)
    click.echo(told(count), err=True)


def refusal(error: OSError) -> str:
    """Why the system did not let us read or write a file, and what to do."""
    return (
        f"cannot read or write {error.filename or 'the output'}: {error.strerror}; correct that and run again"
    )


def fail(message: str) -> NoReturn:
    """Print a message and exit with code 1."""
    click.echo(message, err=True)
    raise SystemExit(1)


def write_pages(planned: Plan) -> Summary:
    """Write with a progress bar on a terminal, without one in a pipe."""
    if not sys.stderr.isatty():
        return carry_out(planned)
    with click.progressbar(length=len(planned.write), label="Writing pages", file=sys.stderr) as bar:
        return carry_out(planned, lambda: bar.update(1))
