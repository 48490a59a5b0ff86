"""Changes as sentences of one language, in plain characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from directive_atlas.changes.apart import only_elsewhere, told_apart
from directive_atlas.interface.language import Language
from directive_atlas.interface.recurrence import RulePhrases
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import Because, FieldChange, Name, RecordChange, Value
from directive_atlas.schedule.recurrence import read_rule
from directive_atlas.vocabulary.changes import Changing, What
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import N_, Word

RECORD = {
    What.ADDED: N_("%(kind)s added: %(title)s"),
    What.REMOVED: N_("%(kind)s removed: %(title)s"),
    What.RENAMED: N_("%(kind)s renamed: %(title)s (before: %(former)s)"),
    What.CHANGED: N_("%(kind)s: %(title)s"),
}
"""What happened to a record, in one line."""

_FIELD = {
    What.ADDED: N_("%(field)s added: %(after)s"),
    What.REMOVED: N_("%(field)s removed: %(before)s"),
    What.CHANGED: N_("%(field)s changed from %(before)s to %(after)s"),
}
_OF = N_("%(field)s (%(of)s)")
_MOVED = N_("deadline moved from %(before)s to %(after)s")
_ELSEWHERE = N_("%(field)s changed in its %(others)s wording only; the %(own)s is the same")
_BECAUSE = N_("%(sentence)s, because of %(reason)s")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Puts changes into words; a page has its own way to show values and to join them."""

    language: Language

    def record(self, change: RecordChange) -> str:
        """What happened to a record, in one line."""
        return self._phrase(
            RECORD[change.what],
            kind=self._word(change.kind),
            title=self.value(change.title),
            former=change.former or "",
        )

    def field(self, change: FieldChange) -> str:
        """One change of one field, in one line."""
        sentence = self._elsewhere(change) or self._changed(change)
        reason = self.values(_known(change.because)) if change.because else ""
        return self._phrase(_BECAUSE, sentence=sentence, reason=reason) if reason else sentence

    def _elsewhere(self, change: FieldChange) -> str:
        """That the words of this language are the same; nothing where they are not."""
        others = only_elsewhere(change.before, change.after, self.language.code)
        if not others:
            return ""
        names = [self.language.language_name(code) for code in (self.language.code, *others)]
        return self._phrase(
            _ELSEWHERE, field=self._field(change), others=self._joined(names[1:]), own=names[0]
        )

    def _changed(self, change: FieldChange) -> str:
        moved = change.field is Changing.DEADLINE and change.what is What.CHANGED
        show = self._rule if change.field is Changing.RECURRENCE else self.value
        before, after = told_apart(change.before, change.after)
        return self._phrase(
            _MOVED if moved else _FIELD[change.what],
            field=self._field(change),
            before=self.values(before, show),
            after=self.values(after, show),
        )

    def values(self, values: Iterable[Value], show: Callable[[Value], str] | None = None) -> str:
        """All of some values, with commas."""
        return self._joined(map(show or self.value, values))

    def _joined(self, words: Iterable[str]) -> str:
        return (", " if self.language.is_spaced else "，").join(words)

    def value(self, value: Value) -> str:
        """A value: a name with its id where nothing calls it anything."""
        if isinstance(value, Text):
            return value.best(self.language.code)[0]
        if isinstance(value, Name):
            return self.value(value.called) if value.called else value.id
        if isinstance(value, ImpreciseDate):
            return self.language.date(value)
        return self._word(value) if isinstance(value, Word) else value

    def _rule(self, value: Value) -> str:
        """A recurrence in words, if it is one that words can tell."""
        phrases = RulePhrases(self.language, lambda message, **words: Markup(self._phrase(message, **words)))
        try:
            return str(phrases.in_words(read_rule(str(value)), within_periods=False))
        except (KeyError, ValueError):
            return self.value(value)

    def _field(self, change: FieldChange) -> str:
        field = self._word(change.field)
        return self._phrase(_OF, field=field, of=self.values(change.of)) if change.of else field

    def _word(self, word: Word) -> str:
        return self.language.gettext(word.label)

    def _phrase(self, message: str, **values: str) -> str:
        return self.language.gettext(message) % values


def _known(because: Because) -> Iterator[Value]:
    if because.directive:
        yield because.directive
    if because.note:
        yield because.note
