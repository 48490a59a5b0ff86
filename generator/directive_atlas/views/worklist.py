"""The work list of a body: by paper, in each paper first its own work, then that of its groups."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.links import members_of
from directive_atlas.resolve.model import Directive, Task
from directive_atlas.views.work import Work, urgency
from directive_atlas.vocabulary.progress import WorkGroup
from directive_atlas.vocabulary.tasks import Role

SHOWN = 100
"""The number of rows on the page of a body; the list of tasks has the rest."""

PARTS = 2
"""A demand on a group is general where so many parts of it are asked something else later."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: the work, and whether it stands ``below`` the task that it is a part of.

    ``names_whole`` tells that it has to name that task: it is not above it, or another row has the same
    title. The words of a row are ``split`` where those of its parts below it are among them.
    """

    work: Work
    below: bool
    names_whole: bool
    split: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one paper that a body has in one way; ``total`` counts them, shown or not.

    The way is its own work, itself or through the group ``through``; or it only has a ``part`` in the work
    of others (the group of a work list that tells so). ``general`` are demands on all that set it neither a
    day nor a figure and that it has not reported on: they may be folded.
    """

    part: WorkGroup | None
    through: str | None
    total: int
    entries: tuple[Entry, ...]
    general: tuple[Entry, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of what is not the body's own work; none of its work."""
        return tuple(role for role in Role if self.part and role.part == self.part.part)

    @property
    def left_out(self) -> int:
        """How many rows are not on the page."""
        return self.total - len(self.entries) - len(self.general)


@dataclass(frozen=True, slots=True)
class Paper:
    """What one directive wants of a body, or has to do with it; ``demands`` counts the first."""

    directive: str
    demands: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class WorkList:
    """The papers of a body, those with something pressing first; ``left_out`` are rows of further ones."""

    papers: tuple[Paper, ...]
    left_out: int


def work_list(corpus: Corpus, rows: Iterable[Work], shown: int = SHOWN) -> WorkList:
    """The rows by paper and way, as many as are shown on a page."""
    by_paper: dict[str, list[Work]] = defaultdict(list)
    for row in rows:
        by_paper[row.task.directive].append(row)
    papers = [_paper(corpus, corpus.directives[key], own) for key, own in by_paper.items()]
    order = {key: place for place, key in enumerate(corpus.directives)}
    papers.sort(key=lambda paper: (not _presses(paper), order[paper.directive]))
    return _cut(papers, shown)


def _cut(papers: Sequence[Paper], room: int) -> WorkList:
    """The first rows; a paper without room for one of them is left out."""
    found: list[Paper] = []
    for place, paper in enumerate(papers):
        if room <= 0:
            return WorkList(tuple(found), sum(s.total for later in papers[place:] for s in later.sections))
        sections = []
        for section in paper.sections:
            cut = replace(
                section,
                entries=section.entries[:room],
                general=section.general[: max(room - len(section.entries), 0)],
            )
            room -= cut.total - cut.left_out
            sections.append(cut)
        found.append(replace(paper, sections=tuple(sections)))
    return WorkList(tuple(found), 0)


def _presses(paper: Paper) -> bool:
    rows = (entry.work for section in paper.sections for entry in section.entries)
    return any(row.due.pressing for row in rows)


def _paper(corpus: Corpus, directive: Directive, rows: Sequence[Work]) -> Paper:
    by_way: dict[_Way, list[Work]] = defaultdict(list)
    for row in rows:
        by_way[_way(row)].append(row)
    general = _general(corpus, directive)
    ways = sorted(by_way, key=lambda way: _place(corpus, way, by_way[way]))
    sections = [_section(way, by_way[way], general) for way in ways]
    if not any(section.entries for section in sections):  # nothing but general demands: nothing to fold
        sections = [_section(way, by_way[way], frozenset()) for way in ways]
    return Paper(directive.id, sum(row.asks for row in rows), tuple(sections))


def _is_split(task: Task, shown: Collection[str]) -> bool:
    """Whether words of a part that is in the list, too, stand among those of the task."""
    parts = [passage.span for part in task.measures if part.key in shown for passage in part.passages]
    return any(
        whole.span.start <= part.start and part.end <= whole.span.end
        for whole in task.passages
        for part in parts
    )


_PARTS = (None, WorkGroup.INVOLVED, WorkGroup.CONCERNED)
_Way = tuple[WorkGroup | None, str | None]


def _place(corpus: Corpus, way: _Way, rows: Iterable[Work]) -> tuple[int, bool, bool, int]:
    """Work before involvement; what a body has itself first, then what presses, then the narrower group."""
    part, through = way
    size = len(members_of(through, corpus.actors)) if through else 0
    return _PARTS.index(part), through is not None, not any(row.due.pressing for row in rows), size


def _way(row: Work) -> _Way:
    """How a body has a row: itself or through a group; or only a part in the work of others."""
    return (None, row.through) if row.asks else (row.due, None)


def _section(way: _Way, rows: Sequence[Work], general: frozenset[str]) -> Section:
    folded = [row for row in rows if row.task.root in general and _says_little(row)]
    shown = [row for row in rows if row not in folded]
    return Section(*way, len(rows), tuple(_entries(shown)), tuple(_entries(folded)))


def _says_little(row: Work) -> bool:
    """Whether a demand sets neither a day nor a figure, and the body has not reported on it."""
    return row.asks and not (row.task.timings or row.task.targets or row.known or row.due.pressing)


def _entries(rows: Sequence[Work]) -> Iterator[Entry]:
    """The rows by whole tasks, the most pressing task first, its parts below it in text order."""
    whole: dict[str, list[Work]] = defaultdict(list)
    titles = Counter(row.task.title for row in rows)
    for row in rows:
        whole[row.task.root].append(row)
    for own in sorted(whole.values(), key=_pressure):
        above, keys = own[0].task, {row.task.key for row in own}
        for row in own:
            first, twin = row.task is above, titles[row.task.title] > 1
            names = row.task.depth > 0 and (first or twin)
            yield Entry(row, not first and above.depth == 0, names, _is_split(row.task, keys))


def _pressure(rows: Iterable[Work]) -> tuple[int, dt.date]:
    """What presses by its day; all else alike, so that it stays in the order of the text."""
    rank, day, _ = min(map(urgency, rows))
    return rank, day if rank < len(WorkGroup) else dt.date.max


def _general(corpus: Corpus, directive: Directive) -> frozenset[str]:
    """The tasks with which a directive begins, while they ask a whole group of which it later asks parts.

    One part would be an addition to what all do; of several the first demands are the general ones.
    """
    asked = [_asked(task) for task in directive.tasks]
    everybody = set().union(*asked)
    found = []
    for task, bodies in zip(directive.tasks, asked, strict=True):
        below = {member for group in bodies for member in members_of(group, corpus.actors)}
        if len(bodies) != 1 or len(below & everybody) < PARTS:
            break
        found.append(task.key)
    return frozenset(found)


def _asked(task: Task) -> set[str]:
    return {duty.actor for duty in task.duties if duty.role.asks}
