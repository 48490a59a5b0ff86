"""Runs of ``directives generate`` on pages that are there: of what has changed since, only that is made."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks.stages import Ended, Measured

AGAIN = "again: "
"""Stages that are no part of a run, but runs of their own, each a process with all that it takes to start."""


def to_again(root: Path, measured: Measured) -> None:
    """A whole run, one with nothing to do, and with a title, an English name and the day changed."""
    measured(f"{AGAIN}all", partial(_generate, root))
    measured(f"{AGAIN}nothing", partial(_generate, root))
    _edit(min((root / "data" / "directives").glob("*/directive.yml")), "title:\n  zh: ")
    measured(f"{AGAIN}one title", partial(_generate, root))
    _edit(root / "data" / "actors.yml", "\n    en: ")
    measured(f"{AGAIN}one body", partial(_generate, root))
    measured(f"{AGAIN}next day", partial(_generate, root, "--as-of", "2024-07-01"))


def _edit(file: Path, before: str) -> None:
    text = file.read_text("utf-8")
    assert before in text, file
    file.write_text(text.replace(before, f"{before}X", 1), "utf-8")


_GENERATE = """
import atexit, sys
from directive_atlas.cli import main
atexit.register(lambda: sys.stderr.write(open("/proc/self/status").read()))
main(["generate", *sys.argv[1:]])
"""
"""The command, and then what Linux says of its process; what it tells parents begins with their own peak."""


def _generate(root: Path, *options: str) -> Ended:
    command = [sys.executable, "-c", _GENERATE, "--site", str(root), *options]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    peak = re.search(r"^VmHWM:\s+(\d+) kB$", told, re.MULTILINE)
    assert peak, told
    return Ended(int(peak[1]) / 1024)
