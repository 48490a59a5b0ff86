"""Sockets that stand where a file is looked for."""

from __future__ import annotations

import os
import socket
from pathlib import Path


def make_socket(path: Path) -> None:
    """Put a socket at a path, below the folder that commands run in or near it."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))  # such names may not be long
