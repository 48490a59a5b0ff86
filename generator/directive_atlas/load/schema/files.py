"""The content of a whole file, if that is not one record."""

from __future__ import annotations

from directive_atlas.load.record import Record
from directive_atlas.load.schema.actors import Actor
from directive_atlas.load.schema.progress import Progress, TargetRow
from directive_atlas.load.schema.references import CitedPage
from directive_atlas.load.schema.reviews import Reviewed
from directive_atlas.load.schema.subjects import Term, Topic


class ActorsFile(Record):
    """``data/actors.yml``."""

    actors: tuple[Actor, ...]


class TopicsFile(Record):
    """``data/topics.yml``."""

    topics: tuple[Topic, ...]


class GlossaryFile(Record):
    """``data/glossary.yml``."""

    terms: tuple[Term, ...]


class ProgressFile(Record):
    """``progress.csv`` beside a directive: one report a row."""

    progress: tuple[Progress, ...]


class TargetsFile(Record):
    """``targets.csv`` beside a directive: one figure, or one baseline of a figure, a row."""

    targets: tuple[TargetRow, ...]


class SourcesFile(Record):
    """``sources.csv`` beside a directive: one page that is cited a row."""

    sources: tuple[CitedPage, ...]


class ReviewFile(Record):
    """``review.csv`` beside a directive: one passage a row."""

    reviews: tuple[Reviewed, ...]
