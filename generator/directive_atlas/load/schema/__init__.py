"""The raw records: the data format as classes; ``docs/en/guide/data-format.md`` explains each key.

Terms follow GB/T 9704 (official documents), ELI and Akoma Ntoso (legislation), RASCI (roles), PROV
(evidence), iCalendar (recurrences) and the W3C Web Annotation selectors (quotes).
"""

from directive_atlas.load.record import Languages
from directive_atlas.load.schema.actors import Actor, Alias, Member, Participant, Post, Succession
from directive_atlas.load.schema.changes import (
    ChangedField,
    ChangedValue,
    ChangeReason,
    Changeset,
    RecordedChange,
)
from directive_atlas.load.schema.deadlines import EarlierDeadline, ProposedDeadline
from directive_atlas.load.schema.directives import (
    Attachment,
    Dates,
    Directive,
    Edition,
    NamedEvent,
    Relation,
    Source,
)
from directive_atlas.load.schema.duties import Duty, Reasons, Rule, Said
from directive_atlas.load.schema.files import (
    ActorsFile,
    ChangesFile,
    GlossaryFile,
    ProgressFile,
    ReviewFile,
    SourcesFile,
    TargetsFile,
    TopicsFile,
)
from directive_atlas.load.schema.findings import Finding
from directive_atlas.load.schema.horizon import Horizon
from directive_atlas.load.schema.limits import Limits
from directive_atlas.load.schema.progress import Baseline, Progress, Target, TargetRow
from directive_atlas.load.schema.quotes import Background, Quote
from directive_atlas.load.schema.references import CitedPage, Reference
from directive_atlas.load.schema.reviews import Reviewed
from directive_atlas.load.schema.settings import BodyClass, LinkException, Settings
from directive_atlas.load.schema.subjects import Term, Topic
from directive_atlas.load.schema.tasks import Measure, Section, Task
from directive_atlas.load.schema.timing import (
    Anchor,
    Moment,
    Period,
    Recurrence,
    Timing,
    Within,
)

__all__ = [
    "Actor",
    "ActorsFile",
    "Alias",
    "Anchor",
    "Attachment",
    "Background",
    "Baseline",
    "BodyClass",
    "ChangeReason",
    "ChangedField",
    "ChangedValue",
    "ChangesFile",
    "Changeset",
    "CitedPage",
    "Dates",
    "Directive",
    "Duty",
    "EarlierDeadline",
    "Edition",
    "Finding",
    "GlossaryFile",
    "Horizon",
    "Languages",
    "Limits",
    "LinkException",
    "Measure",
    "Member",
    "Moment",
    "NamedEvent",
    "Participant",
    "Period",
    "Post",
    "Progress",
    "ProgressFile",
    "ProposedDeadline",
    "Quote",
    "Reasons",
    "RecordedChange",
    "Recurrence",
    "Reference",
    "Relation",
    "ReviewFile",
    "Reviewed",
    "Rule",
    "Said",
    "Section",
    "Settings",
    "Source",
    "SourcesFile",
    "Succession",
    "Target",
    "TargetRow",
    "TargetsFile",
    "Task",
    "Term",
    "Timing",
    "Topic",
    "TopicsFile",
    "Within",
]
