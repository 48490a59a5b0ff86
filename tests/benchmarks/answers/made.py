"""The largest pages of a made-up site, as they are before a builder turns them into HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from directive_atlas.build import build

from tests.benchmarks.corpus import write_corpus
from tests.tools.moment import midnight

_DAY = dt.date(2020, 1, 1)
_SHOWN = 12
_ROW = re.compile(rb"^\s*(\||- |<tr)", re.MULTILINE)


def largest(folder: Path, tasks: int) -> Iterator[str]:
    """A line for each of the largest pages: bytes, rows and items of lists, name."""
    write_corpus(folder / "data", tasks)
    built = build(folder / "data", midnight(_DAY))
    assert built.output, [problem for problem in built.problems if problem.is_error]
    pages = {name: content for name, content in built.output.files.items() if name.endswith(".md")}
    yield f"{tasks} tasks, {len(pages)} pages in all languages"
    yield f"{'bytes':>9} {'rows':>6}"
    for name, content in sorted(pages.items(), key=lambda page: -len(page[1]))[:_SHOWN]:
        yield f"{len(content):9} {len(_ROW.findall(content)):6} {name}"
