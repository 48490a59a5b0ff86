"""3xx: how records fit together."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E301",
        "the {what} id “{id}” is already taken",
        "first used at {first}; choose another",
    ),
    an_error(
        "E302",
        "there is no {what} “{id}”",
        "add it, or use an id that exists",
    ),
    an_error(
        "E303",
        "this {what} goes round in a circle: {path}",
        "remove one of these links",
    ),
    an_error(
        "E304",
        "the id “{id}” differs from the folder name “{folder}”",
        "make them the same",
    ),
    an_error(
        "E305",
        "two pages claim the address {address}",
        "the other comes from {first}; change one of the two ids",
    ),
    an_error(
        "E306",
        "“{name}” is the name of {count} bodies of the registries",
        "write the id of the one that is meant",
    ),
    an_error(
        "E307",
        "no body of the registries is called “{name}”",
        "write the actor yourself: directives new actor ID --title TITLE",
    ),
    an_error(
        "E308",
        "“{name}” may be more than one {what}: {candidates}",
        "write the id of the one that is meant",
    ),
    a_warning(
        "W309",
        "“{actor}” has no members that could each do it",
        "remove each:, or give the actor its members",
    ),
    an_error(
        "E310",
        "the change of “{id}” by this revision is recorded twice",
        "the first is at {first}; remove one of the two",
    ),
    a_warning(
        "W311",
        "a change of “{id}” is recorded, but there is no such record",
        "commit what became of it and run directives record-changes, so that its old address tells; or "
        "correct the id",
    ),
)
"""The kinds of this group, by code."""
