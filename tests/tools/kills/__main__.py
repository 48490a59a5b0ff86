"""Runs that are killed at random moments, one, two or three at once: ``make kills``.

Whatever came of them, the next run must give what a clean one gives, and leave what was written by hand.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from directive_atlas.write import LOCK, alone_with_pages, carry_out, plan

from tests.tools.kills.killing import KILLED, REFUSED, WROTE, Files, Killer, killing, output_of, page

COMPARED = "compared"
"""How often what a run left was compared with a clean one."""


def write(files: Files, root: Path) -> None:
    """Write a site in this process, as a command does."""
    with alone_with_pages(root, "a test"):
        planned = plan(output_of(files), root)
        assert not planned.problems, planned.problems
        carry_out(planned)


def tree(root: Path) -> dict[str, bytes | None]:
    """Every file and folder but the lock; of folders there is nothing to compare."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
        if path.name != LOCK
    }


def hammered(killer: Killer, folder: Path, seed: int, kills: int) -> Counter[str]:
    """Kill so many runs, and compare what is left after some of them; how the runs ended."""
    chance, ends = random.Random(seed), Counter[str]()
    root, clean = folder / "docs", folder / "clean"
    root.mkdir()
    (root / "about.md").write_bytes(b"by hand")
    longest = _usual_time(killer, root, chance)
    while ends[KILLED] < kills:
        runs = [_site(chance) for _ in range(chance.choice((1, 1, 2, 3)))]
        ends.update(killer.after(chance.random() * longest, runs, root))
        assert set(ends) <= {WROTE, REFUSED, KILLED, COMPARED}, ends
        if chance.random() < 0.6:
            site = _site(chance)
            for each in (root, clean):
                write(site, each)
            assert tree(root) == {**tree(clean), "about.md": b"by hand"}, ends
            ends[COMPARED] += 1
    return ends


def _usual_time(killer: Killer, root: Path, chance: random.Random) -> float:
    """The seconds of a run that nobody kills; the first one also waits for the process to start."""
    for _ in range(2):
        began = time.monotonic()
        killer.at_once([_site(chance)], root)
    return time.monotonic() - began


def _site(chance: random.Random) -> Files:
    """A site of some hundred pages that shares some with any other one."""
    pages = {f"tasks/{n // 20}/{n}.md": str(chance.randrange(3)) for n in range(300) if chance.random() < 0.7}
    return {name: page(text) for name, text in {"index.md": "home", **pages}.items()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made, killing() as one:
        print(dict(hammered(one, Path(made), seed=1, kills=int(sys.argv[1]))))
