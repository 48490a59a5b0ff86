"""Python's search for circles of objects, which few stages have use for."""

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


def let_go_of_circles() -> None:
    """Look once for circles among the objects made since the last time; of older ones none goes any more.

    Templates make some: the context of each page, and with it all that the page was made from.
    """
    gc.collect(0)
