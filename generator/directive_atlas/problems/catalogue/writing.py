"""5xx: writing the site."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E501",
        "this page would replace a file that the generator did not write: {address}",
        "move that file, or choose another id",
    ),
    a_warning(
        "W502",
        "this generated page was changed by hand; it is made again",
        "change the data instead",
    ),
    a_warning(
        "W503",
        "this page is no longer made, but was changed by hand; it stays",
        "remove it yourself",
    ),
    an_error(
        "E504",
        "another run is writing into this folder: {holder}",
        "wait until it ends, or stop it; with --docs, two runs can write into two folders",
    ),
    an_error(
        "E505",
        "this page would be written through a link: {address}",
        "remove the link; pages need files and folders of their own",
    ),
    an_error(
        "E506",
        "the system does not let this be read or written: {why}",
        "give yourself the right to write here, or make room; then run again",
    ),
    an_error(
        "E507",
        "this would be written over: {file}",
        "choose another id with --id; for a new edition of the text add --again; --force keeps a copy",
    ),
)
"""The kinds of this group, by code."""
