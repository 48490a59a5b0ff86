"""A small process that is told which files to write, and is killed while a child of it does.

``python -m tests.tools.killing`` reads a line of JSON for each run: the step to be killed at, the folder, and
the files; it answers whether the run came so far. To fork the large process of the tests would take longer.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import Plan, carry_out, plan

from tests.tools.paths import ROOT

KilledAt = Callable[[int, Mapping[str, bytes], Path], bool]
"""Writes files into a folder, in a process that is killed before one of its steps; whether it was."""
_CHANGES = ("write", "replace", "unlink", "rmdir", "mkdir", "open")
"""What changes a folder, and what comes before it."""


@contextmanager
def killing() -> Iterator[KilledAt]:
    """The process, for as long as it is needed."""
    command = [sys.executable, "-m", "tests.tools.killing"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as child:
        assert child.stdin and child.stdout
        asked, told = child.stdin, child.stdout

        def killed_at(step: int, files: Mapping[str, bytes], root: Path) -> bool:
            texts = {name: content.decode() for name, content in files.items()}
            asked.write(f"{json.dumps([step, str(root), texts])}\n")
            asked.flush()
            answer: bool = json.loads(told.readline())
            return answer

        yield killed_at
        asked.close()


def output_of(files: Mapping[str, bytes]) -> Output:
    """An output of these files."""
    return Output(dict(files), dict.fromkeys(files, Place("data")))


def _killed_at(step: int, planned: Plan) -> bool:
    """Carry out a plan in a process that is killed, as by ``kill -9``, before one of its steps."""
    child = os.fork()
    if child == 0:
        left = iter(range(step))
        for name in _CHANGES:
            setattr(os, name, _deadly(getattr(os, name), left))
        carry_out(planned)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _deadly(call: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    def counted(*arguments: object, **options: object) -> object:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)

    return counted


def _answer(line: str) -> bool:
    step, root, texts = json.loads(line)
    output = output_of({name: text.encode() for name, text in texts.items()})
    return _killed_at(step, plan(output, Path(root)))


if __name__ == "__main__":
    for asked in sys.stdin:
        print(json.dumps(_answer(asked)), flush=True)
