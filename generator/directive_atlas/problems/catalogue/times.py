"""6xx: time and progress."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E601",
        "the directive has no date “{kind}” to count from",
        "add it under dates:, or count from one that is there: {has}",
    ),
    an_error(
        "E602",
        "the task “{task}” has no deadline to count from",
        "count from its completion with done:, or from a date of the directive",
    ),
    an_error(
        "E603",
        "there is no calendar of working days {whose}",
        "give the actor “{issuer}”, or one above it, a jurisdiction: such as CN or US",
    ),
    an_error(
        "E604",
        "this deadline is outside of the calendar: {why}",
        "write a smaller number",
    ),
    an_error(
        "E605",
        "two deadlines for the same case: {one} and {other}",
        "distinguish the cases with case:, or put the superseded deadline under earlier:",
    ),
    a_warning(
        "W606",
        "this deadline, {due}, is before the directive itself, {date}",
        "correct one of the two dates",
    ),
    a_warning(
        "W607",
        "this part is due on {due}, after the whole “{task}” on {whole}",
        "correct one of the two, or distinguish the cases with case:",
    ),
    a_warning(
        "W608",
        "this is due on {due}, before “{task}”, which it needs, on {needed}",
        "correct one of the deadlines, or remove depends_on:",
    ),
    an_error(
        "E609",
        "this evidence has neither an address nor a speaker",
        "add url: (grade A or B), or speaker: and date:",
    ),
    a_warning(
        "W610",
        "the status goes back from {before} to {after} without an explanation",
        "add a note: that says why, or correct one of the two reports",
    ),
    a_warning(
        "W611",
        "this report, {date}, is older than the directive itself, {begins}",
        "correct one of the two dates",
    ),
    an_error(
        "E612",
        "this period ends, on {end}, before it begins, on {start}",
        "correct one of the two ends",
    ),
    an_error(
        "E613",
        "this recurrence gives no day from {start} on",
        "correct its rule, its start or its end",
    ),
)
"""The kinds of this group, by code."""
