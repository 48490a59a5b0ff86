"""Writing a file that may be there already: only if that is wanted, and then a copy of it is kept."""

from __future__ import annotations

from itertools import count
from pathlib import Path, PurePath

from directive_atlas import filesystem
from directive_atlas.cli.options import shown
from directive_atlas.cli.printing import fail, tell
from directive_atlas.problems import say


def write_new(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file; one that is there is replaced only with ``force``, and its copy stays beside it."""
    folder, name = path.parent.resolve(), path.name
    old = filesystem.read(folder, name)
    if old == content:
        return
    if old is not None:
        if not force:
            fail(say("{file} is there; --force replaces it and keeps a copy", file=shown(folder / name)))
        copy = _free(folder, name)
        filesystem.write(folder, copy, old)
        tell(say("a copy of what was there: {copy}", copy=shown(folder / copy)))
    filesystem.write(folder, name, content)


def _free(folder: Path, name: str) -> str:
    """The name of a copy that is not there yet; its suffix stays, so that it can be opened."""
    path = PurePath(name)
    names = (f"{path.stem}.before-{number}{path.suffix}" for number in count(1))
    return next(each for each in names if filesystem.read(folder, each) is None)
