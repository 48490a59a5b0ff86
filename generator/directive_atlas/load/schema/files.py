"""What a whole file holds, where that is not one record."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import DateField
from directive_atlas.load.record import Record, conflict
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


class Settings(Record):
    """``data/settings.yml``: the day the site speaks of, and how many days ahead is soon."""

    as_of: DateField | None = None
    due_soon: int = Field(default=30, ge=0)

    @model_validator(mode="after")
    def _speaks_of_a_day(self) -> Self:
        if self.as_of and not self.as_of.is_day:
            raise conflict("as_of is one day", "write year, month and day: 2020-12-31")
        return self
