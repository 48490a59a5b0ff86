"""Times of a passage, in the forms that a record has."""

from directive_atlas.draft.zh.when.form import Clock
from directive_atlas.draft.zh.when.times import times, times_of_cell

__all__ = ["Clock", "times", "times_of_cell"]
