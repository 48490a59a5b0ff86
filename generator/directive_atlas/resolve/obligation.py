"""What the text itself calls the obligation and the stage of a task, and where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.passages import (
    READ_IN,
    DirectivePassages,
    Span,
    word_above,
    word_before,
    word_within,
)
from directive_atlas.resolve import model
from directive_atlas.resolve.origins import Titles
from directive_atlas.vocabulary.folding import caseless, folded_text
from directive_atlas.vocabulary.tasks import Obligation, OriginKind

Quoted = schema.Section | schema.Measure
"""What may stand around a task and have passages of its own."""


@dataclass(frozen=True, slots=True)
class WordsOfText:
    """Reads the words of obligation of one directive, whose source is in ``language``."""

    own: DirectivePassages | None
    titles: Titles
    language: str

    def of(
        self, raw: schema.Measure, obligation: Obligation | None, above: Sequence[Quoted]
    ) -> model.ObligationWord | None:
        """The word for a class of obligation; nothing where no passage can tell.

        ``above`` are the sections and tasks that it stands in, the nearest first.
        """
        spans = self._spans(raw)
        if raw.obligation_word and obligation is raw.obligation:
            return self._written(raw.obligation_word, spans, above)
        if self.own is None or obligation is None or self.language.split("-")[0] not in READ_IN:
            return None
        return self._read(self.own, spans, obligation, above) or self._by_form(spans, obligation)

    def of_stage(self, raw: schema.Measure) -> str | None:
        """The word of a task's own passages for its stage, which is the first of those that may mean it."""
        text = self.own.source.text if self.own else ""
        said = "\n".join(text[span.start : span.end] for span in self._spans(raw)).casefold()
        return next((word for word in raw.stage.words if word in said), None) if raw.stage else None

    def _spans(self, raw: Quoted) -> list[Span]:
        return [self.own.of(quote)[1] for quote in raw.quotes] if self.own else []

    def _written(self, word: str, spans: Sequence[Span], above: Sequence[Quoted]) -> model.ObligationWord:
        """A word that the editors wrote: carried over where only a record above quotes it."""
        quoting = (record for record in above if self._has(self._spans(record), word))
        over = None if self._has(spans, word) else next(quoting, None)
        return model.ObligationWord(word, self._origin(over) if over else None)

    def _has(self, spans: Sequence[Span], word: str) -> bool:
        text = self.own.source.text if self.own else ""
        return any(caseless(folded_text(word)) in caseless(folded_text(text[s.start : s.end])) for s in spans)

    def _read(
        self,
        own: DirectivePassages,
        spans: Sequence[Span],
        obligation: Obligation,
        above: Sequence[Quoted],
    ) -> model.ObligationWord | None:
        if word := word_within(own.source, spans, obligation):
            return model.ObligationWord(word)
        if word := word_before(own.source, spans, obligation):
            return model.ObligationWord(word, same_sentence=True)
        for record in above:
            written = record.obligation_word if record.obligation is obligation else None
            if word := written or word_above(own.source, self._spans(record), spans, obligation):
                return model.ObligationWord(word, self._origin(record))
        return None

    def _by_form(self, spans: Sequence[Span], obligation: Obligation) -> model.ObligationWord | None:
        """A demand without a word for it binds by its form; so do official texts, which often have none."""
        return model.ObligationWord(None) if spans and obligation.binding else None

    def _origin(self, record: Quoted) -> model.Origin:
        kind = OriginKind.SECTION if isinstance(record, schema.Section) else OriginKind.TASK
        return model.Origin(kind, record.id, self.titles[kind, record.id], None, beside=False)
