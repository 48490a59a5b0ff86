"""Making the outputs on several machines: a cluster of Dask, to which this process connects.

What all parts share goes once through a folder that every machine reaches, at any address that fsspec knows
(a shared folder, ``s3://…``). A worker that dies is no loss: Dask does its parts again on another one.
"""

from __future__ import annotations

import hashlib
import pickle
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from typing import Any, TypeVar

from directive_atlas.outputs.engine import Run, settled

P = TypeVar("P")
R = TypeVar("R")

AGAIN = 3
"""How often a part is tried again whose worker was lost."""


def can_use_cluster() -> bool:
    """Whether the packages for clusters are installed."""
    return find_spec("distributed") is not None and find_spec("fsspec") is not None


class ClusterError(Exception):
    """A cluster, or the folder that it reads from, cannot be used; the message says why."""


@dataclass(frozen=True)
class Cluster:
    """A cluster of Dask by the address of its ``scheduler``; its workers reach ``folder``, too.

    Each worker needs this program in the same version, and, if the site has some, its own templates at the
    same path.
    """

    scheduler: str
    folder: str

    @contextmanager
    def __call__(self, shared: object) -> Iterator[Run]:
        """Connect, lay down what is shared, and take it away at the end.

        Raises:
            ClusterError: the scheduler or the folder cannot be reached.
        """
        from distributed import Client

        try:
            with self._laid_down(shared) as at, Client(self.scheduler, set_as_default=False) as client:
                yield partial(_on, client, at)
        except (OSError, ValueError, ImportError) as error:
            raise ClusterError(str(error)) from error

    @contextmanager
    def _laid_down(self, shared: object) -> Iterator[str]:
        """The address of what is shared, as long as it is there."""
        from fsspec import url_to_fs

        content = pickle.dumps(shared, protocol=5)
        name = f"directive-atlas-{hashlib.sha256(content).hexdigest()[:16]}.pickle"
        files, folder = url_to_fs(self.folder)
        path = posixpath.join(folder, name)
        files.makedirs(folder, exist_ok=True)
        files.pipe_file(path, content)
        try:
            yield files.unstrip_protocol(path)
        finally:
            files.rm_file(path)


def _on(client: Any, at: str, function: Callable[[Any, P], R], parts: Iterable[P]) -> Iterator[R]:
    futures = client.map(partial(_call, function, at), list(parts), pure=False, retries=AGAIN)
    for future in futures:
        yield future.result()
        future.release()


def _call(function: Callable[[Any, P], R], at: str, part: P) -> Any:
    return settled(function(_shared(at), part))


@lru_cache(maxsize=1)
def _shared(at: str) -> Any:
    """What is shared; a worker reads it once."""
    import fsspec

    with fsspec.open(at, "rb") as file:
        return pickle.load(file)
