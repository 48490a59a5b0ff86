"""Sites built with MkDocs and the others, in folders that several tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Made = Callable[[str, Callable[[Path], object]], Path]
"""Makes a folder of that name by a function, unless another worker has made it."""


def build_site(folder: Path, *command: str) -> Path:
    """Build the project in a folder with one of the site builders; gives the site's folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    arguments = [sys.executable, "-m", *command]
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
