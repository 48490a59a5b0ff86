"""8xx: tables and sheets that are imported."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E801",
        "this is no sheet that directives sheet has written: {why}",
        "write a new one with directives sheet, and copy what was filled in into that",
    ),
    an_error(
        "E802",
        "there is no task “{id}” in the records any more",
        "write a new sheet, and put the report where the task is now",
    ),
    an_error(
        "E803",
        "the hidden cells of this row are not as they were written: “{id}”",
        "write a new sheet, and copy what was filled in into its row of this task",
    ),
    an_error(
        "E804",
        "the row of “{id}” stands here again; first in row {row} of {sheet}",
        "keep one of the two",
    ),
    a_warning(
        "W805",
        "the record of “{id}” has changed since this sheet was written",
        "see whether the report still fits it",
    ),
    a_warning(
        "W806",
        "the cell under “{heading}” was emptied; earlier reports stay as they are",
        "write what is so now, or correct progress.csv",
    ),
    an_error(
        "E807",
        "“{value}” is no status",
        "choose one from the list of the cell",
    ),
    a_warning(
        "W808",
        "who publishes at {url}? It was written as grade B",
        "write A for a government body; C, without the address, for a repost",
    ),
    an_error(
        "E809",
        "no row here names the columns of a table of tasks",
        "name one column with the tasks, and one with the bodies or the times",
    ),
    an_error(
        "E810",
        "several sheets here have tasks: {sheets}",
        "choose one with --sheet",
    ),
    an_error(
        "E811",
        "there is no sheet “{name}” here; there are: {sheets}",
        "correct the name after --sheet",
    ),
    a_warning(
        "W812",
        "no column of a record is meant by “{heading}”; its cells are kept in the notes",
        "put what matters where it belongs, and remove the rest",
    ),
)
"""The kinds of this group, by code."""
