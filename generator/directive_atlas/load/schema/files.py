"""The content of a whole file, if that is not one record."""

from __future__ import annotations

from directive_atlas.load.record import Record
from directive_atlas.load.schema.actors import Actor
from directive_atlas.load.schema.changes import Changeset
from directive_atlas.load.schema.progress import Progress, TargetRow
from directive_atlas.load.schema.references import CitedPage
from directive_atlas.load.schema.reviews import Reviewed
from directive_atlas.load.schema.subjects import Term, Topic


class ActorsFile(Record):
    """``data/actors.yml``."""

    actors: tuple[Actor, ...]
    """All actors of the site."""


class TopicsFile(Record):
    """``data/topics.yml``."""

    topics: tuple[Topic, ...]
    """All topics of the site."""


class GlossaryFile(Record):
    """``data/glossary.yml``."""

    terms: tuple[Term, ...]
    """All terms of the site."""


class ChangesFile(Record):
    """``data/changes/2020-06.yml``: what was recorded of one month, the oldest first."""

    changes: tuple[Changeset, ...]
    """All changes of the month."""


class ProgressFile(Record):
    """``progress.csv`` beside a directive: one report a row."""

    progress: tuple[Progress, ...]
    """The reports of the table."""


class TargetsFile(Record):
    """``targets.csv`` beside a directive: one figure, or one baseline of a figure, a row."""

    targets: tuple[TargetRow, ...]
    """The figures of the table."""


class SourcesFile(Record):
    """``sources.csv`` beside a directive: one page that is cited a row."""

    sources: tuple[CitedPage, ...]
    """The pages of the table."""


class ReviewFile(Record):
    """``review.csv`` beside a directive: one passage a row."""

    reviews: tuple[Reviewed, ...]
    """The reviews of the table."""
