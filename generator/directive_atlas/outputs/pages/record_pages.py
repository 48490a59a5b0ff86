"""The pages of single records: directives, tasks, topics; actors have a module of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails, neighbours
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Relation, Report, Section, Target, Task, Topic
from directive_atlas.views.board import Board, board
from directive_atlas.views.coverage import coverage_addresses
from directive_atlas.views.lineage.places import lineage_addresses
from directive_atlas.views.lineage.relations import relation_graph
from directive_atlas.views.matrix import Matrix, of_directive
from directive_atlas.views.papers import Paper, paper
from directive_atlas.views.subject import subject
from directive_atlas.views.surroundings import Surroundings, readers_of, surroundings_of
from directive_atlas.views.timeline.items import dated
from directive_atlas.views.timeline.own import OwnTimeline, timeline_of_directive
from directive_atlas.views.work import SHOWN, by_group
from directive_atlas.vocabulary.progress import WorkGroup

MOST_RELATED = 8
"""The number of tasks of the same topics that a task's page names; its topics' pages have them all."""


REPORTS = 5
"""The number of reports on a task's page that are not folded."""


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """What a directive's page shows."""

    directive: Directive
    sections: tuple[tuple[int, Section, list[Task]], ...]
    loose_tasks: list[Task]
    board: Board
    pressing: Mapping[WorkGroup, list[str]]
    shown: int
    matrix: Matrix
    coverage_at: Address | None
    relations_to: tuple[Relation, ...]
    timeline: OwnTimeline | None
    paper: Paper | None
    lineage_at: Address | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """What a task's page shows."""

    task: Task
    directive: Directive
    section: Section | None
    contexts: Mapping[str, Surroundings]
    reports: list[Report]
    shown: int
    later: int
    targets: Mapping[str, Target]
    restated: list[Target]
    needed_by: tuple[str, ...]
    cited_by: list[Relation]
    same_topics: list[str]
    terms: tuple[str, ...]


def directive_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """One page a directive; its neighbours are the next newer and the next older one."""
    coverage_at, everything, related = coverage_addresses(corpus), dated(corpus), relation_graph(corpus)
    lineage_at = lineage_addresses(related)
    for newer, directive, older in neighbours(corpus.directives.values()):
        pressing = by_group(directive.walk(), [group for group in WorkGroup if group.pressing])
        yield Page(
            path=address.directive(directive.id).path,
            template="directive.md.j2",
            title=directive.title,
            trail=trails.to("directives"),
            view=DirectiveView(
                directive=directive,
                sections=tuple(_numbered(directive, directive.sections)),
                loose_tasks=[t for t in directive.tasks if not t.section],
                board=board(directive.walk()),
                pressing=pressing,
                shown=SHOWN,
                matrix=of_directive(directive),
                coverage_at=coverage_at.get(directive.id),
                relations_to=corpus.links.relations_to.get(directive.id, ()),
                timeline=timeline_of_directive(corpus, everything, directive.id),
                paper=paper(directive, corpus),
                lineage_at=lineage_at.get(directive.id),
            ),
            place=directive.place,
            record=directive,
            permanent_id=directive.id,
            previous=_directive_crumb(older),
            next=_directive_crumb(newer),
        )


def _directive_crumb(directive: Directive | None) -> Crumb | None:
    return Crumb(address.directive(directive.id), directive.title) if directive else None


def _numbered(
    directive: Directive, sections: Iterable[Section], depth: int = 3
) -> Iterator[tuple[int, Section, list[Task]]]:
    """Sections with their heading's level and tasks, outer ones first."""
    tasks = {task.key: task for task in directive.tasks}
    for section in sections:
        yield min(depth, 6), section, [tasks[key] for key in section.tasks]
        yield from _numbered(directive, section.sections, depth + 1)


def task_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """One page a task, with its measures on it; its neighbours are those in the directive."""
    for directive in corpus.directives.values():
        trail = trails.to("directives", Crumb(address.directive(directive.id), directive.title))
        targets, readers = _targets(directive), readers_of(directive)
        for before, task, after in neighbours(directive.tasks):
            yield Page(
                path=address.task(task.key, task.root).path,
                template="task.md.j2",
                title=task.title,
                trail=trail,
                view=TaskView(
                    task=task,
                    directive=directive,
                    section=next((s for s in directive.all_sections() if s.id == task.section), None),
                    contexts=surroundings_of(directive, task, readers),
                    reports=_reports(task),
                    shown=REPORTS,
                    later=sum(part.standing.later for part in task.walk()),
                    targets=targets,
                    restated=_restated(targets.values(), task),
                    needed_by=corpus.links.needed_by.get(task.key, ()),
                    cited_by=_relations_naming(corpus, task),
                    same_topics=_same_topics(corpus, task),
                    terms=tuple(dict.fromkeys(t for part in task.walk() for t in part.terms)),
                ),
                place=task.place,
                record=task,
                permanent_id=task.key,
                previous=_task_crumb(before),
                next=_task_crumb(after),
            )


def _reports(task: Task) -> list[Report]:
    """The reports on a task and its measures, by the day they were published, oldest first."""
    reports = (report for part in task.walk() for report in part.reports)
    return sorted(reports, key=lambda report: (report.date.last, report.date.first))


def _targets(directive: Directive) -> dict[str, Target]:
    """The targets of a directive and its tasks that have an id."""
    own = (target for task in directive.walk() for target in task.targets)
    return {target.id: target for target in (*directive.targets, *own) if target.id}


def _restated(targets: Iterable[Target], task: Task) -> list[Target]:
    """The targets, stated elsewhere, that a task or one of its measures says again."""
    own = {part.key for part in task.walk()}
    return [target for target in targets if own & {*target.restated_by} and target.task not in own]


def _task_crumb(task: Task | None) -> Crumb | None:
    return Crumb(address.task(task.key, task.root), task.title) if task else None


def _relations_naming(corpus: Corpus, task: Task) -> list[Relation]:
    relations = corpus.links.relations_to.get(task.directive, ())
    return [relation for relation in relations if task.key in relation.tasks]


def _same_topics(corpus: Corpus, task: Task) -> list[str]:
    """Other whole tasks that share topics, most shared first; the work is limited for large topics."""
    shared: dict[str, int] = defaultdict(int)
    for topic in task.topics:
        for key in corpus.links.topic_tasks.get(topic, ())[:200]:
            shared[corpus.tasks[key].root] += 1
    shared.pop(task.key, None)
    return sorted(shared, key=lambda key: -shared[key])[:MOST_RELATED]


def topic_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """One page a topic: what is known of it, its tasks, who has them, figures, reports and days."""
    everything = dated(corpus)
    for before, topic, after in neighbours(corpus.topics.values()):
        yield Page(
            path=address.topic(topic.id).path,
            template="topic.md.j2",
            title=topic.name,
            trail=trails.to("topics"),
            view=subject(corpus, everything, topic),
            place=topic.place,
            record=topic,
            permanent_id=topic.id,
            previous=_topic_crumb(before),
            next=_topic_crumb(after),
        )


def _topic_crumb(topic: Topic | None) -> Crumb | None:
    return Crumb(address.topic(topic.id), topic.name) if topic else None
