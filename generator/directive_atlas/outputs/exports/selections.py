"""What a reader may follow: everything, a directive, a topic, a body, or one of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from directive_atlas.interface.addresses import ALL
from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.tasks import Role


@dataclass(frozen=True, slots=True)
class Selection:
    """What is followed: the path of its files, without an ending, and its name.

    ``place`` is the record that it is of; a body may be followed in one ``role`` only.
    """

    path: str
    name: Text
    place: Place
    role: Role | None = None

    def label(self, language: Language) -> str:
        """Its name in one language."""
        name = self.name.best(language.code)[0]
        return f"{name} · {language.gettext(self.role.label)}" if self.role else name


class Item(Protocol):
    """Something dated that can be followed."""

    @property
    def directive(self) -> str:
        """The directive that it belongs to."""
        ...

    @property
    def task(self) -> str | None:
        """The key of its task, if it is about one."""
        ...

    @property
    def actor(self) -> str | None:
        """The one body that it is about, if it is about one alone."""
        ...


def selected(items: Iterable[Item], corpus: Corpus, site: Site) -> Mapping[Selection, Sequence[int]]:
    """Each selection with the places of its items among all of them, in their order.

    What has tasks is a selection even if it has no items yet: who follows it will see the first one.
    """
    parts = _parts(corpus)
    found: dict[Selection, dict[int, None]] = defaultdict(dict)
    found.update((selection, {}) for selection in _with_tasks(corpus, site))
    for place, item in enumerate(items):
        for selection in _of(item, parts, corpus, site):
            found[selection][place] = None
    return {selection: tuple(places) for selection, places in found.items()}


def _with_tasks(corpus: Corpus, site: Site) -> Iterator[Selection]:
    yield Selection(ALL, site.name, Place("data"))
    for directive in corpus.directives.values():
        if directive.tasks:
            yield Selection(f"directives/{directive.id}", directive.title, directive.place)
    for topic in corpus.topics.values():
        if corpus.links.topic_tasks.get(topic.id):
            yield Selection(f"topics/{topic.id}", topic.name, topic.place)
    for actor, owed in corpus.links.owed.items():
        yield _body(actor, None, corpus)
        yield from (_body(actor, role, corpus) for role in dict.fromkeys(each.duty.role for each in owed))


_Parts = Mapping[str, Sequence[tuple[str, Role]]]
"""Which bodies have which roles in a task, themselves or as members of a group, by its key."""


def _parts(corpus: Corpus) -> _Parts:
    found: dict[str, list[tuple[str, Role]]] = defaultdict(list)
    for actor, owed in corpus.links.owed.items():
        for each in owed:
            found[each.task].append((actor, each.duty.role))
    return found


def _of(item: Item, parts: _Parts, corpus: Corpus, site: Site) -> Iterator[Selection]:
    directive = corpus.directives[item.directive]
    yield Selection(ALL, site.name, Place("data"))
    yield Selection(f"directives/{directive.id}", directive.title, directive.place)
    task = corpus.tasks[item.task] if item.task else None
    for topic in task.topics if task else directive.topics:
        yield Selection(f"topics/{topic}", corpus.topics[topic].name, corpus.topics[topic].place)
    if item.actor and not task:
        yield _body(item.actor, None, corpus)
    for actor, role in parts.get(item.task or "", ()):
        if item.actor in (None, actor):
            yield _body(actor, None, corpus)
            yield _body(actor, role, corpus)


def _body(actor: str, role: Role | None, corpus: Corpus) -> Selection:
    record = corpus.actors[actor]
    return Selection(f"actors/{actor}-{role}" if role else f"actors/{actor}", record.name, record.place, role)
