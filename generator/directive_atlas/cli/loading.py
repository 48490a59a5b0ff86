"""The records of a site, for commands that add to them."""

from __future__ import annotations

from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, shown
from directive_atlas.cli.printing import fail, print_problems
from directive_atlas.load import RawCorpus, load
from directive_atlas.problems import order, say


def loaded(folders: Folders, *, to_write: bool = True) -> RawCorpus:
    """The present records; a record can only be added to files that can be read, by one run at a time."""
    if to_write:
        hold(folders.data)
    raw, problems = load(folders.data, shown(folders.data))
    errors = [each for each in order(problems) if each.is_error]
    if errors:
        print_problems(errors)
        fail(say("correct this first; nothing was written"))
    return raw
