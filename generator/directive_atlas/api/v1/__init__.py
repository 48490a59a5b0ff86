"""Version 1 of the records as other programs read them: models, and how they are made from a corpus.

Fields are added, never renamed, removed or given another meaning; that would be version 2, beside this one.
A field that is left out has no value in the data.
"""

from directive_atlas.api.v1.actors import Actor, Alias, Succession, Term, Topic
from directive_atlas.api.v1.base import Day, Quote, Record, Reference, Words
from directive_atlas.api.v1.changes import (
    ChangedField,
    ChangedValue,
    ChangeReason,
    Changes,
    Gone,
    GoneRecords,
    RecordedChange,
)
from directive_atlas.api.v1.directives import Directive, Finding, Paper, Relation, Section
from directive_atlas.api.v1.indexes import Corpus, Entry, Index
from directive_atlas.api.v1.making import records
from directive_atlas.api.v1.progress import BodyStanding, Reading, Report, Standing, Target
from directive_atlas.api.v1.records import Records, walk
from directive_atlas.api.v1.tasks import Duty, Origin, Task
from directive_atlas.api.v1.timing import Change, Timing

__all__ = [
    "Actor",
    "Alias",
    "BodyStanding",
    "Change",
    "ChangeReason",
    "ChangedField",
    "ChangedValue",
    "Changes",
    "Corpus",
    "Day",
    "Directive",
    "Duty",
    "Entry",
    "Finding",
    "Gone",
    "GoneRecords",
    "Index",
    "Origin",
    "Paper",
    "Quote",
    "Reading",
    "Record",
    "RecordedChange",
    "Records",
    "Reference",
    "Relation",
    "Report",
    "Section",
    "Standing",
    "Succession",
    "Target",
    "Task",
    "Term",
    "Timing",
    "Topic",
    "Words",
    "records",
    "walk",
]
