"""The content of a whole file, if that is not one record."""

from __future__ import annotations

from directive_atlas.load.record import Record
from directive_atlas.load.schema.actors import Actor
from directive_atlas.load.schema.progress import Progress
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


class ReviewFile(Record):
    """``review.csv`` beside a directive: one passage a row."""

    reviews: tuple[Reviewed, ...]
