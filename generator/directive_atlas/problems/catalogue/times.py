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
        "this report is about {date}, before the directive of {begins}: its status does not count",
        "leave out status:, so that it is shown as context, or correct one of the two dates",
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
    a_warning(
        "W614",
        "two reports on {day} contradict each other: {one} and {other}",
        "add a note: that says why, mark one as disputed or unverified, or correct one of the two",
    ),
    a_warning(
        "W615",
        "“{actor}” has no part in the task “{task}” that it reports on",
        "give it a part in the task, correct the task or the actor, or write context: true",
    ),
    an_error(
        "E616",
        "“{occurrence}” is no time of the task “{task}”",
        "write the last day of one of its times, or the period of one, such as 2020-Q1",
    ),
    an_error(
        "E617",
        "this answer, of {date}, is older than the demand, of {begins}",
        "correct one of the two dates",
    ),
    a_warning(
        "W618",
        "the task “{task}” is closed here, and no report before says that it is done",
        "add the report on which the closing rests",
    ),
    an_error(
        "E619",
        "this horizon, {date}, lies before the directive, {begins}",
        "correct one of the two dates",
    ),
    a_warning(
        "W620",
        "this report is of {date}, after {searched}, the last day on which material was looked for",
        "write the day on which you looked as searched: of the directive",
    ),
    an_error(
        "E621",
        "material was looked for on {searched}, before the directive, of {begins}",
        "correct one of the two dates",
    ),
    a_warning(
        "W622",
        "material was last looked for on {searched}, and tasks of this directive are open: {count}",
        "look for reports and later directives, and write that day as searched:",
    ),
)
"""The kinds of this group, by code."""
