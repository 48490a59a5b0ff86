"""Running a site builder: MkDocs, or one of those that read the same configuration."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from directive_atlas.builders.config import CONFIG
from directive_atlas.problems import Wording, say

BUILDERS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("build", "--strict", "--config-file", CONFIG),
    "properdocs": ("build", "--strict", "--config-file", CONFIG),
    "zensical": ("build", "--strict", "--config-file", CONFIG),
}
"""The builders by the name of their package, with the arguments for a strict build.

MkDocs and ProperDocs do not count a warning that ``--quiet`` keeps back, so they are not told to be quiet.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a builder: whether it succeeded, and what it printed, or that it was ended."""

    ok: bool
    output: str
    late: Wording | None = None


def is_installed(builder: str) -> bool:
    """Whether the package of a builder is installed."""
    return find_spec(builder) is not None


def run_builder(builder: str, site: Path, minutes: float | None = None) -> Result:
    """Build the site of a folder, with warnings as errors; after some ``minutes`` that is stopped."""
    # -P: else a file of the site such as yaml.py would be run in place of a package
    command = [sys.executable, "-P", "-m", builder, *BUILDERS[builder]]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=site,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=None if minutes is None else minutes * 60,
        )
    except subprocess.TimeoutExpired:
        why = say(
            "{builder} had not ended after {minutes} minutes; find the page by hand that keeps it",
            builder=builder,
            minutes=f"{minutes:g}",
        )
        return Result(ok=False, output="", late=why)
    lines = (done.stdout + done.stderr).splitlines(keepends=True)
    return Result(done.returncode == 0, "".join(_told(line for line in lines if not line.startswith("INFO"))))


def _told(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a builder; of a traceback only the last one, which says what went wrong."""
    rest = iter(lines)
    for line in rest:
        if line.startswith("Traceback (most recent call last):"):
            yield from deque(filter(str.strip, rest), maxlen=1)
        else:
            yield line
