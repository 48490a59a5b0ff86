"""The first sentence of the home page: how many directives, of which years, about what, how far read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date

MOST_TOPICS = 3
"""The number of topics that stand for a subject that the settings do not give."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The numbers of the first sentence.

    ``years`` are the first and the last year of a dated directive. ``read`` counts the directives of whose
    text no sentence is left over, ``without_text`` those without text. ``topics`` are the ids of the most
    frequent of those that most directives have, ``more_topics`` tells whether there are others.
    """

    directives: int
    years: tuple[ImpreciseDate, ImpreciseDate] | None
    read: int
    without_text: int
    tasks: int
    measures: int
    actors: int
    topics: tuple[str, ...]
    more_topics: bool


def opening(corpus: Corpus) -> Opening:
    """The opening of a corpus."""
    directives = corpus.directives.values()
    years = [directive.date.first.year for directive in directives if directive.date]
    whole = sum(len(directive.tasks) for directive in directives)
    topics = Counter(topic for directive in directives for topic in _topics(directive))
    shared = tuple(topic for topic, number in topics.most_common(MOST_TOPICS) if 2 * number > len(directives))
    return Opening(
        directives=len(directives),
        years=(_year(min(years)), _year(max(years))) if years else None,
        read=sum(map(_is_read, directives)),
        without_text=sum(not directive.source for directive in directives),
        tasks=whole,
        measures=len(corpus.tasks) - whole,
        actors=len(corpus.actors),
        topics=shared,
        more_topics=len(topics) > len(shared),
    )


def _year(number: int) -> ImpreciseDate:
    return parse_date(f"{number:04}")


def _is_read(directive: Directive) -> bool:
    """Whether each sentence of its text is quoted by a task or marked as background."""
    return bool(directive.tasks and directive.coverage and not directive.coverage.open)


def _topics(directive: Directive) -> Iterable[str]:
    """The topics of a directive and its tasks, each once."""
    of_tasks = (topic for task in directive.walk() for topic in task.topics)
    return dict.fromkeys((*directive.topics, *of_tasks))
