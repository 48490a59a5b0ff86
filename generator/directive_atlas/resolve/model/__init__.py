"""The sealed graph: what the pages are made from.

Everything here is computed once, never changed, and knows nothing of Markdown or files. Records
name each other by id; ``Corpus`` finds them and holds every link both ways.
"""

from directive_atlas.resolve.model.directives import Directive, NamedEvent, Participant, Relation, SourceNote
from directive_atlas.resolve.model.progress import Baseline, Report, Standing, State, Target
from directive_atlas.resolve.model.records import Actor, Alias, Post, Term, Topic
from directive_atlas.resolve.model.tasks import Duty, Section, Task
from directive_atlas.resolve.model.texts import Background, Passage, Reference, Text
from directive_atlas.resolve.model.timing import Ending, EndingKind, Slip, Timeliness, Timing, TimingForm

__all__ = [
    "Actor",
    "Alias",
    "Background",
    "Baseline",
    "Directive",
    "Duty",
    "Ending",
    "EndingKind",
    "NamedEvent",
    "Participant",
    "Passage",
    "Post",
    "Reference",
    "Relation",
    "Report",
    "Section",
    "Slip",
    "SourceNote",
    "Standing",
    "State",
    "Target",
    "Task",
    "Term",
    "Text",
    "Timeliness",
    "Timing",
    "TimingForm",
    "Topic",
]
