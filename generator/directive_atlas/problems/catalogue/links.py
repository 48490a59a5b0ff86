"""9xx: web pages that records name; ``directives check --links`` finds them."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning

KINDS = (
    a_warning(
        "W901",
        "the page at {address} is gone ({why})",
        "write its new address, or under archived: that of a copy",
    ),
    a_warning(
        "W902",
        "the page at {address} did not answer ({why})",
        "open it in a browser; if it only refuses programs, name it under link_exceptions: in the settings",
    ),
    a_warning(
        "W903",
        "the page at {address} has moved for good",
        "write its new address: {target}",
    ),
    a_warning(
        "W904",
        "no record names the address of this exception: {address}",
        "remove the exception",
    ),
)
"""The kinds of this group, by code."""
