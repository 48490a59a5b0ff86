"""A yardstick inside a measured process, which takes the machine's speed out of processor seconds.

Processor seconds of a shared machine vary by a half and more: caches and clock rates are shared too. So a
fixed piece of Python work is timed in between, and what was measured is divided by how long that took.
"""

from __future__ import annotations

import resource
import signal
import statistics
import time
from dataclasses import dataclass, field

EVERY = 0.5
"""Seconds from one look at the yardstick to the next."""
REFERENCE = 0.004
"""Seconds of the work on the processor whose seconds are told: one core of a server of 2023, idle."""
LEAST = 3
"""Looks that a stage needs; one that is too short for them gets the rest at its end."""

_VALUES = {str(number): (number, str(number)) for number in range(20_000)}


def work() -> float:
    """Processor seconds of the fixed piece of work: look-ups, sums and texts, as the generator does them."""
    start, total = time.thread_time(), 0
    for key, (number, digits) in _VALUES.items():
        total += len(digits) + number % 7 + len(_VALUES[key])
        ("a" + key).replace("1", "2")
    return time.thread_time() - start


def _spent() -> float:
    """Processor seconds of this process and of those that it has started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@dataclass(slots=True)
class Yardstick:
    """The looks since the last lap, what they took, and the processor time at which it ended.

    It looks every ``EVERY`` seconds, also while this process waits for another one that does the work, as
    long as its ``with`` block lasts. There is one for a process.
    """

    _looks: list[float] = field(default_factory=list)
    _took: float = 0.0
    _start: float = 0.0

    def __enter__(self) -> Yardstick:
        """Look from now on."""
        signal.signal(signal.SIGALRM, lambda *_: self._look())
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        self._start = _spent()
        return self

    def _look(self) -> None:
        """Look once; caches are cold after a wait, so the first time does not count."""
        start = time.thread_time()
        work()
        self._looks.append(work())
        self._took += time.thread_time() - start

    def lap(self) -> float:
        """Seconds of the reference processor since the last lap, without those of the looks themselves.

        Those of processes that were started and have ended count, too.
        """
        own = _spent() - self._start - self._took
        looks = [*self._looks, *(work() for _ in range(LEAST - len(self._looks)))]
        self._looks.clear()
        self._took, self._start = 0.0, _spent()
        return own * REFERENCE / statistics.fmean(looks)

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)
