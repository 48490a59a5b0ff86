"""Reading in a process of its own, which ends when it takes too long or too much memory.

The library for PDFs is written in C++: a page whose parts draw each other many times over would keep it for
years, and nothing in our own process could stop it.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from directive_atlas.intake.taken import Limits, RefusedError, Taken, damaged, too_much
from directive_atlas.problems import say

Read = Callable[[bytes, str, Limits], Taken]


def read_apart(read: Read, content: bytes, file: str, limits: Limits) -> Taken:
    """What a function reads of a file.

    Raises:
        RefusedError: it is refused, is too much (E118), or its reader has ended without an answer (E117).

    """
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_send, args=(sending, read, content, file, limits), daemon=True)
    process.start()
    sending.close()
    try:
        if not receiving.poll(limits.seconds):
            raise too_much(file, limits.seconds, say("seconds of reading"))
        found = receiving.recv()
    except EOFError:
        raise damaged(file, "PDF") from None
    finally:
        process.kill()
        process.join()
        receiving.close()
    if isinstance(found, Taken):
        return found
    raise RefusedError(found)


def _send(sending: Connection, read: Read, content: bytes, file: str, limits: Limits) -> None:
    """Send what is read, or the problem for which it is not."""
    with suppress(ValueError, OSError):  # more may be forbidden already, or no system does that
        resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    try:
        sending.send(read(content, file, limits))
    except RefusedError as refusal:
        sending.send(refusal.problem)
    except MemoryError:
        sending.send(too_much(file, limits.memory, say("bytes of memory")).problem)
