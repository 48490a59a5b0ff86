"""The options that say on what a run works: this process, several of this machine, or a cluster."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from directive_atlas.cli.printing import fail, refuse
from directive_atlas.outputs.cluster import Cluster, can_use_cluster
from directive_atlas.outputs.engine import Engine, Processes, here
from directive_atlas.problems import say

F = TypeVar("F", bound=Callable[..., Any])

SHARED = ".cache"
"""The folder of a site that a cluster reads from, unless another one is named."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes there are, and the engine that makes the files."""

    jobs: int = 1
    engine: Engine = here
    shares: tuple[Path, ...] = ()
    """Files of what other machines have made already."""


ALONE = Workers()
"""This process, for all there is to do."""


def on_workers(command: F) -> F:
    """Give a command its ``workers``, by three options."""

    @click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="How many processes of this machine work.",
    )
    @click.option("--scheduler", metavar="ADDRESS", help="A cluster of Dask that makes the files.")
    @click.option(
        "--shared",
        metavar="URL",
        help="A folder that the cluster reaches, too, at any address of fsspec.  "
        "[default: .cache/ of the current folder]",
    )
    @click.option(
        "--join",
        "shares",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A share that another machine has made (directives share); name all of them.",
    )
    @wraps(command)
    def with_workers(
        *args: Any,
        jobs: int,
        scheduler: str | None,
        shared: str | None,
        shares: tuple[Path, ...],
        **options: Any,
    ) -> Any:
        workers = Workers(jobs, _engine(jobs, scheduler, shared), shares)
        return command(*args, workers=workers, **options)

    return with_workers  # type: ignore[return-value]


def _engine(jobs: int, scheduler: str | None, shared: str | None) -> Engine:
    if scheduler is None:
        if shared is not None:
            refuse(say("--shared is the folder of a cluster; name its --scheduler, too"))
        return Processes(jobs) if jobs > 1 else here
    if not re.fullmatch(r"\w+://[^/]+:\d+", scheduler):
        refuse(say("write the address of the scheduler as tcp://HOST:PORT"))
    if not can_use_cluster():
        fail(say("for a cluster, install: python -m pip install “directive-atlas[cluster]”"))
    return Cluster(scheduler, shared or str(Path(SHARED).absolute()))
