"""What a reader may follow: everything, a directive, a topic, a body, or one of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from directive_atlas.interface.addresses import ALL
from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.links import members_of
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import FieldChange, Gone, Name, RecordChange, Recorded
from directive_atlas.vocabulary.changes import Changing, RecordKind
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

    @property
    def record(self) -> str:
        """The path of the record, whatever the role."""
        return self.path.removesuffix(f"-{self.role}") if self.role else self.path

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

    @property
    def left(self) -> RecordChange | None:
        """The change by which it came to its end, if its record is gone or no longer has it."""
        ...


def selected(items: Iterable[Item], corpus: Corpus, site: Site) -> Mapping[Selection, Sequence[int]]:
    """Each selection with the places of its items among all of them, in their order.

    What has tasks is a selection even if it has no items yet: who follows it will see the first one. So is a
    record that is gone; one that was renamed has what its successor has.
    """
    finder = _Finder(corpus, site, _parts(corpus))
    return _gathered(finder.with_tasks(), map(finder.of, items), corpus)


def changed(recorded: Iterable[Recorded], corpus: Corpus, site: Site) -> Mapping[Selection, Sequence[int]]:
    """The same for recorded changes, which are followed whatever the part of a body is."""
    finder = _Finder(corpus, site, _parts(corpus))
    known = (each for each in finder.with_tasks() if not each.role)
    of = ((each for each in finder.of_change(one.change) if not each.role) for one in recorded)
    return _gathered(known, of, corpus)


def removed(selection: Selection, corpus: Corpus) -> Gone | None:
    """The record of a selection, if it is gone and nothing came in its place."""
    folder, _, name = selection.path.partition("/")
    kind = next((kind for kind, each in _FOLDERS.items() if each == folder), None)
    gone = corpus.history.gone.get((kind, name)) if kind else None
    return gone if gone and not gone.successor else None


def _gathered(
    known: Iterable[Selection], selections: Iterable[Iterable[Selection]], corpus: Corpus
) -> Mapping[Selection, Sequence[int]]:
    """The places of items by selection, given the selections of each item; the known ones come first."""
    found: dict[Selection, dict[int, None]] = {selection: {} for selection in known}
    for place, of in enumerate(selections):
        for selection in of:
            found.setdefault(selection, {})[place] = None
    made = {selection: tuple(places) for selection, places in found.items()}
    return {**made, **dict(_renamed(made, corpus))}


def _renamed(
    made: Mapping[Selection, Sequence[int]], corpus: Corpus
) -> Iterator[tuple[Selection, Sequence[int]]]:
    """The selections of records under the ids that they had: who follows them goes on to."""
    by_record: dict[str, list[Selection]] = defaultdict(list)
    for selection in made if corpus.history.gone else ():
        by_record[selection.record].append(selection)
    for gone in corpus.history.gone.values():
        if gone.successor and gone.kind in _FOLDERS:
            folder = _FOLDERS[gone.kind]
            own, former = f"{folder}/{gone.successor}", f"{folder}/{gone.id}"
            for selection in by_record[own]:
                yield replace(selection, path=former + selection.path.removeprefix(own)), made[selection]


_FOLDERS = {RecordKind.DIRECTIVE: "directives", RecordKind.TOPIC: "topics", RecordKind.ACTOR: "actors"}
"""The folders of the selections of records."""

_Parts = Mapping[str, Sequence[tuple[str, Role]]]
"""Which bodies have which roles in a task, themselves or as members of a group, by its key."""


def _parts(corpus: Corpus) -> _Parts:
    found: dict[str, list[tuple[str, Role]]] = defaultdict(list)
    for actor, owed in corpus.links.owed.items():
        for each in owed:
            found[each.task].append((actor, each.duty.role))
    return found


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the selections of items and of changes."""

    corpus: Corpus
    site: Site
    parts: _Parts

    def with_tasks(self) -> Iterator[Selection]:
        """All that can be followed, whether it has items or not."""
        corpus = self.corpus
        yield self._all
        for directive in corpus.directives.values():
            if directive.tasks:
                yield Selection(f"directives/{directive.id}", directive.title, directive.place)
        for topic in corpus.topics.values():
            if corpus.links.topic_tasks.get(topic.id):
                yield Selection(f"topics/{topic.id}", topic.name, topic.place)
        for actor, owed in corpus.links.owed.items():
            yield from self._bodies(actor, dict.fromkeys(each.duty.role for each in owed))
        for gone in corpus.history.gone.values():
            if gone.kind in _FOLDERS and not gone.successor:
                yield self._gone(gone)

    def of(self, item: Item) -> Iterator[Selection]:
        """The selections that an item is in."""
        if item.left:
            yield from self.of_change(item.left)
            return
        corpus = self.corpus
        directive = corpus.directives[item.directive]
        yield self._all
        yield Selection(f"directives/{directive.id}", directive.title, directive.place)
        task = corpus.tasks[item.task] if item.task else None
        for topic in task.topics if task else directive.topics:
            yield from self._record(RecordKind.TOPIC, topic)
        if item.actor and not task:
            yield from self._record(RecordKind.ACTOR, item.actor)
        for actor, role in self.parts.get(item.task or "", ()):
            if item.actor in (None, actor):
                yield from self._bodies(actor, (role,))

    def of_change(self, change: RecordChange) -> Iterator[Selection]:
        """Those that a change is in: by what its record is, and was."""
        yield self._all
        if change.kind in _FOLDERS:
            yield from self._record(change.kind, change.id)
        if change.kind is RecordKind.TASK:
            yield from self._record(RecordKind.DIRECTIVE, change.id.partition("/")[0])
        task, directive = self.corpus.tasks.get(change.id), self.corpus.directives.get(change.id)
        for topic in (*(task.topics if task else ()), *(directive.topics if directive else ())):
            yield from self._record(RecordKind.TOPIC, topic)
        for actor, role in self.parts.get(change.id, ()):
            yield from self._bodies(actor, (role,))
        for field in change.fields:
            yield from self._of_field(field)

    def _of_field(self, field: FieldChange) -> Iterator[Selection]:
        """The topics and bodies that a record had, or has now."""
        names = [value.id for value in (*field.before, *field.after) if isinstance(value, Name)]
        roles = [value for value in (*field.before, *field.after) if isinstance(value, Role)]
        for name in names:
            if field.field is Changing.TOPIC:
                yield from self._record(RecordKind.TOPIC, name)
            elif field.field is Changing.DUTY:
                members = members_of(name, self.corpus.actors) if name in self.corpus.actors else ()
                for actor in (name, *members):
                    yield from self._bodies(actor, dict.fromkeys(roles))

    @property
    def _all(self) -> Selection:
        return Selection(ALL, self.site.name, Place("data"))

    def _bodies(self, actor: str, roles: Iterable[Role]) -> Iterator[Selection]:
        """A body, and each of its parts."""
        for selection in self._record(RecordKind.ACTOR, actor):
            yield selection
            yield from (replace(selection, path=f"{selection.path}-{role}", role=role) for role in roles)

    def _record(self, kind: RecordKind, record_id: str) -> Iterator[Selection]:
        """A record that there is, or was."""
        corpus = self.corpus
        if kind is RecordKind.DIRECTIVE and (directive := corpus.directives.get(record_id)):
            yield Selection(f"directives/{record_id}", directive.title, directive.place)
        elif kind is RecordKind.TOPIC and (topic := corpus.topics.get(record_id)):
            yield Selection(f"topics/{record_id}", topic.name, topic.place)
        elif kind is RecordKind.ACTOR and (actor := corpus.actors.get(record_id)):
            yield Selection(f"actors/{record_id}", actor.name, actor.place)
        elif (gone := corpus.history.gone.get((kind, record_id))) and not gone.successor:
            yield self._gone(gone)

    def _gone(self, gone: Gone) -> Selection:
        return Selection(f"{_FOLDERS[gone.kind]}/{gone.id}", gone.title, gone.last.place)
