"""The resolved records, from which outputs are made.

All of them are computed once, never changed, and independent of Markdown and files. Records refer to each
other by id; ``Corpus`` finds them and has every link in both directions.
"""

from directive_atlas.resolve.model.directives import (
    Attachment,
    Directive,
    Document,
    Finding,
    NamedEvent,
    OutsideRelation,
    Participant,
    Relation,
    SourceNote,
)
from directive_atlas.resolve.model.editions import Edition
from directive_atlas.resolve.model.progress import (
    Baseline,
    BodyStandings,
    Horizon,
    Occurrence,
    Parts,
    Report,
    Standing,
    Target,
)
from directive_atlas.resolve.model.records import Actor, Alias, Post, Succession, Term, Topic
from directive_atlas.resolve.model.tasks import Duty, ObligationWord, Origin, Section, Task
from directive_atlas.resolve.model.texts import Background, Passage, Reference, Text
from directive_atlas.resolve.model.timing import (
    EarlierDeadline,
    Ending,
    ProposedDeadline,
    Timing,
    taken_effect,
)
from directive_atlas.vocabulary.directives import EndingKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import TimingForm

__all__ = [
    "Actor",
    "Alias",
    "Attachment",
    "Background",
    "Baseline",
    "BodyStandings",
    "DeadlineStatus",
    "Directive",
    "Document",
    "Duty",
    "EarlierDeadline",
    "Edition",
    "Ending",
    "EndingKind",
    "Finding",
    "Horizon",
    "NamedEvent",
    "ObligationWord",
    "Occurrence",
    "Origin",
    "OutsideRelation",
    "Participant",
    "Parts",
    "Passage",
    "Post",
    "ProposedDeadline",
    "Reference",
    "Relation",
    "Report",
    "ReportedStatus",
    "Section",
    "SourceNote",
    "Standing",
    "Succession",
    "Target",
    "Task",
    "Term",
    "Text",
    "Timing",
    "TimingForm",
    "Topic",
    "taken_effect",
]
