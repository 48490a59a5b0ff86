"""On what a run works: in this process, or on several at once. What is to be done is the same for all.

An engine takes what all parts of the work share, once, and lends a way to run a function on many parts; the
results come in the order of the parts.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Generic, Protocol, TypeVar

AHEAD = 8
"""How many parts a process may be ahead of the one whose result is next: parts take unlike times."""

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")


class Run(Protocol):
    """Runs a function, given what is shared and a part, on each of some parts.

    What an iterator gives that the function returns may be made only when it is needed, or all at once.
    """

    def __call__(self, function: Callable[[Any, P], R], parts: Iterable[P], /) -> Iterator[R]:
        """The results in the order of the parts."""


class Engine(Protocol):
    """Lends a way to run functions on parts for as long as the work on ``shared`` lasts."""

    def __call__(self, shared: S, /) -> AbstractContextManager[Run]:
        """Lend it."""


@contextmanager
def here(shared: S) -> Iterator[Run]:
    """In this process, one part after the other."""

    def run(function: Callable[[S, P], R], parts: Iterable[P]) -> Iterator[R]:
        return map(partial(function, shared), parts)

    yield run


@dataclass
class _Held(Generic[S]):
    """What a process forked from ours has of our memory, so that nothing need be sent to it."""

    shared: S | None = None


_HELD: _Held[Any] = _Held()


def _hold(shared: object) -> None:
    _HELD.shared = shared


def settled(result: Any) -> Any:
    """What can be sent to another process: of an iterator, all that it gives."""
    return tuple(result) if isinstance(result, Iterator) else result


def _call(function: Callable[[Any, P], R], part: P) -> Any:
    return settled(function(_HELD.shared, part))


@dataclass(frozen=True)
class Processes:
    """On several processes of this machine; they are copies of this one, which share its memory.

    Where a system has no ``fork``, it is this process alone. If one of them dies, for lack of memory say,
    this process does what was left.
    """

    number: int

    @contextmanager
    def __call__(self, shared: S) -> Iterator[Run]:
        """Start the processes, and stop them when the work is done."""
        if self.number < 2 or "fork" not in multiprocessing.get_all_start_methods():
            with here(shared) as alone:
                yield alone
            return
        gc.freeze()  # else looking for circles would copy all that is shared
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(self.number, context, initializer=_hold, initargs=(shared,)) as pool:
            yield partial(_on, pool, shared, AHEAD * self.number)
        gc.unfreeze()


def _on(
    pool: ProcessPoolExecutor, shared: S, ahead: int, function: Callable[[S, P], R], parts: Iterable[P]
) -> Iterator[R]:
    """The results in order; no more than ``ahead`` of them wait, as they are as large as the site."""
    parts, due, futures = iter(parts), deque[P](), deque[Future[Any]]()
    try:
        for part in parts:
            due.append(part)
            futures.append(pool.submit(_call, function, part))
            if len(due) > ahead:
                yield futures.popleft().result()
                due.popleft()
        while due:
            yield futures.popleft().result()
            due.popleft()
    except BrokenProcessPool:
        yield from map(partial(function, shared), chain(due, parts))
