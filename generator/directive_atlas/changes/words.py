"""Changes as sentences of one language, in plain characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.interface.language import Language
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import Because, FieldChange, Name, RecordChange, Value
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
_BECAUSE = N_("%(sentence)s, because of %(reason)s")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Puts changes into words; of a value at most the ``longest`` number of characters."""

    language: Language
    longest: int | None = None

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
        moved = change.field is Changing.DEADLINE and change.what is What.CHANGED
        sentence = self._phrase(
            _MOVED if moved else _FIELD[change.what],
            field=self._field(change),
            before=self.values(change.before),
            after=self.values(change.after),
        )
        reason = self._reason(change.because) if change.because else ""
        return self._phrase(_BECAUSE, sentence=sentence, reason=reason) if reason else sentence

    def values(self, values: Iterable[Value]) -> str:
        """All of some values, with commas."""
        return (", " if self.language.is_spaced else "，").join(map(self._short, values))

    def _short(self, value: Value) -> str:
        text = self.value(value)
        if self.longest is None or len(text) <= self.longest:
            return text
        return f"{text[: self.longest].rstrip()}…"

    def value(self, value: Value) -> str:
        """A value: a name with its id where nothing calls it anything."""
        if isinstance(value, Text):
            return value.best(self.language.code)[0]
        if isinstance(value, Name):
            return self.value(value.called) if value.called else value.id
        if isinstance(value, ImpreciseDate):
            return self.language.date(value)
        return self._word(value) if isinstance(value, Word) else value

    def _field(self, change: FieldChange) -> str:
        field = self._word(change.field)
        return self._phrase(_OF, field=field, of=self.values(change.of)) if change.of else field

    def _reason(self, because: Because) -> str:
        return self.values(_known(because))

    def _word(self, word: Word) -> str:
        return self.language.gettext(word.label)

    def _phrase(self, message: str, **values: str) -> str:
        return self.language.gettext(message) % values


def _known(because: Because) -> Iterator[Value]:
    if because.directive:
        yield because.directive
    if because.note:
        yield because.note
