"""A file that is not read, with the problem that says why."""

from __future__ import annotations

from directive_atlas.problems import Problem


class RefusedError(Exception):
    """A table cannot be read, as ``problem`` says."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.problem = found
