"""Where a task has from what it does not say itself, with the words for readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.expand import Inherited, Origin
from directive_atlas.load import schema
from directive_atlas.load.walk import measures_of, records_in
from directive_atlas.passages import DirectivePassages, Span, whole_sentences
from directive_atlas.resolve import model, values
from directive_atlas.vocabulary.folding import folded_text
from directive_atlas.vocabulary.tasks import OriginKind

Titles = Mapping[tuple[OriginKind, str], model.Text]
"""What the parts of a directive are called that others inherit from."""


def titles_of(raw: schema.Directive, own: DirectivePassages | None, language: str) -> Titles:
    """The titles of a directive, its sections and tasks; a rule is called by the words that state it."""
    found = {(OriginKind.DIRECTIVE, raw.id): values.text(raw.title)}
    for section in records_in(raw, schema.Section):
        found[OriginKind.SECTION, section.id] = values.text(section.title)
    for measure in measures_of(raw):
        found[OriginKind.TASK, measure.id] = values.title(measure)
    for number, rule in enumerate(raw.rules, 1):
        words = own.text_of(rule.quote) if own else None
        inside = (words or "").rstrip(" 。．.；;")  # it stands in quotation marks, and they in a sentence
        found[OriginKind.RULE, f"rule-{number}"] = model.Text(((language, inside),))
    return found


@dataclass(frozen=True, slots=True)
class OriginsOf:
    """The origins of what one task inherits; ``spans`` are its passages in the source."""

    inherited: Inherited
    titles: Titles
    own: DirectivePassages | None
    spans: Sequence[Span]

    def fields(self) -> dict[str, model.Origin]:
        """Where obligation, timing, topics and scope come from, for those that are inherited."""
        return {name: self._origin(origin) for name, origin in self.inherited.fields.items()}

    def of_duty(self, number: int) -> model.Origin | None:
        """Where the actor of that number (from 0) comes from, if from elsewhere."""
        origin = self.inherited.duties.get(number)
        return self._origin(origin) if origin else None

    def _origin(self, origin: Origin) -> model.Origin:
        title = self.titles[origin.kind, origin.id]
        return model.Origin(origin.kind, origin.id, title, origin.words, self._beside(origin.words))

    def _beside(self, words: str | None) -> bool:
        """Whether a sentence of the task's own passages has the words."""
        if not (words and self.own):
            return False
        source, wanted = self.own.source, folded_text(words)
        sentences = (whole_sentences(source, span) for span in self.spans)
        return any(wanted in folded_text(source.text[s.start : s.end]) for s in sentences)
