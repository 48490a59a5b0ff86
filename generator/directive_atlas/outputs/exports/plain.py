"""Values in plain characters of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from directive_atlas.api.v1 import Day, Records, Reference, Task, Timing, Words
from directive_atlas.interface.language import Language
from directive_atlas.interface.markup import visible
from directive_atlas.interface.site import Site
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import N_, Word


@dataclass(frozen=True, slots=True)
class Plain:
    """Puts values of records into words of one language.

    ``tasks`` has every task and measure by its key; ``root`` is the address of the site, or empty.
    """

    made: Records
    tasks: Mapping[str, Task]
    language: Language
    root: str

    def text(self, words: Words | None) -> str:
        """A text on one line, in this language or else in the first that it is in."""
        if not words:
            return ""
        return _shown(words.get(self.language.code) or next(iter(words.values())))

    def word(self, word: Word) -> str:
        """The label of a fixed word."""
        return self.language.gettext(word.label)

    def day(self, day: Day) -> str:
        """A date, as precise as it is known."""
        return self.language.date(ImpreciseDate(day.text, day.first, day.last))

    def actor(self, actor: str) -> str:
        """The name of a body."""
        found = self.made.actors.get(actor)
        return self.text(found.name) if found else actor

    def joined(self, parts: Iterable[str]) -> str:
        """The parts that say something, with commas."""
        return self.language.gettext(N_(", ")).join(filter(None, parts))

    def line(self, label: str, value: str) -> str:
        """An item of a list: what it is, and its value."""
        return self.language.gettext(N_("- %(label)s: %(value)s")) % {
            "label": self.language.gettext(label),
            "value": value,
        }

    def when(self, timing: Timing) -> str:
        """A statement about when: its day, or the words of the text."""
        day = timing.due or timing.latest
        parts = [self.day(day)] if day else []
        if timing.words:
            parts.append(visible(timing.words))
        return self.joined(parts) or self.text(timing.during) or self.word(timing.form)

    def reference(self, reference: Reference) -> str:
        """Where something can be read."""
        return self.joined((self.text(reference.title), reference.url or ""))

    def page(self, page: str) -> str:
        """The address of a page in this language."""
        return f"{self.root}{self.language.folder}{page}"


@lru_cache(maxsize=1 << 14)
def _shown(text: str) -> str:
    """Cached: titles and names are in many files."""
    return visible(text)


def plain_in(made: Records, site: Site) -> Iterator[Plain]:
    """The words of each language of a site."""
    tasks = {task.key: task for task in made.all_tasks()}
    root = f"{site.address.rstrip('/')}/" if site.address else ""
    for language in site.languages:
        yield Plain(made, tasks, language, root)
