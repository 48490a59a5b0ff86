"""A small process that is told which files to write, and whose children are killed while they do it.

``python -m tests.tools.kills.killing`` reads a line of JSON for each request: the folder, the files of each
run, and when to kill them; it answers how each run ended. To fork the large process of the tests would be
slower.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import RunningError, alone_with_pages, carry_out, plan

from tests.tools.paths import ROOT

Files = Mapping[str, bytes]
WROTE, REFUSED, KILLED = "wrote", "refused", "killed"
"""How a run ends: to the end, because another one was there, or by a signal."""
_CHANGES = ("write", "replace", "rename", "unlink", "rmdir", "mkdir", "open")
"""What changes a folder, and what comes before it."""


@dataclass(frozen=True, slots=True)
class Killer:
    """The process, told through its standard input."""

    asked: IO[str]
    told: IO[str]

    def at_step(self, step: int, files: Files, root: Path) -> bool:
        """Run a process that is killed before one of its steps; whether it came so far."""
        return self._runs([files], root, step=step) == [KILLED]

    def after(self, seconds: float, runs: Sequence[Files], root: Path) -> list[str]:
        """Start runs at the same time and kill those that still run after some time; how each ended."""
        return self._runs(runs, root, seconds=seconds)

    def at_once(self, runs: Sequence[Files], root: Path) -> list[str]:
        """Start runs at the same time; how each ended."""
        return self._runs(runs, root)

    def _runs(
        self, runs: Sequence[Files], root: Path, *, step: int | None = None, seconds: float | None = None
    ) -> list[str]:
        texts = [{name: content.decode() for name, content in files.items()} for files in runs]
        self.asked.write(f"{json.dumps([str(root), texts, step, seconds])}\n")
        self.asked.flush()
        answer: list[str] = json.loads(self.told.readline())
        return answer


@contextmanager
def killing() -> Iterator[Killer]:
    """The process, for as long as it is needed."""
    command = [sys.executable, "-m", "tests.tools.kills.killing"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as child:
        assert child.stdin and child.stdout
        yield Killer(child.stdin, child.stdout)
        child.stdin.close()


def page(text: str) -> bytes:
    """A page as a run makes it: it says so where it begins."""
    return f'---\nmade: "1"\n---\n{text}'.encode()


def output_of(files: Files) -> Output:
    """An output of these files."""
    return Output(dict(files), dict.fromkeys(files, Place("data")))


def _started(files: Files, root: Path, step: int | None) -> int:
    """A process that writes files into a folder, as a command does."""
    child = os.fork()
    if child == 0:
        if step is not None:
            left = iter(range(step))
            for name in _CHANGES:
                setattr(os, name, _deadly(getattr(os, name), left))
        try:
            with alone_with_pages(root, "a test"):
                planned = plan(output_of(files), root)
                assert not any(problem.is_error for problem in planned.problems), planned.problems
                carry_out(planned)
        except RunningError:
            os._exit(3)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(4)
        os._exit(0)
    return child


def _deadly(call: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    def counted(*arguments: object, **options: object) -> object:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)

    return counted


def _answer(line: str) -> list[str]:
    root, texts, step, seconds = json.loads(line)
    runs = [{name: text.encode() for name, text in files.items()} for files in texts]
    children = [_started(files, Path(root), step) for files in runs]
    if seconds is not None:
        time.sleep(seconds)
        for child in children:
            os.kill(child, signal.SIGKILL)
    return [_end(os.waitpid(child, 0)[1]) for child in children]


def _end(status: int) -> str:
    if os.WIFSIGNALED(status):
        return KILLED
    return {0: WROTE, 3: REFUSED}.get(os.WEXITSTATUS(status), "failed")


if __name__ == "__main__":
    for asked in sys.stdin:
        print(json.dumps(_answer(asked)), flush=True)
