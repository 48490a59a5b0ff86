"""2xx: the shape of a record."""

from __future__ import annotations

from directive_atlas.problems.model import an_error

KINDS = (
    an_error(
        "E201",
        "unknown key “{key}”",
        "known keys here: {known}",
    ),
    an_error(
        "E202",
        "the key “{key}” is missing",
        "add “{key}:” to this block",
    ),
    an_error(
        "E203",
        "{why}",
        "see the data format for what belongs here",
    ),
    an_error(
        "E204",
        "“{value}” is not one of the allowed words",
        "allowed: {allowed}",
    ),
    an_error(
        "E205",
        "“{value}” is not a date",
        "write a day 2020-02-22, a month 2020-02, a quarter 2020-Q1, a half-year 2020-H1 or a "
        "year 2020 (1000 to 2999)",
    ),
    an_error(
        "E206",
        "YAML reads {value} as {kind}, but text belongs here",
        'put it in quotes: "{value}"',
    ),
    an_error(
        "E207",
        "“{value}” cannot be an id: ids become addresses",
        "use small letters a-z, digits and single hyphens, for example “{guess}”",
    ),
    an_error(
        "E208",
        "this is empty",
        "write what belongs here (an empty list is []), or remove the key",
    ),
    an_error(
        "E209",
        "{why}",
        "{fix}",
    ),
    an_error(
        "E210",
        "“{value}” is not an address that can be linked",
        "write a full address that begins with https:// or http://",
    ),
    an_error(
        "E211",
        "“{value}” is not a recurrence rule that can be put into words: {why}",
        "write one of RFC 5545, for example FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1; the start and "
        "end go into from: and to:",
    ),
    an_error(
        "E212",
        "“{value}” is not {kind}",
        "write it as {example}",
    ),
    an_error(
        "E213",
        "“{value}” is not the code of a language",
        "write a code such as zh or en (BCP 47)",
    ),
    an_error(
        "E214",
        "the interface has no translation into “{code}”",
        "choose from: {known}; or translate it in overrides/locale/{code}.po",
    ),
    an_error(
        "E215",
        "this catalogue of words cannot be read: {why}",
        "write it as a gettext .po file in UTF-8",
    ),
    an_error(
        "E216",
        "“{value}” is more than a number",
        "write {guess}, and the rest where it belongs, such as unit:",
    ),
    an_error(
        "E217",
        "“{value}” is no timing that one line can tell",
        "write a day 2020-12-31, a month 2020-12, a quarter 2020-Q4, 90 days after signed, "
        "2020-01 to 2020-06, every quarter, ongoing or asap; or a block with by: 2020-12 and soft: true",
    ),
    an_error(
        "E218",
        "sources.csv has no page “{value}”",
        "add a row with this id, or use one of: {known}",
    ),
)
"""The kinds of this group, by code."""
