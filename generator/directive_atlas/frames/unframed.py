"""Why a builder has to make every page itself."""

from __future__ import annotations

from directive_atlas.problems import Wording


class UnframedError(Exception):
    """The frames of samples may not be those of all pages; ``why`` says what acts on each."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why
