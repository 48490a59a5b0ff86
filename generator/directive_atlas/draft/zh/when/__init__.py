"""Times of a passage, in the forms that a record has."""

from directive_atlas.draft.zh.when.form import Clock
from directive_atlas.draft.zh.when.times import times

__all__ = ["Clock", "times"]
