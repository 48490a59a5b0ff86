"""Running a site builder: MkDocs, or one of those that read the same configuration."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from directive_atlas.builders.config import CONFIG

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
    """The result of a builder: whether it succeeded, and what it printed."""

    ok: bool
    output: str


def is_installed(builder: str) -> bool:
    """Whether the package of a builder is installed."""
    return find_spec(builder) is not None


def run_builder(builder: str, site: Path) -> Result:
    """Build the site of a folder, with warnings as errors."""
    command = [sys.executable, "-m", builder, *BUILDERS[builder]]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines(keepends=True)
    return Result(done.returncode == 0, "".join(line for line in lines if not line.startswith("INFO")))
