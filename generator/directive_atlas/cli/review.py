"""``directives review``: which passages changed since somebody reviewed them."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

import click

from directive_atlas import filesystem
from directive_atlas.build import read_records, reference_date
from directive_atlas.check import check
from directive_atlas.cli.language import told
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import (
    Folders,
    as_of_option,
    in_site,
    now,
    refuse_unfit,
    refuse_unknown,
    shown,
)
from directive_atlas.cli.printing import echo, fail, print_problems, tell
from directive_atlas.load import load
from directive_atlas.load.kinds import REVIEWS
from directive_atlas.problems import order, say
from directive_atlas.review import Comparison, accepted, as_report, as_summary, compare


@click.command("review")
@in_site
@as_of_option
@click.option("--accept", is_flag=True, help="Record the present passages as reviewed.")
@click.option("--by", default="", help="The reviewer's name, for review.csv.")
@click.argument("directives", nargs=-1, metavar="[DIRECTIVE]...")
def review_command(
    folders: Folders, as_of: dt.date | None, directives: tuple[str, ...], accept: bool, by: str
) -> None:
    """Show passages without a review, or changed since it; exit code 1 if any."""
    if accept:
        refuse_unfit(by, folders.data)
        hold(folders.data)
    compared = _compared(folders, directives)
    comparisons = [comparison for _, comparison in compared]
    if accept:
        day = as_of or reference_date(load(folders.data)[0].settings, now())
        for record, comparison in compared:
            _accept(folders, record, comparison, day, by.strip())
        gone = sum(len(comparison.gone) for comparison in comparisons)
        accepted = sum(each.open for each in comparisons) - gone
        tell(say("{accepted} accepted, {gone} removed", accepted=accepted, gone=gone))
        return
    echo("".join(told(each) for comparison in comparisons for each in as_report(comparison)), nl=False)
    tell(as_summary(comparisons))
    if any(comparison.open for comparison in comparisons):
        raise SystemExit(1)


def _compared(folders: Folders, wanted: tuple[str, ...]) -> list[tuple[PurePosixPath, Comparison]]:
    """The named directives (or all), each with the path of its record in the data folder."""
    name = shown(folders.data)
    records, problems = read_records(folders.data, name)
    raw, passages = records.expanded.corpus, records.passages
    errors = [problem for problem in order([*problems, *check(raw, passages)]) if problem.is_error]
    if errors:
        print_problems(errors)
        fail(say("nothing was compared"))
    known = {directive.id: directive for directive in raw.directives}
    for each in wanted:
        refuse_unknown(each, known, folders.data)
    chosen = [known[each] for each in dict.fromkeys(wanted)] if wanted else raw.directives
    return [
        (PurePosixPath(each.place.file).relative_to(name), compare(each, raw, passages)) for each in chosen
    ]


def _accept(folders: Folders, record: PurePosixPath, comparison: Comparison, day: dt.date, by: str) -> None:
    """Write the reviews of a directive, unless nothing in it needs a review."""
    if comparison.open:
        reviews = record.with_name(REVIEWS).as_posix()
        filesystem.write(folders.data, reviews, accepted(comparison, day, by))
