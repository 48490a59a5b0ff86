"""Words and values that every stage shares: dates, enumerations with their meaning, text comparison."""

from directive_atlas.vocabulary.actors import ActorKind, Level, ParticipantRole
from directive_atlas.vocabulary.changes import Changing, RecordKind, What
from directive_atlas.vocabulary.directives import (
    ChangeStatus,
    DateKind,
    DirectiveKind,
    EndingKind,
    RelationKind,
)
from directive_atlas.vocabulary.progress import (
    Comparator,
    Connection,
    DeadlineStatus,
    Grade,
    ReportedStatus,
    Status,
    Verification,
)
from directive_atlas.vocabulary.tasks import (
    Basis,
    Choice,
    Obligation,
    Order,
    PendingChange,
    Role,
    Stage,
    TimingForm,
)
from directive_atlas.vocabulary.timeline import EntryGroup, EventKind, Shape

WRITTEN = (
    ActorKind,
    Basis,
    ChangeStatus,
    Changing,
    Choice,
    Comparator,
    Connection,
    DateKind,
    DirectiveKind,
    Grade,
    Level,
    Obligation,
    Order,
    ParticipantRole,
    PendingChange,
    RecordKind,
    RelationKind,
    Role,
    Stage,
    Status,
    Verification,
    What,
)
"""The lists whose words are written in data files."""

COMPUTED = (DeadlineStatus, EndingKind, EntryGroup, EventKind, ReportedStatus, Shape, TimingForm)
"""The lists whose words only the generator uses."""
