"""What the commands print, and how they end."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from directive_atlas.problems import RENDERERS, Problem
from directive_atlas.write import Plan, Summary, carry_out


def print_problems(problems: list[Problem], form: str = "text") -> None:
    """All problems, in one of the formats."""
    click.echo(RENDERERS[form](problems), nl=False)


def print_count(problems: list[Problem]) -> None:
    """How many errors and warnings there are, beside what programs read."""
    errors = sum(problem.is_error for problem in problems)
    click.echo(f"{errors} errors, {len(problems) - errors} warnings", err=True)


def refusal(error: OSError) -> str:
    """What the system did not let us do, and what to do about it."""
    return (
        f"cannot read or write {error.filename or 'the output'}: {error.strerror}; correct that and run again"
    )


def fail(message: str) -> NoReturn:
    """End with a message and exit code 1."""
    click.echo(message, err=True)
    raise SystemExit(1)


def write_pages(planned: Plan) -> Summary:
    """Write with a progress bar on a terminal, without one in a pipe."""
    if not sys.stderr.isatty():
        return carry_out(planned)
    with click.progressbar(length=len(planned.write), label="Writing pages", file=sys.stderr) as bar:
        return carry_out(planned, lambda: bar.update(1))
