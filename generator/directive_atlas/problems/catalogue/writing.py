"""5xx: writing the site."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E501",
        "this page would replace a file that the generator did not write: {address}",
        "move that file, or choose another id",
    ),
    an_error(
        "E502",
        "this generated page was changed by hand, and what was written into it would be lost",
        "write it into the data instead, and delete this page: it is made again",
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
    a_warning(
        "W508",
        "among the generated pages are files that no run is known to have written: {count}",
        "this is the first one; they are on the site: delete what nobody needs, and move the rest elsewhere",
    ),
    an_error(
        "E509",
        "the data and the pages need folders of their own, and this is in {outer}",
        "give another folder with --data or --docs",
    ),
    an_error(
        "E510",
        "the site would be built through a link, into “{target}”, and all else there would be removed",
        "remove the link; the site needs a folder of its own, from which it can be copied elsewhere",
    ),
)
"""The kinds of this group, by code."""
