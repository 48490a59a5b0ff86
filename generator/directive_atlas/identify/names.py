"""What each record can be called: its id, its names and aliases, its number or label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import measures_of, records_in
from directive_atlas.vocabulary.folding import name_key


@dataclass(frozen=True, slots=True)
class Names:
    """The records of each kind by what they are called; an id goes before a name, a name before an alias."""

    ids: dict[str, dict[str, None]] = field(default_factory=dict)
    named: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    called: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    words: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, kind: str, record: str, names: Iterable[str], aliases: Iterable[str] = ()) -> None:
        """Add a record by its id with what it is called."""
        self.ids.setdefault(kind, {})[record] = None
        for found, words in ((self.named, names), (self.called, aliases)):
            for word in words:
                self.words.setdefault(kind, {})[word] = None
                found.setdefault((kind, name_key(word)), {})[record] = None

    def add_doubt(self, kind: str, name: str, records: Iterable[str]) -> None:
        """Add a name that may mean several records, which need not be there."""
        self.called[kind, name_key(name)] = dict.fromkeys(records)

    def find(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids of the records that a name may mean; one, if it is known and has one meaning."""
        if name in self.ids.get(kind, ()):
            return (name,)
        key = kind, name_key(name)
        return tuple(self.named.get(key) or self.called.get(key) or ())

    def known(self, kind: str) -> list[str]:
        """All ids of a kind, and all that its records are called."""
        return list(dict.fromkeys([*self.ids.get(kind, ()), *self.words.get(kind, ())]))


def names_of_corpus(raw: RawCorpus) -> Names:
    """What actors, topics, terms and directives are called."""
    names = Names()
    for actor in raw.actors:
        names.add("actor", actor.id, _texts(actor.name), (alias.name for alias in actor.aliases))
    for topic in raw.topics:
        names.add("topic", topic.id, _texts(topic.name))
    for term in raw.terms:
        names.add("term", term.id, _texts(term.term), term.aliases)
    for directive in raw.directives:
        number = [directive.number] if directive.number else []
        names.add("directive", directive.id, [*number, *_texts(directive.title)])
    return names


def names_of_directive(directive: schema.Directive, rows: Sequence[schema.TargetRow]) -> Names:
    """What the tasks, sections, events and figures of a directive are called; tasks also by their label."""
    names = Names()
    for measure in measures_of(directive):
        names.add("task", measure.id, _texts(measure.title), [measure.label] if measure.label else [])
    for section in records_in(directive, schema.Section):
        names.add("section", section.id, _texts(section.title))
    for event in directive.events:
        names.add("event", event.id, _texts(event.title))
    for target in (*records_in(directive, schema.Target), *rows):
        if target.id:
            names.add("target", target.id, ())
    return names


def _texts(text: schema.Languages | None) -> Iterator[str]:
    yield from (words for _, words in text.values) if text else ()
