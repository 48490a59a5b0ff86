"""Python's search for circles of objects, which the stages have no use for."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Do not look for circles of objects meanwhile.

    Records name each other by their ids and are never in circles, so they go as soon as nothing needs them.
    To look for circles would only walk through all of them, again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
