"""Times in plain characters of one language, in the same words as on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site
from directive_atlas.interface.timing import TimingPhrases
from directive_atlas.interface.values import Values
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Task, Timing
from directive_atlas.schedule import AnchorKind
from directive_atlas.vocabulary.languages import language_by_script
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class PlainTimes:
    """Puts times into words of one language, without markup."""

    corpus: Corpus
    site: Site
    language: Language

    def of_task(self, task: Task) -> str:
        """When a task is due: its own times, or else those of its measures; empty where none is stated."""
        if task.timings:
            return self.language.gettext(N_("; ")).join(map(self.when, task.timings))
        return self.of_measures(task)

    def of_measures(self, task: Task) -> str:
        """The times of the measures of a task, each once, and that they are theirs; empty without any."""
        found = self.language.gettext(N_(", ")).join(dict.fromkeys(self._of_parts(task)))
        measures = self.language.gettext(N_("measures"))
        return f"{measures}{self.language.gettext(N_(': '))}{found}" if found else ""

    def _of_parts(self, task: Task) -> Iterator[str]:
        parts = (part for part in task.walk() if part is not task)
        return (self.when(timing) for part in parts for timing in part.timings)

    def when(self, timing: Timing) -> str:
        """A timing in one phrase."""
        phrases = TimingPhrases(
            self.language, self._show, self._phrase, self._anchor, self._actor, self._worded
        )
        return str(phrases.when(timing).unescape())

    def plain(self, value: object) -> str:
        """A value in the language."""
        return Values(self.site, self.language).plain(value)

    def _show(self, value: object) -> Markup:
        return Markup(value) if hasattr(value, "__html__") else escape(self.plain(value))

    def _phrase(self, message: str, **values: object) -> Markup:
        return Markup(self.language.gettext(message)) % {name: self._show(v) for name, v in values.items()}

    def _anchor(self, kind: AnchorKind, ref: str) -> Markup:
        if kind is not AnchorKind.EVENT:
            return self._show(self.corpus.tasks[ref].title)
        directive, _, event = ref.partition("/")
        return self._show(self.corpus.directives[directive].events[event].title)

    def _actor(self, body: str) -> Markup:
        return self._show(self.corpus.actors[body].name)

    def _worded(self, meaning: object, words: str) -> Markup:
        if language_by_script(words, self.site.codes) == self.language.code:
            return escape(words)
        return self._phrase(N_("%(meaning)s (%(words)s)"), meaning=meaning, words=f"“{words}”")
