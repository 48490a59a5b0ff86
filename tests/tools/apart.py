"""Work in a process of its own, with limits: whatever it does, this process goes on."""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

_BYTES = 4 * 2**30


def passes(work: Callable[[], int], seconds: float, *, loud: bool = False) -> bool:
    """Whether work ends with 0 within so many processor seconds; it must not wait for long either.

    What it prints is not shown, unless it is to be ``loud``.
    """
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os._exit(_limited(work, int(seconds) + 1, loud=loud))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _limited(work: Callable[[], int], seconds: int, *, loud: bool) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    signal.alarm(10 * seconds)
    if not loud:
        with Path(os.devnull).open("w") as nowhere:
            for number in (1, 2):
                os.dup2(nowhere.fileno(), number)
    try:
        return work()
    except BaseException:
        traceback.print_exc()
        return 1
